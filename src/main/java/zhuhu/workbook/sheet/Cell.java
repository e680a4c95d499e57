package zhuhu.workbook.sheet;

/// One cell as it was read. Shape: `text` is "" where the cell is blank; numbers are written out
/// without exponent, dates ISO; `formula` tells that the text is the cached value of a formula.
public record Cell(Kind kind, String text, boolean formula) {

    /// What the cell held.
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        LOGICAL,
        ERROR
    }

    public static final Cell BLANK = new Cell(Kind.BLANK, "", false);

    /// A formula that comes to nothing, or whose value was never saved.
    static final Cell BLANK_FORMULA = new Cell(Kind.BLANK, "", true);

    public boolean isBlank() {
        return kind == Kind.BLANK;
    }

    static Cell of(Kind kind, String text, boolean formula) {
        return text.isBlank() ? BLANK : new Cell(kind, text, formula);
    }
}
