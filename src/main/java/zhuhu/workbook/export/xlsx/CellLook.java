package zhuhu.workbook.export.xlsx;

/// How a cell looks. Shape: colours RRGGBB, "" for none; `size` in points; `across` one of left,
/// center, right, general; `border` the colour of a thin line all round, "" for none; `text` for
/// the text format, so that Excel keeps codes as they are; `quoted` for text that Excel would take
/// for a formula when the cell is edited.
public record CellLook(
        String font,
        int size,
        boolean bold,
        String colour,
        String fill,
        String border,
        String across,
        boolean wrap,
        boolean text,
        boolean quoted) {

    /// Plain text of a table.
    public static CellLook plain(String font, int size) {
        return new CellLook(font, size, false, "", "", "", "general", false, false, false);
    }

    public CellLook heavy() {
        return new CellLook(font, size, true, colour, fill, border, across, wrap, text, quoted);
    }

    public CellLook colour(String rgb) {
        return new CellLook(font, size, bold, rgb, fill, border, across, wrap, text, quoted);
    }

    public CellLook fill(String rgb) {
        return new CellLook(font, size, bold, colour, rgb, border, across, wrap, text, quoted);
    }

    public CellLook border(String rgb) {
        return new CellLook(font, size, bold, colour, fill, rgb, across, wrap, text, quoted);
    }

    public CellLook across(String where) {
        return new CellLook(font, size, bold, colour, fill, border, where, wrap, text, quoted);
    }

    public CellLook wrapped() {
        return new CellLook(font, size, bold, colour, fill, border, across, true, text, quoted);
    }

    public CellLook asText() {
        return new CellLook(font, size, bold, colour, fill, border, across, wrap, true, quoted);
    }

    public CellLook asQuoted() {
        return new CellLook(font, size, bold, colour, fill, border, across, wrap, true, true);
    }
}
