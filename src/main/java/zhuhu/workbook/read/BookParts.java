package zhuhu.workbook.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import zhuhu.base.Plain;
import zhuhu.base.Texts;
import zhuhu.record.Kind;
import zhuhu.workbook.export.PackageSheet;
import zhuhu.workbook.export.RevisionSheets;
import zhuhu.workbook.export.SheetTitles;
import zhuhu.workbook.sheet.Sheets;

/// Which sheet of a workbook is what, by name; a record sheet that was renamed or copied by the
/// hidden names in it.
record BookParts(
        Sheets sheets,
        Optional<Sheets.Name> about,
        Optional<Sheets.Name> cover,
        List<Sheets.Name> facts,
        List<RecordTable> tables) {

    BookParts {
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
    }

    /// A sheet of records. Shape: `ofRows` for 回访成员, a row a member of a visit; `keyed` whether it
    /// has short keys, or says where they would stand.
    record RecordTable(Sheets.Name sheet, Kind kind, Rows ofRows, boolean keyed) {}

    enum Rows {
        RECORDS,
        ROWS_OF_VISITS
    }

    static BookParts find(Sheets sheets, Texts texts) throws IOException {
        var titles = new SheetTitles(texts);
        var facts = new ArrayList<Sheets.Name>();
        var tables = new ArrayList<RecordTable>();
        for (Sheets.Name name : sheets.names()) {
            if (number(name) > 0) {
                facts.add(name);
            } else {
                table(name, titles, sheets).ifPresent(tables::add);
            }
        }
        facts.sort(Comparator.comparingInt(BookParts::number));
        return new BookParts(
                sheets, sheets.find(PackageSheet.NAME), sheets.find(titles.cover()), facts, tables);
    }

    boolean isOurs() {
        return !facts.isEmpty() || tables.stream().anyMatch(RecordTable::keyed);
    }

    /// The place of a sheet of facts among its like, from 1; 0 for any other sheet.
    private static int number(Sheets.Name name) {
        String text = name.name().toLowerCase(Locale.ROOT);
        if (text.equals(RevisionSheets.name(1))) {
            return 1;
        }
        String[] parts = text.split("_", -1);
        boolean numbered =
                parts.length == 3 && parts[1].equals("revisions") && parts[2].matches("[0-9]{1,4}");
        return numbered ? Integer.parseInt(parts[2]) : 0;
    }

    private static Optional<RecordTable> table(Sheets.Name name, SheetTitles titles, Sheets sheets)
            throws IOException {
        // Reason: a copied sheet is called 户 (2), and its rows are rows of the same records.
        String title = Plain.folded(name.name()).replaceFirst("(\\(\\d+\\)|_\\d+)$", "");
        if (title.equals(titles.visitRows())) {
            return Optional.of(table(name, Kind.VISIT, Rows.ROWS_OF_VISITS, sheets));
        }
        for (Kind kind : Kind.values()) {
            if (title.equals(titles.of(kind))) {
                return Optional.of(table(name, kind, Rows.RECORDS, sheets));
            }
        }
        return Optional.empty();
    }

    private static RecordTable table(Sheets.Name name, Kind kind, Rows ofRows, Sheets sheets)
            throws IOException {
        return new RecordTable(name, kind, ofRows, KeyedSheet.isOne(sheets, name));
    }
}
