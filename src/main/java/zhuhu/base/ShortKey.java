package zhuhu.base;

import java.util.Locale;
import java.util.Optional;

/// The printable key of a record: the first 65 bits of the SHA-256 of its id and a check character,
/// written XXXX-XXXX-XXXX-XX. Source: `docs/file-format.md`, short keys. Pure; any thread.
public final class ShortKey {

    // Reason: Crockford's alphabet: no I, L, O, U, so a key read aloud or from paper comes back the
    // same.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DIGITS = 13;

    private ShortKey() {}

    /// `recordId`: the record's UUID in its usual lower-case text.
    public static String of(String recordId) {
        byte[] hash = Sha256.of(recordId);
        var key = new StringBuilder(17);
        int check = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = bits(hash, i * 5);
            check = (check + digit * (2 * i + 1)) % 32;
            key.append(ALPHABET.charAt(digit));
        }
        key.append(ALPHABET.charAt(check));
        return key.insert(12, '-').insert(8, '-').insert(4, '-').toString();
    }

    /// A typed key as it is written: dashes set, O as 0, I and L as 1; empty if it is no short key.
    public static Optional<String> parse(String typed) {
        String raw =
                Plain.folded(typed)
                        .toUpperCase(Locale.ROOT)
                        .replace("-", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        if (raw.length() != DIGITS + 1) {
            return Optional.empty();
        }
        int check = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = ALPHABET.indexOf(raw.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            check = (check + digit * (2 * i + 1)) % 32;
        }
        return ALPHABET.charAt(check) == raw.charAt(DIGITS)
                ? Optional.of(
                        new StringBuilder(raw)
                                .insert(12, '-')
                                .insert(8, '-')
                                .insert(4, '-')
                                .toString())
                : Optional.empty();
    }

    private static int bits(byte[] hash, int from) {
        int window = (hash[from / 8] & 0xFF) << 8 | hash[from / 8 + 1] & 0xFF;
        return window >> 11 - from % 8 & 31;
    }
}
