package zhuhu.bench;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import zhuhu.base.CitizenId;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.Progress;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.flow.merge.MergedBook;
import zhuhu.flow.merge.RowClass;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.record.How;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// Merges the workbooks of a township's villages, with a tenth of the rows changed, a hundredth in
/// conflict and a hundredth edited by hand, and holds that against inflating and tokenising the
/// same files with a StAX reader, and against an openpyxl script that only puts them together. Then
/// merges one village into a store ten times as large. Times are the processor's, all threads
/// counted, which are the same on a busy machine and an idle one. Not part of the tests. Arguments:
/// villages (40), households a village (500), rounds (1).
public final class MergeBench {

    private static final Stamp ROSTER =
            Stamp.of("bench", null, "2017-03-01", How.ROSTER, "ab".repeat(32));
    private static final Author AUTHOR = new Author("王一鸣", "村", "", "d");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-05-04T00:00:00Z"), ZoneOffset.UTC);
    private static final Passphrase PASSPHRASE = Passphrase.of("training").orElseThrow();
    private static final Pattern PHONE = Pattern.compile(">138(\\d{8})<");
    private static final Pack PACK = value(PackReader.read("qianxinan-2017"));
    private static final String CONCATENATE =
            """
            import sys, time, openpyxl
            out = openpyxl.Workbook(write_only=True)
            sheets = {}
            for name in sys.argv[2:]:
                book = openpyxl.load_workbook(name, read_only=True)
                for sheet in book.worksheets:
                    to = sheets.get(sheet.title) or sheets.setdefault(
                        sheet.title, out.create_sheet(sheet.title))
                    for row in sheet.iter_rows(values_only=True):
                        to.append(row)
                book.close()
            out.save(sys.argv[1])
            print(time.process_time())
            """;

    private final Path folder;
    private final int villages;
    private final int households;

    private MergeBench(Path folder, int villages, int households) {
        this.folder = folder;
        this.villages = villages;
        this.households = households;
    }

    public static void main(String[] args)
            throws IOException, InterruptedException, XMLStreamException {
        int villages = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        int households = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        Path folder = Files.createTempDirectory("bench");
        try {
            new MergeBench(folder, villages, households).run(rounds);
        } finally {
            empty(folder);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void run(int rounds) throws IOException, InterruptedException, XMLStreamException {
        double preparing = -now();
        var tasks = new ArrayList<Path>();
        var books = new ArrayList<Path>();
        for (int v = 0; v < villages; v++) {
            village(v, tasks, books);
        }
        print("prepared %d villages in %.0f s, %d MiB", villages, preparing + now(), mib(books));
        Path large = folder.resolve("large.zhuhu");
        Path small = folder.resolve("small.zhuhu");
        office(large, tasks);
        office(small, tasks.subList(0, Math.max(1, villages / 10)));
        for (int round = 0; round < rounds; round++) {
            double tokens = seconds(() -> books.forEach(MergeBench::tokens));
            double[] all = merged(large, books);
            double python = python(books);
            print(
                    "%d persons: merge %.1f s (by the wall %.1f s), StAX %.1f s, ratio %.2f, openpyxl %.1f s, %.1f times as fast, heap %d MiB at most",
                    villages * households * 4,
                    all[1],
                    all[0],
                    tokens,
                    all[1] / tokens,
                    python,
                    python / all[1],
                    Runtime.getRuntime().maxMemory() >> 20);
            List<Path> one = books.subList(0, 1);
            double[] here = best(small, one);
            double[] there = best(large, one);
            print(
                    "one village into 1/10: %.2f s, into the whole: %.2f s, ratio %.2f",
                    here[1], there[1], there[1] / here[1]);
        }
    }

    private static double[] best(Path store, List<Path> books) throws IOException {
        double[] best = {1e9, 1e9};
        for (int i = 0; i < 4; i++) {
            double[] once = merged(store, books);
            best = new double[] {Math.min(best[0], once[0]), Math.min(best[1], once[1])};
        }
        return best;
    }

    private static void print(String words, Object... numbers) {
        System.out.printf(Locale.ROOT, words + "%n", numbers);
    }

    private static double now() {
        return System.nanoTime() / 1e9;
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static double seconds(Runnable act) {
        act.run();
        double from = cpu();
        act.run();
        return cpu() - from;
    }

    private static long mib(List<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size >> 20;
    }

    /// Into a copy of the store. Shape: seconds by the wall, seconds of the processor.
    private static double[] merged(Path store, List<Path> books) throws IOException {
        Path copy = store.resolveSibling("copy.zhuhu");
        Files.deleteIfExists(copy);
        Files.copy(store, copy);
        double[] took = new double[2];
        try (Workspace workspace = value(Workspace.open(copy, PASSPHRASE))) {
            System.gc();
            double wall = now();
            double cpu = cpu();
            MergeBooks.Merged merged = merge(workspace, books);
            took[0] = now() - wall;
            took[1] = cpu() - cpu;
            if (books.size() > 1) {
                var counts = new TreeMap<RowClass, Integer>();
                for (MergedBook book : merged.books()) {
                    book.counts().byClass().forEach((is, n) -> counts.merge(is, n, Integer::sum));
                }
                print("%s, open conflicts %d", counts, merged.openConflicts());
            }
        }
        Files.delete(copy);
        return took;
    }

    private static MergeBooks.Merged merge(Workspace workspace, List<Path> books) {
        MergeBooks.Merged merged =
                new MergeBooks(workspace, AUTHOR, CLOCK, Texts.chinese())
                        .merge(
                                books.stream()
                                        .map(b -> new MergeBooks.Order(b, Optional.empty()))
                                        .toList(),
                                Progress.NONE);
        for (MergedBook book : merged.books()) {
            if (book.isRefused()) {
                throw new IllegalStateException(book.refused().toString());
            }
        }
        return merged;
    }

    private void office(Path file, List<Path> tasks) {
        try (Workspace workspace = value(Workspace.create(file, PASSPHRASE, PACK, true))) {
            merge(workspace, tasks);
            for (int v = 0; v < tasks.size(); v++) {
                int village = v;
                write(workspace, writer -> change(workspace, writer, village, 100, "office"));
            }
        }
    }

    /// What the township hands out to a village, and what comes back.
    private void village(int v, List<Path> tasks, List<Path> books) throws IOException {
        Path file = folder.resolve("v.zhuhu");
        try (Workspace workspace = value(Workspace.create(file, PASSPHRASE, PACK, true))) {
            write(workspace, writer -> people(writer, v));
            tasks.add(export(workspace, "task%02d.xlsx".formatted(v)));
            write(workspace, writer -> change(workspace, writer, v, 10, "laptop" + v));
            books.add(edited(export(workspace, "book%02d.xlsx".formatted(v))));
        }
        Files.delete(file);
    }

    private static void write(Workspace workspace, Consumer<Workspace.Writer> act) {
        boolean done =
                workspace.write(writer -> {
                    act.accept(writer);
                    return true;
                });
        if (!done) {
            throw new IllegalStateException();
        }
    }

    private Path export(Workspace workspace, String name) {
        var choice = ExportWorkbook.Choice.everything(folder.resolve(name));
        return value(
                        new ExportWorkbook(workspace, AUTHOR, CLOCK, Texts.chinese())
                                .export(choice, Progress.NONE))
                .file();
    }

    /// Every `each`th household and its members are stated anew.
    private void change(
            Workspace workspace, Workspace.Writer writer, int v, int each, String device) {
        var stamp = Stamp.of(device, device, "2017-05-03", How.TYPED, "visit-" + device);
        for (int i = 0; i < households; i += each) {
            RecordId household = household(v, i);
            anew(workspace, writer, household, "contact", "phone", "139" + device, stamp);
            for (int m = 0; m < 4; m++) {
                anew(workspace, writer, person(v, i, m), "labour", "labour_skill", "02", stamp);
            }
        }
    }

    private static void anew(
            Workspace workspace,
            Workspace.Writer writer,
            RecordId record,
            String section,
            String property,
            String text,
            Stamp stamp) {
        var now = workspace.section(record, section);
        writer.add(
                Revision.of(
                        record,
                        section,
                        now.allHeads().stream().map(Revision::id).toList(),
                        now.shown().with(property, Value.text(text))),
                stamp);
    }

    private RecordId household(int v, int i) {
        return Ids.householdByNumber("52%04d%06d".formatted(v, i));
    }

    private RecordId person(int v, int i, int m) {
        return Ids.personByNumber("53%04d%06d%02d".formatted(v, i, m));
    }

    private void people(Workspace.Writer writer, int v) {
        var random = new Random(v);
        RecordId village = Ids.village("石门县", "白云乡", "第" + v + "村");
        state(writer, village, "basics", Map.of("village_name", "第" + v + "村"));
        for (int i = 0; i < households; i++) {
            RecordId household = household(v, i);
            String head = name(random);
            state(
                    writer,
                    household,
                    "number",
                    Map.of("household_no", "52%04d%06d".formatted(v, i)));
            state(
                    writer,
                    household,
                    "place",
                    Map.of(
                            "village",
                            village.text(),
                            "group_name",
                            i % 7 + 1 + "组",
                            "head_name",
                            head));
            state(
                    writer,
                    household,
                    "identification",
                    Map.of("registered", "1", "household_type", i % 3 == 0 ? "02" : "01"));
            state(writer, household, "status", Map.of("poverty_status", i % 4 == 0 ? "1" : "0"));
            state(writer, household, "contact", Map.of("phone", "138%04d%04d".formatted(v, i)));
            state(writer, household, "housing", Map.of("unsafe_house", i % 6 == 0 ? "1" : "0"));
            for (int m = 0; m < 4; m++) {
                person(writer, v, i, m, m == 0 ? head : name(random));
            }
        }
    }

    private void person(Workspace.Writer writer, int v, int i, int m, String name) {
        RecordId person = person(v, i, m);
        String seventeen =
                "99%04d%04d%02d%02d%03d"
                        .formatted(100 + v, 1940 + i % 70, 1 + i / 70 % 12, 1 + m, i % 999 + 1);
        state(writer, person, "number", Map.of("person_no", "53%04d%06d%02d".formatted(v, i, m)));
        state(
                writer,
                person,
                "residence",
                Map.of("household", household(v, i).text(), "relation", m == 0 ? "01" : "03"));
        state(
                writer,
                person,
                "identity",
                Map.of("person_name", name, "id_no", seventeen + CitizenId.check(seventeen)));
        state(writer, person, "labour", Map.of("labour_skill", "01"));
        state(writer, person, "insurance", Map.of("medical_insurance", "1", "dibao", "0"));
    }

    private static void state(
            Workspace.Writer writer, RecordId record, String section, Map<String, String> texts) {
        var values = new TreeMap<String, Value>();
        texts.forEach((property, text) -> values.put(property, Value.text(text)));
        writer.addMade(Revision.of(record, section, List.of(), Values.of(values)), ROSTER);
    }

    private static String name(Random random) {
        return "韦" + (char) ('一' + random.nextInt(9_000)) + (char) ('一' + random.nextInt(9_000));
    }

    /// Somebody types over the phone of every hundredth household.
    private static Path edited(Path book) throws IOException {
        Path to =
                book.resolveSibling(
                        UUID.nameUUIDFromBytes(book.toString().getBytes(StandardCharsets.UTF_8))
                                + ".xlsx");
        try (var in = new ZipInputStream(Files.newInputStream(book));
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.readAllBytes();
                out.write(isRecords(entry, bytes) ? typed(bytes) : bytes);
                out.closeEntry();
            }
        }
        Files.delete(book);
        return to;
    }

    private static boolean isRecords(ZipEntry entry, byte[] bytes) {
        return entry.getName().startsWith("xl/worksheets/sheet")
                && !new String(bytes, 0, Math.min(bytes.length, 100_000), StandardCharsets.UTF_8)
                        .contains("{&quot;");
    }

    private static byte[] typed(byte[] sheet) {
        var count = new int[1];
        Matcher phones = PHONE.matcher(new String(sheet, StandardCharsets.UTF_8));
        return phones.replaceAll(found ->
                        ++count[0] % 90 == 1 ? ">137" + found.group(1) + "<" : found.group())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void tokens(Path book) {
        var factory = new InputFactoryImpl();
        try (var in = new ZipInputStream(Files.newInputStream(book))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    var open =
                            new java.io.FilterInputStream(in) {
                                @Override
                                public void close() {}
                            };
                    XMLStreamReader reader = factory.createXMLStreamReader((InputStream) open);
                    while (reader.hasNext()) {
                        if (reader.next() == XMLStreamReader.CHARACTERS
                                && reader.getTextLength() < 0) {
                            throw new IllegalStateException();
                        }
                    }
                }
            }
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private double python(List<Path> books) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("concatenate.py"), CONCATENATE);
        var command = new ArrayList<String>();
        Collections.addAll(command, "/usr/bin/python3", file.toString());
        command.add(folder.resolve("all.xlsx").toString());
        books.forEach(b -> command.add(b.toString()));
        Process script =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return script.waitFor() == 0 ? Double.parseDouble(said.strip()) : Double.NaN;
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }
}
