package zhuhu.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// A passphrase under the key of a slip: AES-256-GCM, its key by HKDF-SHA256 from the slip's
/// letters and a salt. Shape: one line, `zhuhu-recovery-1:` and Base64 of salt (16 bytes), nonce
/// (12), and the sealed passphrase, filled up to whole 64 bytes so that its length does not show.
/// Source: docs/decisions/0012, docs/file-format.md.
///
/// Reason: 115 bits of chance need no slow derivation; they cannot be guessed.
final class Seal {

    private static final String HEAD = "zhuhu-recovery-1:";
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int BLOCK = 64;

    private Seal() {}

    static String close(Passphrase passphrase, SlipCode code, SecureRandom chance) {
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        chance.nextBytes(salt);
        chance.nextBytes(nonce);
        byte[] text = passphrase.text().getBytes(StandardCharsets.UTF_8);
        int length = (Short.BYTES + text.length + BLOCK - 1) / BLOCK * BLOCK;
        byte[] filled = ByteBuffer.allocate(length).putShort((short) text.length).put(text).array();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, code, salt, nonce).doFinal(filled);
            byte[] whole =
                    ByteBuffer.allocate(SALT + NONCE + sealed.length)
                            .put(salt)
                            .put(nonce)
                            .put(sealed)
                            .array();
            return HEAD + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            // Reason: every Java has these algorithms.
            throw new IllegalStateException(e);
        }
    }

    /// Empty if it was sealed under another slip, or is damaged.
    static Optional<Passphrase> open(String line, SlipCode code) {
        if (!line.startsWith(HEAD)) {
            return Optional.empty();
        }
        try {
            var whole =
                    ByteBuffer.wrap(
                            Base64.getDecoder().decode(line.substring(HEAD.length()).strip()));
            if (whole.remaining() < SALT + NONCE + BLOCK) {
                return Optional.empty();
            }
            byte[] salt = new byte[SALT];
            byte[] nonce = new byte[NONCE];
            byte[] sealed = new byte[whole.remaining() - SALT - NONCE];
            whole.get(salt).get(nonce).get(sealed);
            var filled =
                    ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, code, salt, nonce).doFinal(sealed));
            byte[] text = new byte[filled.getShort()];
            filled.get(text);
            return Passphrase.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SlipCode code, byte[] salt, byte[] nonce)
            throws GeneralSecurityException {
        SecretKey key =
                KDF.getInstance("HKDF-SHA256")
                        .deriveKey(
                                "AES",
                                HKDFParameterSpec.ofExtract()
                                        .addIKM(code.letters().getBytes(StandardCharsets.US_ASCII))
                                        .addSalt(salt)
                                        .thenExpand(HEAD.getBytes(StandardCharsets.US_ASCII), 32));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(HEAD.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
