package zhuhu.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Optional;

/// What opens a workspace: at least 8 characters, NFC.
public final class Passphrase {

    private final String text;

    private Passphrase(String text) {
        this.text = text;
    }

    /// Empty if it is too short.
    public static Optional<Passphrase> of(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return text.codePointCount(0, text.length()) < 8
                ? Optional.empty()
                : Optional.of(new Passphrase(text));
    }

    String text() {
        return text;
    }

    /// Whether it is the same text; takes as long whatever the difference.
    public boolean isSame(Passphrase other) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.UTF_8), other.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Passphrase(...)";
    }
}
