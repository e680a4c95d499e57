package zhuhu.form.xpath;

/// A piece of an expression. Shape: `at` and `end` are character positions in the expression, from
/// 0; `text` as written, a reference's name without `${` and `}`.
public record Token(Kind kind, String text, int at, int end) {

    /// What a piece is.
    public enum Kind {
        NUMBER,
        LITERAL,
        NAME,
        REFERENCE,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbol);
    }
}
