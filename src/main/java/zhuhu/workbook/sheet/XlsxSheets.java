package zhuhu.workbook.sheet;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The sheets of an `.xlsx` that is held in memory.
final class XlsxSheets implements Sheets {

    private final ZipParts zip;
    private final XlsxParts parts;
    private final List<Cell> strings;
    private final BitSet dates;
    private final Map<String, List<Merges.Range>> merged = new HashMap<>();

    private XlsxSheets(ZipParts zip) throws IOException {
        this.zip = zip;
        this.parts = XlsxParts.read(zip);
        this.strings = parts.sharedStrings(zip);
        this.dates = parts.dateStyles(zip);
    }

    static XlsxSheets open(byte[] file) throws IOException {
        var zip = new ZipParts(file);
        try {
            return new XlsxSheets(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    @Override
    public List<Name> names() {
        return parts.sheets().stream()
                .filter(s -> zip.has(s.part()))
                .map(s -> new Name(s.name(), s.hidden()))
                .toList();
    }

    @Override
    public void read(Name sheet, Look look, Predicate<SheetRow> rows) throws IOException {
        String part =
                parts.sheets().stream()
                        .filter(s -> s.name().equals(sheet.name()))
                        .map(XlsxParts.Sheet::part)
                        .findFirst()
                        .orElseThrow();
        boolean lent = look == Look.LENT;
        var merges = new Merges(lent ? ranges(part) : List.of());
        var walk = new XlsxSheet(strings, dates, parts.from1904(), merges, new OneSheet(rows));
        Xml.walk(zip.open(part), lent ? walk.tellingBlankFormulas() : walk);
    }

    /// Reason: they stand behind the rows, so finding them costs a walk of its own.
    private List<Merges.Range> ranges(String part) throws IOException {
        List<Merges.Range> known = merged.get(part);
        if (known == null) {
            known = MergeTail.ranges(zip.open(part));
            merged.put(part, known);
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
