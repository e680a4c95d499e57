package zhuhu.workbook.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import zhuhu.base.Texts;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.workbook.export.xlsx.SheetOut;

/// Values as people read them in a cell: labels for choices, names for records.
public final class CellText {

    /// Between the choices of a select_multiple.
    public static final String AND = "；";

    /// Where a question was not asked.
    public static final String NOT_ASKED = "—";

    private static final int UUID_LENGTH = 36;

    private final Function<String, Optional<BookSource.RecordLabel>> records;
    private final String ok;
    private final String cut;

    /// `records`: what people call a record, by the text of its UUID.
    public CellText(Function<String, Optional<BookSource.RecordLabel>> records, Texts texts) {
        this.records = records;
        this.ok = texts.of("export.ok");
        this.cut = texts.of("export.cut");
    }

    /// A value as its cell shows it, however long.
    public String of(Value value, BookColumn column) {
        return switch (value) {
            case Value.Text(String text) -> text(text, column);
            case Value.Number(BigDecimal number) -> number.toPlainString();
            case Value.Many(List<String> names) ->
                    names.stream().map(column::labelOf).collect(Collectors.joining(AND));
            case Value.Rows(List<Values> rows) ->
                    rows.stream().map(CellText::row).collect(Collectors.joining("\n"));
            case Value.Empty() -> "";
        };
    }

    private static String row(Values row) {
        return row.map().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue().plain())
                .collect(Collectors.joining(AND));
    }

    private String text(String text, BookColumn column) {
        if (!column.labels().isEmpty()) {
            return column.labelOf(text);
        }
        return switch (column.type()) {
            case ACKNOWLEDGE -> text.equals("OK") ? ok : text;
            case TEXT, ONE, NONE -> reference(text);
            case INTEGER, DECIMAL, DATE, TIME, DATE_TIME, MANY, RANK, IMAGE -> text;
        };
    }

    /// A record is named by what people call it and its short key.
    private String reference(String text) {
        return isRecord(text)
                ? records.apply(text)
                        .map(r -> (r.label() + " " + r.record().shortKey()).strip())
                        .orElse(text)
                : text;
    }

    /// Whether a text is the id of a record.
    public static boolean isRecord(String text) {
        return text.length() == UUID_LENGTH && text.charAt(8) == '-' && text.charAt(13) == '-';
    }

    /// The text as far as a cell can hold it, with a mark where it goes on in the hidden sheet.
    String fitted(String text) {
        if (text.length() <= SheetOut.CELL_LIMIT) {
            return text;
        }
        int to = SheetOut.CELL_LIMIT - cut.length();
        return text.substring(0, Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to) + cut;
    }

    /// Whether Excel would take the text for a formula.
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    }
}
