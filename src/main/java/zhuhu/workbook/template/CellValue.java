package zhuhu.workbook.template;

import java.math.BigDecimal;
import java.time.LocalDate;

/// What goes into one cell.
public sealed interface CellValue {

    /// Text, never taken for a number or a formula.
    record Words(String text) implements CellValue {}

    record Figure(BigDecimal number) implements CellValue {}

    /// A date where the template's cell is one, else its ISO text.
    record Day(LocalDate date) implements CellValue {}

    /// Nothing; the cell keeps its looks.
    record Blank() implements CellValue {}

    CellValue BLANK = new Blank();

    /// Blank text is nothing.
    static CellValue of(String text) {
        return text.isEmpty() ? BLANK : new Words(text);
    }

    static CellValue of(long number) {
        return new Figure(BigDecimal.valueOf(number));
    }

    /// As it stands within other words.
    default String words() {
        return switch (this) {
            case Words(String text) -> text;
            case Figure(BigDecimal number) -> number.toPlainString();
            case Day(LocalDate date) -> date.toString();
            case Blank() -> "";
        };
    }
}
