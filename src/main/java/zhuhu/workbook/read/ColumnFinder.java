package zhuhu.workbook.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Place;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Headings;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.workbook.export.BookColumn;
import zhuhu.workbook.export.SheetLayout;
import zhuhu.workbook.read.BookParts.RecordTable;
import zhuhu.workbook.read.BookParts.Rows;
import zhuhu.workbook.roster.Options;
import zhuhu.workbook.sheet.SheetRow;
import zhuhu.workbook.sheet.Sheets;

/// Finds the columns of a record sheet: by the hidden names, wherever their row is now; a column
/// without a name by its band and label or a synonym of it; never by position. One use; one thread.
final class ColumnFinder {

    private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})年?");
    private static final int ENOUGH_LABELS = 3;

    private final RecordTable table;
    private final BookTerms terms;
    private final FactIndex index;
    private final ColumnAccess access;

    private Optional<SheetRow> names = Optional.empty();
    private Optional<SheetRow> labels = Optional.empty();
    private Optional<SheetRow> bands = Optional.empty();
    private Optional<SheetRow> before = Optional.empty();
    private Set<String> known = Set.of();

    ColumnFinder(RecordTable table, BookTerms terms, FactIndex index) {
        this.table = table;
        this.terms = terms;
        this.index = index;
        this.access = new ColumnAccess(terms.schema(), table.kind());
    }

    SheetColumns find(Sheets sheets) throws IOException {
        known = knownLabels();
        sheets.read(table.sheet(), Sheets.Look.LENT, this::look);
        var found = new ArrayList<Column>();
        var doubts = new ArrayList<Problem>();
        var taken = new HashSet<String>();
        int width =
                Math.max(names.map(SheetRow::size).orElse(0), labels.map(SheetRow::size).orElse(0));
        for (int i = 0; i < width; i++) {
            Optional<BookColumn> named = byName(name(i), i);
            if (named.isPresent()) {
                add(i, named.get(), taken, found, doubts);
            }
        }
        for (int i = 0; i < width; i++) {
            if (!name(i).contains(".") && !name(i).startsWith("_") && !label(i).isEmpty()) {
                int at = i;
                byLabel(band(i), label(i))
                        .filter(c -> !taken.contains(c.name()))
                        .ifPresent(c -> add(at, c, taken, found, doubts));
            }
        }
        found.sort(java.util.Comparator.comparingInt(Column::index));
        return new SheetColumns(
                special("_key", "export.key"),
                special("_base", "export.base"),
                found,
                names.map(SheetRow::number).orElse(0),
                top(),
                headers(),
                doubts);
    }

    private void add(
            int index,
            BookColumn column,
            Set<String> taken,
            List<Column> found,
            List<Problem> doubts) {
        Place place = Place.cell(table.sheet().name(), 1, index);
        if (!taken.add(column.name())) {
            doubts.add(Problem.of("readColumnTwice", column.label()).at(place));
            return;
        }
        Optional<Schema.Property> property =
                terms.schema()
                        .section(table.kind(), column.section())
                        .flatMap(s ->
                                s.properties().stream()
                                        .filter(p -> p.name().equals(column.property()))
                                        .findFirst());
        boolean choices = property.map(p -> !p.choices().isEmpty()).orElse(false);
        String label = bandLabel(column.section()) + "·" + column.label();
        found.add(
                new Column(
                        index,
                        column,
                        label,
                        access.of(column, property),
                        choices
                                ? property.map(p -> new Options(p, terms.headings()))
                                : Optional.empty()));
    }

    private String bandLabel(String section) {
        return terms.schema()
                .section(table.kind(), section)
                .map(s -> year(s, section))
                .orElse(section);
    }

    private String year(Schema.Section section, String name) {
        return name.contains("@")
                ? terms.texts()
                        .of("export.year", section.label(), name.substring(name.indexOf('@') + 1))
                : section.label();
    }

    /// Goes on until names and labels are known.
    private boolean look(SheetRow row) {
        if (names.isEmpty() && isNames(row)) {
            names = Optional.of(row);
        } else if (labels.isEmpty() && isLabels(row)) {
            labels = Optional.of(row);
            bands = before;
        }
        before = Optional.of(row);
        // Reason: labels may have been renamed one and all; with the names they are not needed.
        return names.isEmpty() || labels.isEmpty() && row.number() < names.get().number() + 40;
    }

    private boolean isNames(SheetRow row) {
        int found = 0;
        for (int i = 0; i < row.size(); i++) {
            String text = row.cell(i).text().strip();
            found += text.equals("_key") || text.equals("_base") || text.equals("_label") ? 2 : 0;
            found += isNameOfKnown(text) ? 1 : 0;
        }
        return found >= 2;
    }

    private boolean isNameOfKnown(String text) {
        int dot = text.lastIndexOf('.');
        return dot > 0
                && terms.schema()
                        .section(table.kind(), text.substring(0, dot))
                        .map(s ->
                                s.properties().stream()
                                        .anyMatch(p -> p.name().equals(text.substring(dot + 1))))
                        .orElse(false);
    }

    /// Reason: a band is lent to all its columns, so a label counts once.
    private boolean isLabels(SheetRow row) {
        var found = new HashSet<String>();
        for (int i = 0; i < row.size(); i++) {
            String text = row.cell(i).text();
            if (text.equals(terms.texts().of("export.key"))) {
                return true;
            }
            if (known.contains(Headings.folded(text))) {
                found.add(Headings.folded(text));
            }
        }
        return found.size() >= ENOUGH_LABELS;
    }

    private Set<String> knownLabels() {
        var labels = new HashSet<String>();
        terms.schema()
                .of(table.kind())
                .flatMap(s -> s.properties().stream())
                .filter(p -> !p.label().isBlank())
                .forEach(p -> labels.add(Headings.folded(p.label())));
        return labels;
    }

    private String name(int column) {
        return names.map(r -> r.cell(column).text().strip()).orElse("");
    }

    private String label(int column) {
        return labels.map(r -> Plain.text(r.cell(column).text())).orElse("");
    }

    private String band(int column) {
        return bands.map(r -> Plain.text(r.cell(column).text())).orElse("");
    }

    private OptionalInt special(String name, String key) {
        int width =
                Math.max(names.map(SheetRow::size).orElse(0), labels.map(SheetRow::size).orElse(0));
        for (int i = 0; i < width; i++) {
            if (name(i).equals(name)) {
                return OptionalInt.of(i);
            }
        }
        for (int i = 0; i < width; i++) {
            if (label(i).equals(terms.texts().of(key))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// The first of the header rows that are where they should be: what stands above is a title.
    private int top() {
        int labelled = labels.map(SheetRow::number).orElse(0);
        int named = names.map(SheetRow::number).orElse(0);
        boolean together = named > 0 && labelled > 0 && Math.abs(labelled - named) <= 2;
        return together || labelled == 0 ? Math.min(named, 10) : labelled;
    }

    private List<List<String>> headers() {
        var headers = new ArrayList<List<String>>();
        for (Optional<SheetRow> row : List.of(names, bands, labels)) {
            row.ifPresent(r -> {
                var cells = new ArrayList<String>();
                for (int i = 0; i < r.size(); i++) {
                    cells.add(Plain.folded(r.cell(i).text()));
                }
                headers.add(cells);
            });
        }
        return headers;
    }

    /// A column by its hidden name; empty for a name that the pack does not know within a section
    /// that it does.
    private Optional<BookColumn> byName(String name, int column) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        String section = name.substring(0, dot);
        String property = name.substring(dot + 1);
        Optional<Schema.Section> known = terms.schema().section(table.kind(), section);
        if (known.isEmpty()) {
            String label = label(column).isEmpty() ? property : label(column);
            return Optional.of(BookColumn.of(section, property, label, AnswerKind.TEXT, List.of()));
        }
        return known.get().properties().stream()
                .filter(p -> p.name().equals(property))
                .map(p -> BookColumn.of(section, p.name(), p.label(), p.type(), p.choices()))
                .findFirst();
    }

    /// A column by what people read: label and band, label alone where only one has it, a synonym.
    private Optional<BookColumn> byLabel(String band, String label) {
        List<SheetLayout.Band> layout = layout(band);
        var same = new ArrayList<BookColumn>();
        var alike = new ArrayList<BookColumn>();
        for (SheetLayout.Band one : layout) {
            for (BookColumn column : one.columns()) {
                if (Headings.folded(column.label()).equals(Headings.folded(label))) {
                    alike.add(column);
                    if (Plain.folded(one.label()).equals(Plain.folded(band))) {
                        same.add(column);
                    }
                }
            }
        }
        if (same.size() == 1) {
            return Optional.of(same.getFirst());
        }
        if (alike.size() == 1) {
            return Optional.of(alike.getFirst());
        }
        return alike.isEmpty() ? bySynonym(layout, label) : Optional.empty();
    }

    private Optional<BookColumn> bySynonym(List<SheetLayout.Band> layout, String label) {
        if (terms.headings().meaning(label).orElse(null)
                        instanceof
                        Headings.Meaning.Property(Kind kind, String section, String name, boolean _)
                && kind == table.kind()) {
            return layout.stream()
                    .flatMap(b -> b.columns().stream())
                    .filter(c -> c.section().equals(section) && c.property().equals(name))
                    .findFirst();
        }
        return Optional.empty();
    }

    /// The layout that the exporter would have chosen, with the year that stands in the band.
    private List<SheetLayout.Band> layout(String band) {
        var found = new TreeMap<String, SortedSet<String>>();
        for (String section : index.sectionNames()) {
            if (section.length() < 40) {
                found.put(section, new TreeSet<>());
            }
        }
        Matcher year = YEAR.matcher(band);
        if (year.find()) {
            terms.schema()
                    .of(table.kind())
                    .filter(Schema.Section::yearly)
                    .forEach(s -> found.put(s.name() + "@" + year.group(1), new TreeSet<>()));
        }
        if (table.ofRows() == Rows.ROWS_OF_VISITS) {
            terms.schema()
                    .of(table.kind())
                    .filter(Schema.Section::perRow)
                    .forEach(s -> found.put(s.name(), new TreeSet<>()));
            return SheetLayout.ofRows(terms.schema(), table.kind(), found).bands();
        }
        return SheetLayout.ofRecords(terms.schema(), table.kind(), found, terms.texts()).bands();
    }
}
