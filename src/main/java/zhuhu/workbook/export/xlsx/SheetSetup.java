package zhuhu.workbook.export.xlsx;

import java.util.List;

/// All of a sheet that must be known before its first row. Shape: `tab` orders the sheets (from 0);
/// `tabColour` RRGGBB or ""; `frozenRows`, `frozenColumns` stay when scrolling, `repeatedRows`
/// (from, to; from 1) and `repeatedColumns` (letters, `A:C`) come again on each printed page, ""
/// for none.
public record SheetSetup(
        String name,
        int tab,
        Visibility visibility,
        String tabColour,
        List<Column> columns,
        int frozenRows,
        int frozenColumns,
        String repeatedRows,
        String repeatedColumns,
        Page page) {

    public SheetSetup {
        columns = List.copyOf(columns);
    }

    /// How far a sheet is out of sight; a very hidden one is not offered by Excel's menu.
    public enum Visibility {
        VISIBLE,
        HIDDEN,
        VERY_HIDDEN
    }

    /// Shape: `width` in characters of the usual font; `look` the look of its blank cells.
    public record Column(double width, boolean hidden, int look) {}

    /// Shape: `pagesWide` sheets of paper side by side, `pagesHigh` below each other (0: as many as
    /// it takes); `header`, `footer` in Excel's own notation (`&P` the page, `&N` of how many).
    public record Page(
            Paper paper,
            boolean landscape,
            int pagesWide,
            int pagesHigh,
            String header,
            String footer) {}

    /// Paper sizes by Excel's numbers.
    public enum Paper {
        A4(9),
        A3(8);

        final int number;

        Paper(int number) {
            this.number = number;
        }
    }

    /// A name as Excel accepts it for a sheet (31 characters, none of `[]:*?/\\`), made unique by
    /// the tab's number where it had to be changed.
    public static String sheetName(String wanted, int tab) {
        String name = wanted.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        String fits = name.length() > 26 ? name.substring(0, 26) : name;
        return fits.equals(wanted) && !fits.isEmpty() ? fits : fits + " " + (tab + 1);
    }

    /// A sheet that only programs read.
    public static SheetSetup hidden(String name, int tab, Visibility visibility) {
        return new SheetSetup(
                name,
                tab,
                visibility,
                "",
                List.of(),
                0,
                0,
                "",
                "",
                new Page(Paper.A4, false, 1, 0, "", ""));
    }
}
