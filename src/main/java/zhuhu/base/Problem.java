package zhuhu.base;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that is not as it should be: what, where, and what to do next. Shape: `code` is what
/// other programs read (`required`, `R05`, `rosterNoDate`); `key` finds the words in the text file
/// (`problem.KEY` and `problem.KEY.next`); `args` fill their places.
public record Problem(String code, String key, List<String> args, @Nullable Place place) {

    public Problem {
        args = List.copyOf(args);
    }

    /// A problem whose words stand in the text file under its own code.
    public static Problem of(String code, @Nullable Object... args) {
        return new Problem(code, code, texts(args), null);
    }

    /// A problem whose words come from outside (a form's own message); `next` says what to do.
    public static Problem said(String code, String message, String next) {
        return new Problem(code, "said", List.of(message, next), null);
    }

    /// The same problem, with the place where it stands.
    public Problem at(Place where) {
        return new Problem(code, key, args, where);
    }

    private static List<String> texts(@Nullable Object[] args) {
        var texts = new ArrayList<String>();
        for (Object arg : args) {
            texts.add(String.valueOf(arg));
        }
        return texts;
    }
}
