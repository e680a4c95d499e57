package zhuhu.workbook.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import zhuhu.base.Texts;
import zhuhu.workbook.export.xlsx.SheetOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// 对账 of a workbook that goes up, to read and to print on A4, lying: its tables below each other.
/// Read by people, not for merging.
record AccountSheet(Texts texts, Looks looks, ReportPart report) {

    // Reason: all columns together just fit A4; the second holds a hash of 64 digits in two lines.
    private static final List<Double> WIDTHS =
            List.of(
                    26.0, 34.0, 14.0, 10.0, 11.0, 11.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0,
                    7.0);
    private static final int LINE = 18;

    SheetSetup setup(String title, int tab, PageLook pages) {
        double width = WIDTHS.stream().mapToDouble(w -> w).sum();
        return new SheetSetup(
                title,
                tab,
                SheetSetup.Visibility.VISIBLE,
                "2E75B6",
                WIDTHS.stream().map(w -> new SheetSetup.Column(w, false, 0)).toList(),
                0,
                0,
                "",
                "",
                pages.table(width, 0, title));
    }

    void write(SheetOut sheet, String title) throws IOException {
        across(sheet, 34, looks.title, title);
        for (String line : report.lines()) {
            across(sheet, LINE, looks.subtitle, line);
        }
        for (ReportPart.Table table : report.tables()) {
            across(sheet, 26, looks.sub, table.title());
            if (!table.about().isEmpty()) {
                across(sheet, LINE, looks.paragraph, table.about());
            }
            heads(sheet, table.columns());
            for (List<String> row : table.rows()) {
                row(sheet, table.columns(), row);
            }
        }
        sheet.finish();
    }

    private void heads(SheetOut sheet, List<ReportPart.Column> columns) throws IOException {
        sheet.row(30);
        int at = 0;
        for (ReportPart.Column column : columns) {
            sheet.label(at, looks.head, column.head());
            at = merged(sheet, at, column.span(), looks.head);
        }
    }

    private void row(SheetOut sheet, List<ReportPart.Column> columns, List<String> cells)
            throws IOException {
        int lines = 1;
        int start = 0;
        for (int i = 0; i < cells.size(); i++) {
            int end = start + columns.get(i).span();
            double width = WIDTHS.subList(start, end).stream().mapToDouble(w -> w).sum();
            lines = Math.max(lines, TextWidth.lines(cells.get(i), width));
            start = end;
        }
        sheet.row(Math.min(lines, 12) * LINE);
        int at = 0;
        for (int i = 0; i < cells.size(); i++) {
            ReportPart.Column column = columns.get(i);
            boolean numbers = column.holds() == ReportPart.Holds.NUMBERS;
            cell(sheet, at, numbers, cells.get(i));
            at = merged(sheet, at, column.span(), numbers ? looks.itemNumber : looks.item);
        }
    }

    private void cell(SheetOut sheet, int at, boolean numbers, String words) throws IOException {
        if (words.isEmpty()) {
            sheet.blank(at, looks.item);
        } else if (numbers && words.matches("[0-9]{1,9}")) {
            sheet.number(at, looks.itemNumber, new BigDecimal(words));
        } else if (CellText.looksLikeFormula(words)) {
            sheet.text(at, looks.text.quoted(), words);
        } else {
            sheet.text(at, numbers ? looks.itemNumber : looks.item, words);
        }
    }

    /// The cells that a wide one covers have its border. Returns where the next one stands.
    private static int merged(SheetOut sheet, int at, int span, int look) throws IOException {
        for (int column = at + 1; column < at + span; column++) {
            sheet.blank(column, look);
        }
        if (span > 1) {
            sheet.merge(at, at + span - 1);
        }
        return at + span;
    }

    private static void across(SheetOut sheet, int height, int look, String words)
            throws IOException {
        sheet.row(height);
        sheet.text(0, look, words);
        merged(sheet, 0, WIDTHS.size(), look);
    }
}
