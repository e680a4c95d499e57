package zhuhu.workbook.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/// Makes rows of the records of an `.xls`. One thread; made for one pass.
final class XlsSheets extends AbortableHSSFListener {

    private final List<BoundSheetRecord> names;
    private final Map<Integer, List<Merges.Range>> ranges;
    private final RowSink sink;
    private final CellCache cache = new CellCache();
    private final List<Integer> formats = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final BitSet hiddenRows = new BitSet();

    private @Nullable SSTRecord strings;
    private boolean from1904;
    private int depth;
    private int sheet = -1;
    private boolean wanted;
    private Merges merges = new Merges(List.of());
    private Cell[] cells = new Cell[0];
    private int row = -1;
    private int pendingColumn = -1;

    XlsSheets(List<BoundSheetRecord> names, Map<Integer, List<Merges.Range>> ranges, RowSink sink) {
        this.names = names;
        this.ranges = ranges;
        this.sink = sink;
    }

    @Override
    public short abortableProcessRecord(Record record) {
        switch (record) {
            case BOFRecord _ -> begin(record);
            case EOFRecord _ -> end();
            case SSTRecord sst -> strings = sst;
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            case ExtendedFormatRecord format -> formats.add((int) format.getFormatIndex());
            case FormatRecord format -> codes.put(format.getIndexCode(), format.getFormatString());
            case RowRecord head -> hiddenRows.set(head.getRowNumber(), head.getZeroHeight());
            case StringRecord text when pendingColumn >= 0 -> {
                put(row, pendingColumn, Cell.of(Cell.Kind.TEXT, text.getString(), true));
                pendingColumn = -1;
            }
            // Reason: charts and drawings in a sheet carry cells of their own.
            case CellValueRecordInterface at when wanted && depth == 1 -> cell(record, at);
            default -> {}
        }
        return 0;
    }

    private void begin(Record record) {
        if (depth++ > 0 || !XlsFile.beginsSheet(record)) {
            return;
        }
        sheet++;
        row = -1;
        hiddenRows.clear();
        boolean isSheet = ((BOFRecord) record).getType() == BOFRecord.TYPE_WORKSHEET;
        if (isSheet && sheet < names.size()) {
            BoundSheetRecord name = names.get(sheet);
            merges = new Merges(ranges.getOrDefault(sheet, List.of()));
            wanted = sink.sheet(name.getSheetname(), name.isHidden() || name.isVeryHidden());
        } else {
            wanted = false;
        }
    }

    private void end() {
        depth--;
        if (depth == 0 && wanted) {
            flush();
            wanted = false;
        }
    }

    private void cell(Record record, CellValueRecordInterface at) {
        Cell cell =
                switch (record) {
                    case LabelSSTRecord label -> shared(label.getSSTIndex());
                    case LabelRecord label -> cache.text(label.getValue());
                    case NumberRecord number -> number(at, number.getValue(), false);
                    case RKRecord number -> number(at, number.getRKNumber(), false);
                    case BoolErrRecord flag ->
                            flag.isBoolean()
                                    ? logical(flag.getBooleanValue(), false)
                                    : error(flag.getErrorValue(), false);
                    case FormulaRecord formula -> formula(formula);
                    default -> Cell.BLANK;
                };
        if (record instanceof FormulaRecord || !cell.isBlank()) {
            put(at.getRow(), at.getColumn(), cell);
        }
    }

    private Cell formula(FormulaRecord formula) {
        pendingColumn = formula.hasCachedResultString() ? formula.getColumn() : -1;
        CellType type = formula.getCachedResultTypeEnum();
        return switch (type) {
            case NUMERIC -> number(formula, formula.getValue(), true);
            case BOOLEAN -> logical(formula.getCachedBooleanValue(), true);
            case ERROR -> error((byte) formula.getCachedErrorValue(), true);
            case STRING, FORMULA, BLANK, _NONE -> Cell.BLANK;
        };
    }

    private Cell number(CellValueRecordInterface at, double value, boolean formula) {
        String raw = Double.toString(value);
        int style = at.getXFIndex();
        int id = style < formats.size() ? formats.get(style) : 0;
        return value >= 1 && Numbers.isDate(id, codes.getOrDefault(id, ""))
                ? Cell.of(Cell.Kind.DATE, Numbers.date(raw, from1904), formula)
                : Cell.of(Cell.Kind.NUMBER, Numbers.plain(raw), formula);
    }

    private static Cell logical(boolean value, boolean formula) {
        return Cell.of(Cell.Kind.LOGICAL, value ? "1" : "0", formula);
    }

    private static Cell error(byte code, boolean formula) {
        return Cell.of(Cell.Kind.ERROR, FormulaError.forInt(code).getString(), formula);
    }

    private Cell shared(int index) {
        SSTRecord known = strings;
        return known == null ? Cell.BLANK : cache.text(known.getString(index).getString());
    }

    private void put(int atRow, int column, Cell cell) {
        if (atRow != row) {
            flush();
            row = atRow;
        }
        if (cell.isBlank() || !wanted) {
            return;
        }
        if (column >= cells.length) {
            int old = cells.length;
            cells = Arrays.copyOf(cells, column + 1);
            Arrays.fill(cells, old, cells.length, Cell.BLANK);
        }
        cells[column] = cell;
    }

    private void flush() {
        if (cells.length > 0 && wanted) {
            Cell[] full = cells;
            cells = new Cell[0];
            wanted = sink.row(merges.fill(row, hiddenRows.get(row), full));
        }
        cells = new Cell[0];
    }
}
