package zhuhu.workbook.export;

import java.util.List;
import zhuhu.workbook.export.xlsx.BookOut;
import zhuhu.workbook.export.xlsx.CellLook;

/// The looks of all sheets: calm tints, thin grey lines, the two typefaces that every Chinese
/// office computer has and that other systems replace by their own.
final class Looks {

    static final String BODY = "宋体";
    static final String HEADING = "黑体";
    static final CellLook USUAL = CellLook.plain(BODY, 10);

    private static final String LINE = "BFC5CE";
    private static final String MARK = "FCE4D6";
    private static final List<String> TINTS = List.of("DCE6F1", "E6EFDD", "F6EFD8", "E9E4EF");

    final Cell text;
    final Cell choice;
    final Cell number;
    final int key;
    final int name;
    final int hiddenName;
    final int dash;
    final int alarm;
    final int corner;
    final int alarmCorner;
    final int title;
    final int subtitle;
    final int item;
    final int itemNumber;
    final int paragraph;
    final int seal;
    final int head;
    final int sub;
    private final List<Integer> bands;
    private final List<Integer> heads;

    /// A table cell in its states: usual, text that looks like a formula, contested, not asked but
    /// contested.
    record Cell(int usual, int quoted, int contested, int contestedQuoted) {}

    Looks(BookOut book) {
        CellLook table = USUAL.border(LINE).wrapped();
        text = cell(book, table.asText().across("left"));
        choice = cell(book, table.asText().across("center"));
        number = cell(book, table.across("right"));
        key = book.look(CellLook.plain(BODY, 9).border(LINE).colour("6B7280").asText());
        name = book.look(table.asText().heavy().across("left"));
        hiddenName = book.look(CellLook.plain(BODY, 8).colour("808080").asText());
        dash = book.look(table.asText().colour("A6A6A6").across("center"));
        CellLook heading = CellLook.plain(HEADING, 10);
        alarm =
                book.look(
                        CellLook.plain(HEADING, 14)
                                .colour("FFFFFF")
                                .fill("C00000")
                                .across("center"));
        alarmCorner =
                book.look(
                        CellLook.plain(HEADING, 12)
                                .colour("FFFFFF")
                                .fill("C00000")
                                .border(LINE)
                                .across("center"));
        corner =
                book.look(CellLook.plain(HEADING, 12).border(LINE).fill("F2F4F7").across("center"));
        bands = TINTS.stream().map(t -> book.look(band(heading, t))).toList();
        heads = TINTS.stream().map(t -> book.look(band(CellLook.plain(BODY, 9), t))).toList();
        head = book.look(band(heading, "E8EDF4"));
        title = book.look(CellLook.plain(HEADING, 18).across("center"));
        subtitle = book.look(USUAL.colour("595959").across("center"));
        sub = book.look(CellLook.plain(HEADING, 11).colour("1F3864").across("left"));
        item = book.look(table.across("left"));
        itemNumber = book.look(table.across("center"));
        paragraph = book.look(USUAL.wrapped().across("left").colour("404040"));
        seal = book.look(CellLook.plain(BODY, 11).across("left"));
    }

    private static CellLook band(CellLook font, String tint) {
        return font.fill(tint).border(LINE).wrapped().across("center");
    }

    private static Cell cell(BookOut book, CellLook look) {
        return new Cell(
                book.look(look),
                book.look(look.asQuoted()),
                book.look(look.fill(MARK)),
                book.look(look.asQuoted().fill(MARK)));
    }

    /// How values of a column look.
    Cell of(BookColumn column) {
        return switch (column.type()) {
            case INTEGER, DECIMAL -> number;
            case TEXT, DATE, TIME, DATE_TIME, ONE, MANY, RANK, IMAGE, ACKNOWLEDGE, NONE ->
                    column.options().isEmpty() ? text : choice;
        };
    }

    /// The look of a section's band, the sections counted from 0.
    int band(int section) {
        return bands.get(section % bands.size());
    }

    /// The look of the labels under a band.
    int heads(int section) {
        return heads.get(section % heads.size());
    }
}
