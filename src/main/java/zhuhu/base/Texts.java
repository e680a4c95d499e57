package zhuhu.base;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// All words that a person reads, by key; one properties file a language. Immutable after loading;
/// any thread.
public final class Texts {

    private final Properties lines = new Properties();

    private Texts(String resource) {
        var stream = Texts.class.getResourceAsStream(resource);
        try (var reader =
                new InputStreamReader(
                        Objects.requireNonNull(stream, resource), StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The Chinese texts, the only ones shipped.
    public static Texts chinese() {
        return new Texts("/zhuhu/texts.properties");
    }

    /// The words under `key`, its places filled. A missing key is a bug and throws.
    public String of(String key, Object... args) {
        String pattern = lines.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for key " + key);
        }
        return args.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.ROOT).format(texts(args));
    }

    /// What is wrong.
    public String message(Problem problem) {
        return of("problem." + problem.key(), problem.args().toArray());
    }

    /// What to do next.
    public String next(Problem problem) {
        return of("problem." + problem.key() + ".next", problem.args().toArray());
    }

    private static Object[] texts(Object[] args) {
        // Reason: MessageFormat would write 1,200 for a number; figures here are plain.
        var texts = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = String.valueOf(args[i]);
        }
        return texts;
    }
}
