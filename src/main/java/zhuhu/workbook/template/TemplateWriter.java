package zhuhu.workbook.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import zhuhu.base.Place;
import zhuhu.workbook.PlainBook;
import zhuhu.workbook.template.TemplateSheet.Slot;

/// Writes a filled copy of a template. POI holds the template, which is small: it moves the footers
/// and mends what speaks of rows; the list's rows stream into the sheet's XML and are never held.
/// No file is written beside the stream. Source: decision 0022.
public final class TemplateWriter {

    private final Template template;
    private final List<SheetFill> fills;
    private final Map<String, SheetFill> parts = new HashMap<>();
    private final Map<String, RowMould> moulds = new HashMap<>();

    private TemplateWriter(Template template, List<SheetFill> fills) {
        this.template = template;
        this.fills = fills;
    }

    /// `trainingWords`: where not "", the copy is marked as one for practising, in its header line
    /// and for programs.
    public static void write(
            OutputStream out, Template template, List<SheetFill> fills, String trainingWords)
            throws IOException {
        new TemplateWriter(template, fills).write(out, trainingWords);
    }

    private void write(OutputStream out, String trainingWords) throws IOException {
        byte[] prepared = prepared(trainingWords);
        var zip = new ZipOutputStream(out);
        try (var in = new ZipInputStream(new ByteArrayInputStream(prepared))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                SheetFill fill = parts.get("/" + entry.getName());
                RowMould mould = moulds.get("/" + entry.getName());
                if (fill == null || mould == null) {
                    in.transferTo(zip);
                } else {
                    String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    new SheetSplice(fill, mould, zip).run(xml);
                }
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    /// The template with its places filled, its footers moved and its lists empty.
    private byte[] prepared(String trainingWords) throws IOException {
        try (XSSFWorkbook book = Template.workbook(template.bytes())) {
            var copied = new ArrayList<Integer>();
            for (SheetFill fill : fills) {
                switch (fill.sheet().form()) {
                    case LIST -> list(book, fill);
                    case PLAIN -> slots(book.getSheetAt(fill.sheet().index()), fill);
                    case CARD -> cards(book, fill, copied);
                }
            }
            copied.sort(java.util.Comparator.reverseOrder());
            copied.forEach(book::removeSheetAt);
            if (!trainingWords.isEmpty()) {
                mark(book, trainingWords);
            }
            book.setForceFormulaRecalculation(true);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void slots(XSSFSheet sheet, SheetFill fill) {
        fill.sheet().slots().forEach(slot -> put(sheet, slot, fill.slots()));
    }

    private static void put(XSSFSheet sheet, Slot slot, Function<String, CellValue> value) {
        Row row = sheet.getRow(slot.row());
        Cell cell = row == null ? null : row.getCell(slot.column());
        if (cell == null) {
            return;
        }
        switch (Places.fill(slot.text(), value)) {
            case CellValue.Blank() -> cell.setBlank();
            case CellValue.Figure(var number) -> cell.setCellValue(number.doubleValue());
            case CellValue.Day(var date) when isDate(cell) -> cell.setCellValue(date);
            case CellValue.Day(var date) -> cell.setCellValue(date.toString());
            case CellValue.Words(String words) -> cell.setCellValue(words);
        }
    }

    private static boolean isDate(Cell cell) {
        return DateUtil.isADateFormat(
                cell.getCellStyle().getDataFormat(), cell.getCellStyle().getDataFormatString());
    }

    // ---- forms about one household

    private void cards(XSSFWorkbook book, SheetFill fill, List<Integer> copied) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            names.add(book.getSheetName(i));
        }
        for (SheetFill.Card card : fill.cards()) {
            String name = free(card.name(), names);
            XSSFSheet copy = book.cloneSheet(fill.sheet().index(), name);
            fill.sheet().slots().forEach(slot -> put(copy, slot, card.slots()));
        }
        if (!fill.cards().isEmpty()) {
            copied.add(fill.sheet().index());
        }
    }

    private static String free(String wanted, Set<String> taken) {
        String plain = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String base = plain.isEmpty() ? "户" : plain.substring(0, Math.min(24, plain.length()));
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + " " + i;
        }
        return name;
    }

    // ---- lists

    private void list(XSSFWorkbook book, SheetFill fill) {
        TemplateSheet shape = fill.sheet();
        XSSFSheet sheet = book.getSheetAt(shape.index());
        slots(sheet, fill);
        var mould = new RowMould(book, shape);
        int last = shape.dataLast();
        for (int i = sheet.getNumMergedRegions() - 1; i >= 0; i--) {
            int at = sheet.getMergedRegion(i).getFirstRow();
            if (at >= shape.dataFirst() && at <= last) {
                sheet.removeMergedRegion(i);
            }
        }
        for (int row = shape.dataFirst(); row <= last; row++) {
            if (sheet.getRow(row) != null) {
                sheet.removeRow(sheet.getRow(row));
            }
        }
        int more = (int) Math.max(0, fill.rows() - shape.dataRows());
        if (more > 0) {
            if (sheet.getLastRowNum() > last) {
                sheet.shiftRows(last + 1, sheet.getLastRowNum(), more, true, false);
            }
            new RangeStretch(book, shape.index(), shape.dataFirst(), last, more).run();
            stretchTables(sheet, shape, more);
        }
        dimension(sheet, shape, more);
        String part = sheet.getPackagePart().getPartName().getName();
        parts.put(part, fill);
        moulds.put(part, mould);
    }

    private static void stretchTables(XSSFSheet sheet, TemplateSheet shape, int more) {
        for (XSSFTable table : sheet.getTables()) {
            int end = table.getEndRowIndex();
            if (end >= shape.dataFirst() && end <= shape.dataLast()) {
                String ref =
                        Place.letters(table.getStartColIndex())
                                + (table.getStartRowIndex() + 1)
                                + ":"
                                + Place.letters(table.getEndColIndex())
                                + (shape.dataLast() + more + 1);
                table.getCTTable().setRef(ref);
                if (table.getCTTable().isSetAutoFilter()) {
                    table.getCTTable().getAutoFilter().setRef(ref);
                }
            }
        }
    }

    /// Reason: readers trust what a sheet says of its own size.
    private static void dimension(XSSFSheet sheet, TemplateSheet shape, int more) {
        int lastRow = Math.max(sheet.getLastRowNum(), shape.dataLast() + more);
        int columns = shape.columns().stream().mapToInt(c -> c.index()).max().orElse(0);
        for (Row row : sheet) {
            columns = Math.max(columns, row.getLastCellNum() - 1);
        }
        var xml = sheet.getCTWorksheet();
        var dimension = xml.isSetDimension() ? xml.getDimension() : xml.addNewDimension();
        dimension.setRef("A1:" + Place.letters(columns) + (lastRow + 1));
    }

    /// Reason: what comes from an invented township must never be taken for real work.
    private static void mark(XSSFWorkbook book, String words) {
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            XSSFSheet sheet = book.getSheetAt(i);
            sheet.getHeader().setCenter(words);
        }
        if (book.getSheet(PlainBook.MARK_SHEET) == null) {
            XSSFSheet mark = book.createSheet(PlainBook.MARK_SHEET);
            mark.createRow(0).createCell(0).setCellValue(PlainBook.TRAINING_MARK);
            book.setSheetVisibility(book.getSheetIndex(mark), SheetVisibility.VERY_HIDDEN);
        }
    }
}
