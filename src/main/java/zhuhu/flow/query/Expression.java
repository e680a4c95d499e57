package zhuhu.flow.query;

import java.util.List;
import java.util.stream.Collectors;

/// What a household must be. Shape: a tree; [#text()] writes it so that it is read back the same.
public sealed interface Expression {

    String text();

    record Is(Condition condition) implements Expression {
        @Override
        public String text() {
            return condition.text();
        }
    }

    /// One and the same member of the household is all of it.
    record Member(Expression inner) implements Expression {
        @Override
        public String text() {
            return "member(" + inner.text() + ")";
        }
    }

    record All(List<Expression> of) implements Expression {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public String text() {
            return of.stream()
                    .map(e -> e instanceof Any ? "(" + e.text() + ")" : e.text())
                    .collect(Collectors.joining(" and "));
        }
    }

    record Any(List<Expression> of) implements Expression {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public String text() {
            return of.stream().map(Expression::text).collect(Collectors.joining(" or "));
        }
    }

    record Not(Expression inner) implements Expression {
        @Override
        public String text() {
            return "not (" + inner.text() + ")";
        }
    }
}
