package zhuhu.workbook.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import zhuhu.base.Plain;

/// The texts of a sheet, merged cells read as their first. One thread.
final class Grid {

    private static final int MOST_COLUMNS = 1_000;
    private static final int MERGES_LOOKED_AT = 20_000;

    private final XSSFSheet sheet;
    private final DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
    private final Map<Long, CellRangeAddress> merges = new HashMap<>();
    private final int columns;

    Grid(XSSFSheet sheet) {
        this.sheet = sheet;
        int widest = 0;
        for (Row row : sheet) {
            widest = Math.max(widest, row.getLastCellNum());
        }
        columns = Math.min(widest, MOST_COLUMNS);
        int looked = 0;
        for (CellRangeAddress merge : sheet.getMergedRegions()) {
            if (merge.getNumberOfCells() <= MOST_COLUMNS && looked++ < MERGES_LOOKED_AT) {
                merge.forEach(at -> merges.put(key(at.getRow(), at.getColumn()), merge));
            }
        }
    }

    private static long key(int row, int column) {
        return ((long) row << 20) | column;
    }

    int columns() {
        return columns;
    }

    int lastRow() {
        return sheet.getLastRowNum();
    }

    Optional<CellRangeAddress> merge(int row, int column) {
        return Optional.ofNullable(merges.get(key(row, column)));
    }

    /// What stands there for a reader; "" for a formula.
    String text(int row, int column) {
        CellRangeAddress merge = merges.get(key(row, column));
        return merge == null ? own(row, column) : own(merge.getFirstRow(), merge.getFirstColumn());
    }

    /// What the cell itself holds; "" for a formula, or where another cell is merged over it.
    String own(int row, int column) {
        Row at = sheet.getRow(row);
        Cell cell = at == null ? null : at.getCell(column);
        if (cell == null || cell.getCellType() == CellType.FORMULA) {
            return "";
        }
        return Plain.text(
                cell.getCellType() == CellType.STRING
                        ? cell.getStringCellValue()
                        : formatter.formatCellValue(cell));
    }

    /// The formula of a cell, "" without one.
    String formula(int row, int column) {
        Row at = sheet.getRow(row);
        Cell cell = at == null ? null : at.getCell(column);
        return cell != null && cell.getCellType() == CellType.FORMULA ? cell.getCellFormula() : "";
    }
}
