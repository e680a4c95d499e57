package zhuhu.workbook.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.RefNPtg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/// Makes everything that speaks of a list's rows speak of all of them once there are more: sums,
/// names, the print area, conditional formats, choices. Ranges that end in the list are drawn out
/// to its new end; POI has moved what stands below before. One use; one thread.
final class RangeStretch {

    private final XSSFWorkbook book;
    private final XSSFSheet sheet;
    private final int sheetIndex;
    private final int first;
    private final int last;
    private final int more;

    /// Rows from 0: the list's `first` and `last` in the template, and how many `more` it has now.
    RangeStretch(XSSFWorkbook book, int sheetIndex, int first, int last, int more) {
        this.book = book;
        this.sheet = book.getSheetAt(sheetIndex);
        this.sheetIndex = sheetIndex;
        this.first = first;
        this.last = last;
        this.more = more;
    }

    void run() {
        formulas();
        names();
        formats();
        choices();
        CTWorksheet sheetXml = sheet.getCTWorksheet();
        if (sheetXml.isSetAutoFilter()) {
            sheetXml.getAutoFilter().setRef(range(sheetXml.getAutoFilter().getRef(), false));
        }
    }

    private void formulas() {
        var cells = new ArrayList<Cell>();
        var texts = new ArrayList<String>();
        // Reason: a formula that many cells share must be read from all of them before one of them
        // is given its own.
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            for (Row row : book.getSheetAt(i)) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA
                            && !cell.isPartOfArrayFormulaGroup()) {
                        cells.add(cell);
                        texts.add(cell.getCellFormula());
                    }
                }
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            int index = book.getSheetIndex(cell.getSheet());
            String stretched = formula(texts.get(i), FormulaType.CELL, index, cell.getRowIndex());
            if (!stretched.equals(texts.get(i))) {
                cell.setCellFormula(stretched);
            }
        }
    }

    private void names() {
        for (Name name : book.getAllNames()) {
            if (!name.isFunctionName() && !name.getNameName().startsWith("_xlnm.Print_Titles")) {
                String text = name.getRefersToFormula();
                int at = Math.max(0, name.getSheetIndex());
                String stretched =
                        text == null ? "" : formula(text, FormulaType.NAMEDRANGE, at, -1);
                if (text != null && !stretched.equals(text)) {
                    name.setRefersToFormula(stretched);
                }
            }
        }
    }

    private String formula(String text, FormulaType type, int index, int row) {
        var names = XSSFEvaluationWorkbook.create(book);
        try {
            Ptg[] parts = FormulaParser.parse(text, names, type, index, row);
            boolean changed = false;
            for (Ptg part : parts) {
                boolean here =
                        part instanceof Area3DPxg far
                                ? sheet.getSheetName().equalsIgnoreCase(far.getSheetName())
                                        && far.getExternalWorkbookNumber() < 0
                                : index == sheetIndex;
                if (here && part instanceof AreaPtgBase area && ends(area.getLastRow())) {
                    area.setLastRow(last + more);
                    changed = true;
                }
            }
            return changed ? FormulaRenderer.toFormulaString(names, parts) : text;
        } catch (FormulaParseException e) {
            // Reason: what POI cannot parse (a function of tomorrow) stays as the county wrote it.
            return text;
        }
    }

    private boolean ends(int row) {
        return row >= first && row <= last;
    }

    private void formats() {
        for (CTConditionalFormatting format :
                sheet.getCTWorksheet().getConditionalFormattingList()) {
            format.setSqref(ranges(format.getSqref(), false));
        }
    }

    private void choices() {
        CTWorksheet xml = sheet.getCTWorksheet();
        if (xml.isSetDataValidations()) {
            for (CTDataValidation choice : xml.getDataValidations().getDataValidationList()) {
                choice.setSqref(ranges(choice.getSqref(), true));
            }
        }
    }

    private List<String> ranges(List<?> ranges, boolean unmoved) {
        return ranges.stream().map(r -> range(String.valueOf(r), unmoved)).toList();
    }

    /// `unmoved`: what stood below the list was not moved by POI.
    private String range(String text, boolean unmoved) {
        CellRangeAddress range = CellRangeAddress.valueOf(text);
        if (range.getFirstRow() < 0 || range.getLastRow() < 0) {
            return text;
        }
        boolean below = unmoved && range.getFirstRow() > last;
        if (below) {
            range.setFirstRow(range.getFirstRow() + more);
        }
        if (below || ends(range.getLastRow()) || unmoved && range.getLastRow() > last) {
            range.setLastRow(
                    ends(range.getLastRow())
                            ? last + more
                            : Math.min(1_048_575, range.getLastRow() + more));
        }
        return range.formatAsString().toUpperCase(Locale.ROOT);
    }

    /// A row's own formula, as it reads so many rows further down; the text itself where it cannot
    /// be parsed.
    static RowFormula rowFormula(XSSFWorkbook book, int sheetIndex, int row, String text) {
        var names = XSSFEvaluationWorkbook.create(book);
        try {
            Ptg[] parts = FormulaParser.parse(text, names, FormulaType.CELL, sheetIndex, row);
            return new RowFormula(text, names, parts);
        } catch (FormulaParseException e) {
            return new RowFormula(text, names, new Ptg[0]);
        }
    }

    /// A formula that is written again in each row. One thread.
    static final class RowFormula {

        private final String text;
        private final XSSFEvaluationWorkbook names;
        private final Ptg[] parts;
        private int at;

        private RowFormula(String text, XSSFEvaluationWorkbook names, Ptg[] parts) {
            this.text = text;
            this.names = names;
            this.parts = parts;
        }

        String down(int rows) {
            if (parts.length == 0) {
                return text;
            }
            int step = rows - at;
            at = rows;
            for (Ptg part : parts) {
                if (part instanceof RefPtgBase ref
                        && ref.isRowRelative()
                        && !(ref instanceof RefNPtg)) {
                    ref.setRow(ref.getRow() + step);
                } else if (part instanceof AreaPtgBase area) {
                    if (area.isFirstRowRelative()) {
                        area.setFirstRow(area.getFirstRow() + step);
                    }
                    if (area.isLastRowRelative()) {
                        area.setLastRow(area.getLastRow() + step);
                    }
                }
            }
            return FormulaRenderer.toFormulaString(names, parts);
        }
    }
}
