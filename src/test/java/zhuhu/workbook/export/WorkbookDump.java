package zhuhu.workbook.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.NumberToTextConverter;

/// Any workbook as text, a line a cell, so that two can be compared and a difference read: sheet,
/// cell, type, value; hidden sheets, rows and columns, merged cells and notes too. Made with
/// another library than the one that writes.
public final class WorkbookDump {

    private static final int LONGEST = 200;

    private WorkbookDump() {}

    public static String of(Path file) {
        return of(file, "");
    }

    /// `password`: "" for a file without one.
    public static String of(Path file, String password) {
        try (Workbook book =
                WorkbookFactory.create(file.toFile(), password.isEmpty() ? null : password, true)) {
            var lines = new ArrayList<String>();
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                sheet(book, i, lines);
            }
            return String.join("\n", lines) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sheet(Workbook book, int number, List<String> lines) {
        Sheet sheet = book.getSheetAt(number);
        String visibility = book.getSheetVisibility(number).name().toLowerCase(Locale.ROOT);
        lines.add("# " + sheet.getSheetName() + " " + visibility);
        sheet.getMergedRegions().forEach(m -> lines.add("merged " + m.formatAsString()));
        for (Row row : sheet) {
            if (row.getZeroHeight()) {
                lines.add("hidden row " + (row.getRowNum() + 1));
            }
            for (Cell cell : row) {
                cell(cell, lines);
            }
        }
    }

    private static void cell(Cell cell, List<String> lines) {
        String at = cell.getAddress().formatAsString();
        switch (cell.getCellType()) {
            case STRING -> lines.add(at + " text " + quoted(cell.getStringCellValue()));
            case NUMERIC ->
                    lines.add(
                            at
                                    + " number "
                                    + NumberToTextConverter.toText(cell.getNumericCellValue()));
            case BOOLEAN -> lines.add(at + " boolean " + cell.getBooleanCellValue());
            case FORMULA -> lines.add(at + " formula " + cell.getCellFormula());
            case ERROR -> lines.add(at + " error " + cell.getErrorCellValue());
            case BLANK, _NONE -> {}
        }
        if (cell.getCellComment() != null) {
            lines.add(at + " note " + quoted(cell.getCellComment().getString().getString()));
        }
    }

    private static String quoted(String text) {
        String plain = text.replace("\\", "\\\\").replace("\n", "\\n");
        return plain.length() <= LONGEST
                ? plain
                : plain.substring(0, LONGEST) + " ...(" + text.length() + ")";
    }
}
