package zhuhu.workbook.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;

/// Reads the sheets of an `.xls`, record by record.
final class XlsFile {

    private XlsFile() {}

    static void read(POIFSFileSystem file, RowSink sink) throws IOException {
        var names = new ArrayList<BoundSheetRecord>();
        Map<Integer, List<Merges.Range>> merges = new HashMap<>();
        walk(file, new First(names, merges));
        walk(file, new XlsSheets(sorted(names), merges, sink));
    }

    private static List<BoundSheetRecord> sorted(List<BoundSheetRecord> names) {
        return List.of(BoundSheetRecord.orderByBofPosition(names));
    }

    private static void walk(POIFSFileSystem file, AbortableHSSFListener listener)
            throws IOException {
        var request = new HSSFRequest();
        request.addListenerForAllRecords(listener);
        try {
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, file);
        } catch (HSSFUserException e) {
            throw new IOException(e);
        }
    }

    /// Whether a record begins a sheet (or a chart in the place of one).
    static boolean beginsSheet(Record record) {
        return record instanceof BOFRecord bof && bof.getType() != BOFRecord.TYPE_WORKBOOK;
    }

    /// Reason: names and merged ranges stand behind the rows that need them, so a first pass
    /// collects them.
    private static final class First extends AbortableHSSFListener {

        private final List<BoundSheetRecord> names;
        private final Map<Integer, List<Merges.Range>> merges;
        private int sheet = -1;
        private int depth;

        First(List<BoundSheetRecord> names, Map<Integer, List<Merges.Range>> merges) {
            this.names = names;
            this.merges = merges;
        }

        @Override
        public short abortableProcessRecord(Record record) {
            if (record instanceof BoundSheetRecord name) {
                names.add(name);
            } else if (record instanceof BOFRecord) {
                sheet += depth == 0 && beginsSheet(record) ? 1 : 0;
                depth++;
            } else if (record instanceof org.apache.poi.hssf.record.EOFRecord) {
                depth--;
            } else if (record instanceof MergeCellsRecord areas) {
                List<Merges.Range> mine = merges.computeIfAbsent(sheet, _ -> new ArrayList<>());
                for (int i = 0; i < areas.getNumAreas(); i++) {
                    CellRangeAddress a = areas.getAreaAt(i);
                    mine.add(
                            new Merges.Range(
                                    a.getFirstRow(),
                                    a.getFirstColumn(),
                                    a.getLastRow(),
                                    a.getLastColumn()));
                }
            }
            return 0;
        }
    }
}
