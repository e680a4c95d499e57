package zhuhu.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import zhuhu.base.Outcome;
import zhuhu.form.FormSheets;
import zhuhu.workbook.sheet.RowSink;
import zhuhu.workbook.sheet.SheetRow;
import zhuhu.workbook.sheet.SpreadsheetFile;

/// XLSForms as workbooks, for staff who change questions in Excel or WPS. Any thread.
public final class FormBook {

    private static final Map<String, Integer> WIDTHS =
            Map.of("type", 24, "name", 24, "label", 42, "hint", 32, "list_name", 20);
    private static final int OTHER_WIDTH = 22;

    private FormBook() {}

    /// Reads `.xlsx` or `.xls`. Shape: every sheet, hidden ones too; a number is its shortest text
    /// (1.0 is `1`), a date is ISO; rows keep the numbers that Excel shows.
    public static Outcome<FormSheets> read(Path file) {
        return SpreadsheetFile.open(file, Optional.empty())
                .then(book -> {
                    var sheets = new Sheets();
                    return book.read(sheets).map(_ -> new FormSheets(book.name(), sheets.close()));
                });
    }

    /// Writes a workbook: cells as text, headers marked and frozen, long texts wrapped.
    public static byte[] write(FormSheets sheets) {
        try (var book = new XSSFWorkbook()) {
            CellStyle header = header(book);
            CellStyle plain = plain(book);
            for (FormSheets.Sheet sheet : sheets.sheets()) {
                sheet(sheet, book.createSheet(sheet.name()), header, plain);
            }
            var out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sheet(FormSheets.Sheet from, Sheet to, CellStyle header, CellStyle plain) {
        for (int i = 0; i < from.rows().size(); i++) {
            Row row = to.createRow(i);
            List<String> cells = from.rows().get(i);
            for (int j = 0; j < cells.size(); j++) {
                if (i == 0 || !cells.get(j).isEmpty()) {
                    Cell cell = row.createCell(j);
                    cell.setCellValue(cells.get(j));
                    cell.setCellStyle(i == 0 ? header : plain);
                }
            }
        }
        List<String> headers = from.rows().isEmpty() ? List.of() : from.rows().getFirst();
        for (int j = 0; j < headers.size(); j++) {
            int width = WIDTHS.getOrDefault(headers.get(j), OTHER_WIDTH);
            to.setColumnWidth(j, width * 256);
            // Reason: a question added later is text too, or Excel makes a number of 01.
            to.setDefaultColumnStyle(j, plain);
        }
        to.createFreezePane(from.name().equals("survey") ? 2 : 0, 1);
    }

    private static CellStyle plain(XSSFWorkbook book) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static CellStyle header(XSSFWorkbook book) {
        CellStyle style = plain(book);
        Font font = book.createFont();
        font.setBold(true);
        style.setFont(font);
        style.setFillForegroundColor(IndexedColors.LIGHT_CORNFLOWER_BLUE.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    /// Gathers rows as they come. Blank rows are left out by the reader and put back here.
    private static final class Sheets implements RowSink {

        private final List<FormSheets.Sheet> sheets = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private String name = "";

        @Override
        public boolean sheet(String next, boolean hidden) {
            end();
            name = next;
            return true;
        }

        @Override
        public boolean row(SheetRow row) {
            while (rows.size() < row.number() - 1) {
                rows.add(List.of());
            }
            var cells = new ArrayList<String>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(text(row.cell(i)));
            }
            while (!cells.isEmpty() && cells.getLast().isEmpty()) {
                cells.removeLast();
            }
            rows.add(List.copyOf(cells));
            return true;
        }

        private static String text(zhuhu.workbook.sheet.Cell cell) {
            return switch (cell.kind()) {
                case BLANK, ERROR -> "";
                case TEXT, NUMBER, DATE -> cell.text();
                case LOGICAL -> cell.text().equals("1") ? "TRUE" : "FALSE";
            };
        }

        private void end() {
            if (!name.isEmpty()) {
                sheets.add(new FormSheets.Sheet(name, rows));
            }
            rows.clear();
        }

        List<FormSheets.Sheet> close() {
            end();
            return sheets;
        }
    }
}
