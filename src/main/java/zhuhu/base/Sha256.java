package zhuhu.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of bytes and of UTF-8 text. Any thread.
public final class Sha256 {

    private static final ThreadLocal<MessageDigest> DIGEST =
            ThreadLocal.withInitial(Sha256::digest);

    private Sha256() {}

    public static byte[] of(byte[] bytes) {
        return DIGEST.get().digest(bytes);
    }

    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The first 128 bits in lower-case hexadecimal: 32 characters.
    public static String half(String text) {
        return HexFormat.of().formatHex(of(text), 0, 16);
    }

    /// All 256 bits in lower-case hexadecimal: 64 characters.
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
