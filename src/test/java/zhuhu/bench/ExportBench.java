package zhuhu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import zhuhu.base.Texts;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;
import zhuhu.pack.Schema;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.workbook.export.BookFile;
import zhuhu.workbook.export.BookHead;
import zhuhu.workbook.export.BookSource;
import zhuhu.workbook.export.Pace;

/// Writes a workbook of invented persons, hidden sheets and all, then the very same cells with
/// POI's streaming writer and with fastexcel (inline texts, its fastest way), and prints the ratios
/// in processor time. What inventing the persons costs is taken off the first, what reading the
/// cells back costs off the others. Not part of the tests. Arguments: how many persons (100000),
/// how many rounds (3).
public final class ExportBench {

    private static final Stamp STAMP =
            Stamp.of("县扶贫办名册", null, "2017-04-01", How.ROSTER, "0a".repeat(32));

    // Reason: processor time, all threads counted, is the same on a busy machine and an idle one.
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ExportBench() {}

    public static void main(String[] args) throws IOException {
        int persons = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Path folder = Files.createTempDirectory("bench");
        Path ours = folder.resolve("ours.xlsx");
        Path poi = folder.resolve("poi.xlsx");
        Path fast = folder.resolve("fast.xlsx");
        var ratios = new ArrayList<Double>();
        var fastRatios = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            double inventing = seconds(() -> new Invented(persons).all());
            double mine = seconds(() -> ours(ours, persons)) - inventing;
            double reading = seconds(() -> cells(ours, (_, _) -> {}));
            double theirs = seconds(() -> poi(ours, poi)) - reading;
            double fastest = seconds(() -> fastexcel(ours, fast)) - reading;
            ratios.add(theirs / mine);
            fastRatios.add(fastest / mine);
            System.out.printf(
                    Locale.ROOT,
                    "%d persons: ours %.1f s (%d MiB), SXSSF %.1f s (%d MiB), ratio %.2f, fastexcel %.1f s (%d MiB), ratio %.2f, heap %d MiB at most%n",
                    persons,
                    mine,
                    Files.size(ours) >> 20,
                    theirs,
                    Files.size(poi) >> 20,
                    theirs / mine,
                    fastest,
                    Files.size(fast) >> 20,
                    fastest / mine,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
        System.out.printf(
                Locale.ROOT,
                "median ratio SXSSF %.2f, fastexcel %.2f%n",
                ratios.stream().sorted().toList().get(rounds / 2),
                fastRatios.stream().sorted().toList().get(rounds / 2));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private interface Act {
        void run() throws IOException;
    }

    private interface RowSink {
        void row(Sheet sheet, Row row) throws IOException;
    }

    private static double seconds(Act act) throws IOException {
        System.gc();
        long from = PROCESS.getProcessCpuTime();
        act.run();
        return (PROCESS.getProcessCpuTime() - from) / 1e9;
    }

    private static void ours(Path file, int persons) {
        var done =
                BookFile.save(
                        file, Optional.empty(), new Invented(persons), Texts.chinese(), Pace.QUIET);
        if (!(done instanceof zhuhu.base.Outcome.Done<?>)) {
            throw new IllegalStateException(done.toString());
        }
    }

    private static void cells(Path file, RowSink sink) throws IOException {
        try (var book = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : book.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    for (var each = rows.iterator(); each.hasNext(); ) {
                        sink.row(sheet, each.next());
                    }
                }
            }
        }
    }

    /// The same cells, read from our file while writing; what reading costs is taken off.
    private static void poi(Path from, Path to) throws IOException {
        try (var book = new SXSSFWorkbook(null, 100, false, false);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            var style = book.createCellStyle();
            style.setDataFormat((short) 49);
            style.setWrapText(true);
            cells(
                    from,
                    (sheet, row) -> {
                        SXSSFSheet mine = book.getSheet(sheet.getName());
                        if (mine == null) {
                            mine = book.createSheet(sheet.getName());
                        }
                        SXSSFRow line = mine.createRow(row.getRowNum() - 1);
                        for (Cell cell : row) {
                            if (cell != null) {
                                var copy = line.createCell(cell.getColumnIndex());
                                copy.setCellStyle(style);
                                if (cell.getType() == CellType.NUMBER) {
                                    copy.setCellValue(cell.asNumber().doubleValue());
                                } else if (cell.getType() == CellType.STRING) {
                                    copy.setCellValue(cell.asString());
                                }
                            }
                        }
                    });
            book.write(out);
        }
    }

    /// As [#poi(Path, Path)]. Every cell carries the format of text and wraps, as ours do.
    private static void fastexcel(Path from, Path to) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to));
                var book = new Workbook(out, "bench", "1.0")) {
            var sheets = new ArrayDeque<Worksheet>();
            cells(
                    from,
                    (sheet, row) -> {
                        if (sheets.isEmpty()
                                || !sheets.getLast().getName().equals(sheet.getName())) {
                            if (!sheets.isEmpty()) {
                                sheets.getLast().finish();
                            }
                            sheets.add(book.newWorksheet(sheet.getName()));
                        }
                        Worksheet mine = sheets.getLast();
                        int line = row.getRowNum() - 1;
                        for (Cell cell : row) {
                            if (cell != null) {
                                int column = cell.getColumnIndex();
                                if (cell.getType() == CellType.NUMBER) {
                                    mine.value(line, column, cell.asNumber());
                                } else if (cell.getType() == CellType.STRING) {
                                    mine.inlineString(line, column, cell.asString());
                                }
                                mine.style(line, column).format("@").wrapText(true).set();
                            }
                        }
                        if (line % 500 == 499) {
                            mine.flush();
                        }
                    });
        }
    }

    /// Persons made up one after the other, the same ones each time they are asked for.
    record Invented(int persons, List<String> sectionNames) implements BookSource {

        private static final List<String> SECTIONS =
                List.of("number", "residence", "identity", "education", "health", "labour");
        private static final int PROPERTIES = 5;

        Invented(int persons) {
            this(persons, SECTIONS);
        }

        /// All that a writer asks for, and nothing done with it.
        void all() {
            rows(Kind.PERSON, _ -> {});
            for (int person = 0; person < persons; person++) {
                revisions(person);
            }
        }

        @Override
        public BookHead head() {
            return new BookHead(
                    "bench",
                    "bench",
                    "bench",
                    "",
                    List.of(),
                    "r",
                    "r",
                    "",
                    new BookHead.Author("a", "b", "", ""),
                    LocalDateTime.of(2017, 5, 4, 8, 0),
                    BookHead.Use.WORK,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }

        @Override
        public Schema schema() {
            return new Schema(sectionNames.stream().map(Invented::section).toList());
        }

        private static Schema.Section section(String name) {
            var choices = List.of(new Choice("01", "健康"), new Choice("02", "长期慢性病"));
            var properties = new ArrayList<Schema.Property>();
            for (int i = 0; i < PROPERTIES; i++) {
                boolean one = i > 1;
                properties.add(
                        new Schema.Property(
                                "p" + i,
                                "属性" + i,
                                one ? AnswerKind.ONE : AnswerKind.TEXT,
                                one ? choices : List.of(),
                                false,
                                ""));
            }
            return new Schema.Section(
                    Kind.PERSON, name, name, Schema.Authority.EVENT, false, false, properties);
        }

        @Override
        public long count(Kind kind) {
            return kind == Kind.PERSON ? persons : 0;
        }

        @Override
        public SortedMap<String, SortedSet<String>> sections(Kind kind) {
            var found = new TreeMap<String, SortedSet<String>>();
            sectionNames.forEach(s -> found.put(s, new TreeSet<>()));
            return found;
        }

        private List<Revision> revisions(int person) {
            var random = new Random(person);
            var record = new RecordId(Kind.PERSON, new UUID(person, random.nextLong()));
            var revisions = new ArrayList<Revision>();
            for (String section : sectionNames) {
                var values = new TreeMap<String, Value>();
                values.put(
                        "p0", Value.text("99010119" + (10_000_000 + random.nextInt(80_000_000))));
                values.put("p1", Value.text("姓名" + (char) ('一' + random.nextInt(9_000))));
                for (int i = 2; i < PROPERTIES; i++) {
                    values.put("p" + i, Value.text(random.nextBoolean() ? "01" : "02"));
                }
                revisions.add(Revision.of(record, section, List.of(), new Values(values)));
            }
            return revisions;
        }

        @Override
        public void rows(Kind kind, Consumer<Row> each) {
            for (int person = 0; person < persons; person++) {
                var sections = new TreeMap<String, Section>();
                List<Revision> revisions = revisions(person);
                revisions.forEach(
                        r -> sections.put(r.section(), new Section.Agreed(r, List.of(r))));
                each.accept(new Row(revisions.getFirst().record(), sections));
            }
        }

        @Override
        public Optional<RecordLabel> label(String uuid) {
            return Optional.empty();
        }

        @Override
        public List<Stamp> stamps(FactId revision) {
            return List.of(STAMP);
        }

        @Override
        public List<FindingRow> findings() {
            return List.of();
        }

        @Override
        public void facts(FactSink sink) {
            for (int person = 0; person < persons; person++) {
                revisions(person).forEach(r -> sink.revision(r, List.of(STAMP)));
            }
        }
    }
}
