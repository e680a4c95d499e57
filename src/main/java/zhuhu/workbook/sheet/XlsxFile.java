package zhuhu.workbook.sheet;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/// Reads the sheets of an `.xlsx` that is held in memory.
final class XlsxFile {

    private XlsxFile() {}

    static void read(byte[] file, RowSink sink) throws IOException {
        try (var zip = new ZipParts(file)) {
            XlsxParts parts = XlsxParts.read(zip);
            List<Cell> strings = parts.sharedStrings(zip);
            BitSet dates = parts.dateStyles(zip);
            for (XlsxParts.Sheet sheet : parts.sheets()) {
                if (zip.has(sheet.part()) && sink.sheet(sheet.name(), sheet.hidden())) {
                    var merges = new Merges(MergeTail.ranges(zip.open(sheet.part())));
                    Xml.walk(
                            zip.open(sheet.part()),
                            new XlsxSheet(strings, dates, parts.from1904(), merges, sink));
                }
            }
        }
    }
}
