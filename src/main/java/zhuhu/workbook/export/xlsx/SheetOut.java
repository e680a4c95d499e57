package zhuhu.workbook.export.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import zhuhu.base.Place;

/// A sheet being written, row by row from the top, cells from the left. One thread; one sheet of a
/// workbook at a time.
public final class SheetOut {

    /// What one cell can hold, in UTF-16 units: Excel's own limit.
    public static final int CELL_LIMIT = 32_767;

    private static final String[] LETTERS = new String[16_384];

    static {
        for (int i = 0; i < LETTERS.length; i++) {
            LETTERS[i] = Place.letters(i);
        }
    }

    private final BookOut book;
    private final SheetSetup setup;
    private final XmlOut xml;
    private final Notes notes;
    private final List<String> merges = new ArrayList<>();
    private final List<Choices> choices = new ArrayList<>();
    private String filter = "";
    private int filterRow = -1;
    private int filterColumns;
    private int row = -1;

    /// Lists to choose from, for the cells of a column. Shape: `formula` as Excel's list validation
    /// takes it (`"是,否"` in quotes, or a range); `error` the words at a wrong entry.
    private record Choices(String range, String formula, String title, String error) {}

    SheetOut(BookOut book, SheetSetup setup, XmlOut xml, Notes notes) throws IOException {
        this.book = book;
        this.setup = setup;
        this.xml = xml;
        this.notes = notes;
        new SheetFrame(setup).writeTop(xml);
    }

    static String letters(int column) {
        return LETTERS[column];
    }

    /// The row that cells now go to, from 0; -1 before the first.
    public int rowIndex() {
        return row;
    }

    /// Starts the next row; `height` in points.
    public void row(int height) throws IOException {
        startRow().raw(" ht=\"").raw(height).raw("\" customHeight=\"1\">");
    }

    /// Starts the next row, at first `height` points high; Excel makes it fit again once somebody
    /// edits it.
    public void flexibleRow(int height) throws IOException {
        startRow().raw(" ht=\"").raw(height).raw("\">");
    }

    /// Starts the next row; it grows with its text.
    public void row() throws IOException {
        startRow().raw(">");
    }

    /// Starts the next row, out of sight.
    public void hiddenRow() throws IOException {
        startRow().raw(" hidden=\"1\">");
    }

    private XmlOut startRow() throws IOException {
        if (row >= 0) {
            xml.raw("</row>");
        }
        row++;
        return xml.raw("<row r=\"").raw(row + 1).raw("\"");
    }

    /// Text of its own; longer than [#CELL_LIMIT] is a bug.
    public void text(int column, int look, String text) throws IOException {
        if (text.length() > CELL_LIMIT) {
            throw new IllegalArgumentException("Too long for a cell: " + text.length());
        }
        cell(column, look).raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        xml.cellText(text).raw("</t></is></c>");
    }

    /// Text that many cells share.
    public void label(int column, int look, String text) throws IOException {
        cell(column, look).raw(" t=\"s\"><v>").raw(book.shared(text)).raw("</v></c>");
    }

    public void number(int column, int look, BigDecimal number) throws IOException {
        cell(column, look).raw("><v>").raw(number.toPlainString()).raw("</v></c>");
    }

    public void blank(int column, int look) throws IOException {
        cell(column, look).raw("/>");
    }

    private XmlOut cell(int column, int look) throws IOException {
        return xml.raw("<c r=\"")
                .raw(LETTERS[column])
                .raw(row + 1)
                .raw("\" s=\"")
                .raw(look)
                .raw("\"");
    }

    /// A note on a cell of the row now written.
    public void note(int column, String text) {
        notes.add(row, column, text);
    }

    /// Joins cells of the row now written.
    public void merge(int fromColumn, int toColumn) {
        if (toColumn > fromColumn) {
            merges.add(range(fromColumn, row, toColumn, row));
        }
    }

    /// The row now written bears the filter of all rows below it.
    public void filterHere(int columns) {
        filterRow = row;
        filterColumns = columns;
    }

    /// Offers a list in every cell of a column from a row (from 0) downward.
    public void choose(int column, int fromRow, String formula, String title, String error) {
        choices.add(new Choices(range(column, fromRow, column, 1_048_575), formula, title, error));
    }

    private static String range(int left, int top, int right, int bottom) {
        return LETTERS[left] + (top + 1) + ":" + LETTERS[right] + (bottom + 1);
    }

    /// Ends the sheet; the next may be begun.
    public void finish() throws IOException {
        xml.raw(row < 0 ? "</sheetData>" : "</row></sheetData>");
        if (filterRow >= 0) {
            filter = range(0, filterRow, filterColumns - 1, row);
            xml.raw("<autoFilter").attribute("ref", filter).raw("/>");
        }
        if (!merges.isEmpty()) {
            xml.raw("<mergeCells").attribute("count", merges.size()).raw(">");
            for (String merge : merges) {
                xml.raw("<mergeCell").attribute("ref", merge).raw("/>");
            }
            xml.raw("</mergeCells>");
        }
        writeChoices();
        new SheetFrame(setup).writeBottom(xml, !notes.isEmpty());
        book.ended();
    }

    private void writeChoices() throws IOException {
        if (choices.isEmpty()) {
            return;
        }
        xml.raw("<dataValidations").attribute("count", choices.size()).raw(">");
        for (Choices one : choices) {
            xml.raw("<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\"");
            xml.attribute("errorTitle", one.title).attribute("error", one.error);
            xml.attribute("sqref", one.range).raw("><formula1>").escape(one.formula);
            xml.raw("</formula1></dataValidation>");
        }
        xml.raw("</dataValidations>");
    }

    /// The range with the filter, known once the sheet is finished; "" for none.
    String filter() {
        return filter;
    }
}
