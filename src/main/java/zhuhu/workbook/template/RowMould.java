package zhuhu.workbook.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import zhuhu.workbook.template.RangeStretch.RowFormula;

/// What every row of a list looks like: its template's first data row. Made before that row goes;
/// one thread.
final class RowMould {

    /// A cell of the row. Shape: `column` from 0; `general` the number of its style; `text` that of
    /// the same style in which Excel keeps codes as they are; `isDate` where its format is a date.
    record Spot(int column, int general, int text, boolean isDate) {}

    private final List<Spot> spots = new ArrayList<>();
    private final Map<Integer, RowFormula> formulas = new HashMap<>();
    private final float heightPt;
    private final boolean customHeight;

    RowMould(XSSFWorkbook book, TemplateSheet sheet) {
        XSSFSheet from = book.getSheetAt(sheet.index());
        Row first = from.getRow(sheet.dataFirst());
        int columns = sheet.columns().stream().mapToInt(c -> c.index() + 1).max().orElse(0);
        columns = Math.max(columns, first == null ? 0 : first.getLastCellNum());
        Map<Integer, XSSFCellStyle> asText = new HashMap<>();
        XSSFCellStyle plain = first == null ? ofHeader(book, from, sheet) : null;
        for (int column = 0; column < columns; column++) {
            Cell cell = first == null ? null : first.getCell(column);
            XSSFCellStyle style =
                    cell != null
                            ? (XSSFCellStyle) cell.getCellStyle()
                            : plain != null ? plain : (XSSFCellStyle) from.getColumnStyle(column);
            XSSFCellStyle text =
                    asText.computeIfAbsent((int) style.getIndex(), _ -> asText(book, style));
            spots.add(
                    new Spot(
                            column,
                            style.getIndex(),
                            text.getIndex(),
                            DateUtil.isADateFormat(
                                    style.getDataFormat(), style.getDataFormatString())));
            if (cell != null && cell.getCellType() == CellType.FORMULA) {
                formulas.put(
                        column,
                        RangeStretch.rowFormula(
                                book, sheet.index(), sheet.dataFirst(), cell.getCellFormula()));
            }
        }
        heightPt = first == null ? 0 : first.getHeightInPoints();
        customHeight =
                first != null
                        && ((org.apache.poi.xssf.usermodel.XSSFRow) first)
                                .getCTRow()
                                .getCustomHeight();
    }

    private static XSSFCellStyle asText(XSSFWorkbook book, XSSFCellStyle style) {
        if (style.getDataFormat() != 0) {
            return style;
        }
        XSSFCellStyle text = book.createCellStyle();
        text.cloneStyleFrom(style);
        text.setDataFormat(book.createDataFormat().getFormat("@"));
        return text;
    }

    /// A template that ends with its header: rows get the header's lines.
    private static XSSFCellStyle ofHeader(XSSFWorkbook book, XSSFSheet from, TemplateSheet sheet) {
        XSSFCellStyle style = book.createCellStyle();
        Row header = from.getRow(sheet.dataFirst() - 1);
        Cell cell = header == null ? null : header.getCell(Math.max(0, header.getFirstCellNum()));
        BorderStyle line = cell == null ? BorderStyle.NONE : cell.getCellStyle().getBorderBottom();
        style.setBorderTop(line);
        style.setBorderBottom(line);
        style.setBorderLeft(line);
        style.setBorderRight(line);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    List<Spot> spots() {
        return spots;
    }

    /// The formula of a column, so many rows below the first; null without one.
    @org.jspecify.annotations.Nullable
    String formula(int column, int down) {
        RowFormula formula = formulas.get(column);
        return formula == null ? null : formula.down(down);
    }

    /// The height of a row as an attribute, "" where it may grow with its text.
    String height() {
        return customHeight ? " ht=\"" + heightPt + "\" customHeight=\"1\"" : "";
    }
}
