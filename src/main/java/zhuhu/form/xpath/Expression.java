package zhuhu.form.xpath;

import java.util.List;
import java.util.Optional;

/// An expression of a form, known to be well-formed XPath with `${name}` references. Immutable.
public final class Expression {

    private final String text;
    private final List<Reference> references;

    private Expression(String text, List<Reference> references) {
        this.text = text;
        this.references = List.copyOf(references);
    }

    /// A `${name}` in an expression. Shape: `at` and `end` its character positions from 0;
    /// `inPredicate` if it stands inside `[...]`; `sifted` the name of the reference that those
    /// brackets sift, "" where it is none; `fixed` if it names what `indexed-repeat` counts in,
    /// which is always said by its full path.
    public record Reference(
            String name,
            boolean lastSaved,
            int at,
            int end,
            boolean inPredicate,
            String sifted,
            boolean fixed) {}

    /// What came of reading an expression.
    public sealed interface Reading {
        /// It is well-formed.
        record Read(Expression expression) implements Reading {}

        /// It is not.
        record Bad(Fault fault) implements Reading {}
    }

    /// Reads an expression. Typographic quotes count as plain ones, because Excel makes them.
    public static Reading read(String raw) {
        String text = straight(raw);
        try {
            var grammar = new Grammar(Tokens.of(text));
            grammar.whole();
            return new Reading.Read(new Expression(text, grammar.references()));
        } catch (FaultException e) {
            return new Reading.Bad(e.fault());
        }
    }

    /// The text as read, references not yet replaced.
    public String text() {
        return text;
    }

    public List<Reference> references() {
        return references;
    }

    /// Whether it says something that changes: a reference, a call or arithmetic. A text that is no
    /// expression at all is fixed.
    public static boolean isDynamic(String text) {
        return text.contains("${")
                || text.matches("(?s).*\\b[a-z][a-z0-9:-]*\\s*\\(.*\\).*")
                || text.matches("(?s).*\\s(\\+|-|\\*|div|mod)\\s.*") && readsAsSum(text);
    }

    private static boolean readsAsSum(String text) {
        return Optional.of(read(text)).filter(Reading.Read.class::isInstance).isPresent();
    }

    private static String straight(String raw) {
        return raw.replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"');
    }
}
