package zhuhu.base;

import java.util.List;
import java.util.function.Function;

/// What came of an act whose failure is to be expected: a value, or the problems that kept it from
/// coming.
public sealed interface Outcome<T> {

    /// It worked; nothing to say.
    record Done<T>(T value) implements Outcome<T> {}

    /// It did not, and nothing was changed; `problems` is never empty.
    record Failed<T>(List<Problem> problems) implements Outcome<T> {
        public Failed {
            problems = List.copyOf(problems);
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> failed(Problem problem) {
        return new Failed<>(List.of(problem));
    }

    static <T> Outcome<T> failed(List<Problem> problems) {
        return new Failed<>(problems);
    }

    /// Goes on with the value, or hands the problems through.
    default <U> Outcome<U> then(Function<T, Outcome<U>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Failed<T>(List<Problem> problems) -> new Failed<>(problems);
        };
    }

    default <U> Outcome<U> map(Function<T, U> change) {
        return then(value -> done(change.apply(value)));
    }
}
