package zhuhu.workbook.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import zhuhu.base.Texts;
import zhuhu.form.AnswerKind;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Values;
import zhuhu.workbook.export.xlsx.BookOut;
import zhuhu.workbook.export.xlsx.SheetOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// Writes the sheets that are tables: one a kind of record, the rows within visits, the findings.
final class TableWriter {

    // Reason: columns are set before the first row, so their widths come from the first rows only.
    private static final int SAMPLE = 200;
    private static final double KEY_WIDTH = 21;

    private final BookOut book;
    private final BookSource source;
    private final Texts texts;
    private final Looks looks;
    private final PageLook pages;
    private final ListsSheet lists;
    private final Pace pace;
    private final CellText text;

    TableWriter(
            BookOut book,
            BookSource source,
            Texts texts,
            Looks looks,
            PageLook pages,
            ListsSheet lists,
            Pace pace) {
        this.book = book;
        this.source = source;
        this.texts = texts;
        this.looks = looks;
        this.pages = pages;
        this.lists = lists;
        this.pace = pace;
        this.text = new CellText(source::label, texts);
    }

    /// A row of a table before it is cells.
    private record Line(
            String key, String base, String label, SortedMap<String, Section> sections) {
        Section section(String band) {
            return sections.getOrDefault(band, new Section.Unwritten());
        }
    }

    /// Returns the number of rows.
    long records(Kind kind, String title, int tab, long count) {
        var layout = SheetLayout.ofRecords(source.schema(), kind, source.sections(kind), texts);
        var table = new Table(title, tab, layout, count);
        source.rows(
                kind,
                row -> {
                    RecordId id = row.record();
                    table.add(new Line(id.shortKey(), base(row), label(id.text()), withNotes(row)));
                });
        return table.finish();
    }

    /// The base names the sections of the record's own row; those of rows within it have theirs.
    private static String base(BookSource.Row row) {
        var own = new TreeMap<>(row.sections());
        own.keySet().removeIf(TableWriter::isRowSection);
        return BaseCell.of(new BookSource.Row(row.record(), own));
    }

    /// The sections, and under `note` the words of all notes, oldest first.
    private static SortedMap<String, Section> withNotes(BookSource.Row row) {
        Values values = NoteCell.of(row.sections());
        if (values.equals(Values.NONE)) {
            return row.sections();
        }
        var all = new TreeMap<>(row.sections());
        Revision joined = Revision.of(row.record(), SheetLayout.NOTE, List.of(), values);
        all.put(SheetLayout.NOTE, new Section.Agreed(joined, List.of(joined)));
        return all;
    }

    private static boolean isRowSection(String section) {
        // Reason: `income@2016` bears a year, `education@UUID` a record.
        return section.length() - section.indexOf('@') > 30 && section.indexOf('@') >= 0;
    }

    private String label(String uuid) {
        return source.label(uuid).map(BookSource.RecordLabel::label).orElse("");
    }

    /// A row for each member (issue, measure) within each visit; empty where visits have none.
    Optional<Long> visitRows(String title, int tab) {
        var found = new TreeMap<>(source.sections(Kind.VISIT));
        var layout = SheetLayout.ofRows(source.schema(), Kind.VISIT, found);
        if (layout.bands().isEmpty()) {
            return Optional.empty();
        }
        var table = new Table(title, tab, layout, 0);
        source.rows(Kind.VISIT, visit -> rowsOf(visit).forEach(table::add));
        return Optional.of(table.finish());
    }

    private List<Line> rowsOf(BookSource.Row visit) {
        var byRow = new TreeMap<String, SortedMap<String, Section>>();
        visit.sections()
                .forEach((name, section) -> {
                    if (isRowSection(name) && !NoteCell.isNote(name)) {
                        String row = name.substring(name.indexOf('@') + 1);
                        byRow.computeIfAbsent(row, _ -> new TreeMap<>()).put(name, section);
                    }
                });
        var lines = new ArrayList<Line>();
        byRow.forEach((row, sections) -> {
            var short_ = new TreeMap<String, Section>();
            sections.forEach((n, s) -> short_.put(n.substring(0, n.indexOf('@')), s));
            String key = source.label(row).map(r -> r.record().shortKey()).orElse(row);
            lines.add(
                    new Line(
                            visit.record().shortKey() + "/" + key,
                            BaseCell.of(new BookSource.Row(visit.record(), sections)),
                            label(row),
                            short_));
        });
        return lines;
    }

    long findings(String title, int tab, List<BookSource.FindingRow> findings) throws IOException {
        SheetOut sheet = book.sheet(new FindingSheet(texts, looks).setup(title, tab, pages));
        new FindingSheet(texts, looks).write(sheet, findings);
        return findings.size();
    }

    void account(String title, int tab, ReportPart report) throws IOException {
        var writer = new AccountSheet(texts, looks, report);
        writer.write(book.sheet(writer.setup(title, tab, pages)), title);
    }

    long points(String title, int tab, List<PointRow> points) throws IOException {
        var writer = new PointSheet(texts, looks);
        writer.write(book.sheet(writer.setup(title, tab, pages)), points);
        return points.size();
    }

    /// A record sheet that begins once enough rows are there to know its widths.
    private final class Table {
        private final String title;
        private final int tab;
        private final SheetLayout layout;
        private final long count;
        private final List<Line> waiting = new ArrayList<>();
        private Optional<RecordSheet> begun = Optional.empty();
        private Optional<SheetOut> sheet = Optional.empty();
        private long rows;

        Table(String title, int tab, SheetLayout layout, long count) {
            this.title = title;
            this.tab = tab;
            this.layout = layout;
            this.count = count;
        }

        void add(Line line) {
            rows++;
            if (rows % 100 == 1) {
                Stopped.check(pace, "export.step.rows", rows, count);
            }
            if (begun.isPresent()) {
                write(begun.get(), line);
                return;
            }
            waiting.add(line);
            if (waiting.size() == SAMPLE) {
                begin();
            }
        }

        private void write(RecordSheet rowsOut, Line line) {
            rowsOut.write(line.key(), line.base(), line.label(), line::section);
        }

        private RecordSheet begin() {
            try {
                List<SheetSetup.Column> columns = columns();
                SheetOut out = book.sheet(setup(columns));
                var records =
                        new RecordSheet(
                                out,
                                layout,
                                looks,
                                text,
                                new SidesNote(source, text, texts),
                                columns.stream()
                                        .skip(RecordSheet.KEY_COLUMNS)
                                        .map(SheetSetup.Column::width)
                                        .toList());
                boolean training = source.head().use() == BookHead.Use.TRAINING;
                records.writeTop(
                        training ? texts.of("export.training.short", title) : title,
                        training ? looks.alarmCorner : looks.corner,
                        new RecordSheet.SheetWords(
                                texts.of("export.key"),
                                texts.of("export.base"),
                                texts.of("export.label")));
                offerLists(out);
                waiting.forEach(line -> write(records, line));
                waiting.clear();
                sheet = Optional.of(out);
                begun = Optional.of(records);
                return records;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void offerLists(SheetOut out) {
            List<BookColumn> columns = layout.columns();
            for (int i = 0; i < columns.size(); i++) {
                BookColumn column = columns.get(i);
                if (column.type() == AnswerKind.ONE && !column.options().isEmpty()) {
                    out.choose(
                            RecordSheet.KEY_COLUMNS + i,
                            3,
                            lists.formula(column.options()),
                            texts.of("export.choose.title"),
                            texts.of("export.choose"));
                }
            }
        }

        private List<SheetSetup.Column> columns() {
            var columns = new ArrayList<SheetSetup.Column>();
            columns.add(new SheetSetup.Column(KEY_WIDTH, false, looks.key));
            columns.add(new SheetSetup.Column(4, true, looks.hiddenName));
            List<String> labels = waiting.stream().map(Line::label).toList();
            columns.add(new SheetSetup.Column(TextWidth.column("", labels), false, looks.name));
            for (BookColumn column : layout.columns()) {
                List<String> cells = waiting.stream().map(l -> shown(l, column)).toList();
                columns.add(
                        new SheetSetup.Column(
                                TextWidth.column(column.label(), cells),
                                false,
                                looks.of(column).usual()));
            }
            return columns;
        }

        private String shown(Line line, BookColumn column) {
            return line.section(column.section())
                    .shown()
                    .get(column.property())
                    .map(v -> text.of(v, column))
                    .orElse("");
        }

        private SheetSetup setup(List<SheetSetup.Column> columns) {
            double width =
                    columns.stream()
                            .filter(c -> !c.hidden())
                            .mapToDouble(SheetSetup.Column::width)
                            .sum();
            double keys = KEY_WIDTH + columns.get(2).width();
            return new SheetSetup(
                    title,
                    tab,
                    SheetSetup.Visibility.VISIBLE,
                    source.head().use() == BookHead.Use.TRAINING ? "C00000" : "8EA9C8",
                    columns,
                    3,
                    RecordSheet.KEY_COLUMNS,
                    "2:3",
                    "A:C",
                    pages.table(width, keys, title));
        }

        long finish() {
            try {
                if (begun.isEmpty()) {
                    begun = Optional.of(begin());
                }
                sheet.orElseThrow().finish();
                return rows;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
