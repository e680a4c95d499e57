package zhuhu.form.compile;

import java.util.Locale;
import java.util.Optional;

/// The words for yes and no that forms use.
final class YesNo {

    private YesNo() {}

    /// Empty where the text is neither, an expression perhaps.
    static Optional<Boolean> of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "true()" -> Optional.of(true);
            case "no", "false", "false()" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// The text as an expression: `true()` and `false()` for the words, else unchanged.
    static String expression(String text) {
        return of(text).map(yes -> yes ? "true()" : "false()").orElse(text);
    }
}
