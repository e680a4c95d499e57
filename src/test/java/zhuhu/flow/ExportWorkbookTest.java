package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.ExportWorkbook.Choice;
import zhuhu.flow.ExportWorkbook.Content;
import zhuhu.flow.ExportWorkbook.Exported;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

class ExportWorkbookTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2017, 3, 5, 10, 0);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);
    private static final Author AUTHOR = new Author("王示范", "清水镇", "", "d1");
    private static final DataFormatter CELLS = new DataFormatter();

    @TempDir static Path folder;
    private static final List<Workspace> OPEN = new ArrayList<>();

    @BeforeAll
    static void importAndVisit() throws IOException {
        MakeSample.Made sample = done(MakeSample.in(folder.resolve("sample"), 2, 6, 5));
        Workspace workspace =
                done(
                        Workspaces.create(
                                folder.resolve("w.zhuhu"),
                                Passphrase.of("training").orElseThrow(),
                                done(PackReader.read("qianxinan-2017")),
                                true));
        OPEN.add(workspace);
        for (Path roster : sample.rosters()) {
            assertThat(
                            new ImportRosters(workspace, AUTHOR, CLOCK)
                                    .run(ImportRosters.Request.of(roster), Progress.NONE))
                    .isInstanceOf(Outcome.Done.class);
        }
        for (Path answers : sample.answers().subList(0, 2)) {
            String key = answers.getFileName().toString().replace(".json", "");
            RecordId subject = done(new FindRecord(workspace).subject(key));
            String round = workspace.setting("round").orElseThrow();
            try (Visit visit =
                    done(
                            Visit.open(
                                    workspace,
                                    subject,
                                    round,
                                    AUTHOR,
                                    () -> NOW,
                                    Visit.Keep.AT_THE_END))) {
                var json = new ObjectMapper().readTree(answers.toFile());
                assertThat(done(FillVisit.of(workspace, visit, json, false)).stops()).isEmpty();
            }
        }
    }

    @AfterAll
    static void close() {
        OPEN.forEach(Workspace::close);
    }

    @Test
    void everyRecordAndEveryFactGoesOut() throws IOException {
        Path book = folder.resolve("all.xlsx");
        Exported exported = done(export(Choice.everything(book), Progress.NONE));

        assertThat(VerifyBook.verify(book, Optional.empty())).isEqualTo(Outcome.done(List.of()));
        assertThat(exported.records().get(Kind.HOUSEHOLD)).isEqualTo(12);
        assertThat(exported.records().get(Kind.VISIT)).isEqualTo(2);
        assertThat(exported.revisions()).isEqualTo(facts());
        assertThat(workspace().packages())
                .anySatisfy(p -> {
                    assertThat(p.id()).isEqualTo(exported.packageId());
                    assertThat(p.direction()).isEqualTo("out");
                    assertThat(p.file()).isEqualTo("all.xlsx");
                });
        try (Workbook read = WorkbookFactory.create(book.toFile(), null, true)) {
            assertThat(read.getSheet("说明").getRow(0).getCell(0).getStringCellValue())
                    .contains("培训演练");
            assertThat(column(read.getSheet("户"), "number.household_no"))
                    .isEqualTo(derived("SELECT key, household_no AS value FROM household"));
            assertThat(column(read.getSheet("人"), "identity.person_name"))
                    .isEqualTo(derived("SELECT key, person_name AS value FROM person"));
        }
    }

    @Test
    void notesStandInTheRowOfTheVisitThatKeepsThem() throws IOException {
        Map<String, String> row =
                workspace().query("SELECT key, subject FROM visit ORDER BY key").getFirst();
        RecordId household = workspace().recordOf(text(row, "subject")).orElseThrow();
        String round = workspace().setting("round").orElseThrow();
        for (int minutes = 0; minutes < 2; minutes++) {
            LocalDateTime at = NOW.plusMinutes(minutes);
            done(
                    new HouseholdNotes(workspace())
                            .add(household, round, AUTHOR, () -> at, "第%d句".formatted(minutes)));
        }
        Path book = folder.resolve("notes.xlsx");
        done(export(Choice.everything(book), Progress.NONE));

        assertThat(VerifyBook.verify(book, Optional.empty())).isEqualTo(Outcome.done(List.of()));
        try (Workbook read = WorkbookFactory.create(book.toFile(), null, true)) {
            assertThat(column(read.getSheet("回访"), "note.note_text").get(text(row, "key")))
                    .endsWith(
                            "第0句\n%s %s：第1句"
                                    .formatted(
                                            NOW.plusMinutes(1).toString().replace('T', ' '),
                                            AUTHOR.name()));
        }
    }

    @Test
    void oneVillageTakesItsOwnRecordsOnly() throws IOException {
        Path book = folder.resolve("one.xlsx");
        String village =
                text(workspace().query("SELECT key FROM village LIMIT 1").getFirst(), "key");
        var choice = new Choice(book, Content.WORKBOOK, List.of(village), Optional.empty());

        assertThat(done(export(choice, Progress.NONE)).records())
                .containsEntry(Kind.VILLAGE, 1L)
                .containsEntry(Kind.HOUSEHOLD, 6L);

        assertThat(VerifyBook.verify(book, Optional.empty())).isEqualTo(Outcome.done(List.of()));
        try (Workbook read = WorkbookFactory.create(book.toFile(), null, true)) {
            assertThat(column(read.getSheet("户"), "place.village").values())
                    .allMatch(v -> v.endsWith(village));
        }
    }

    @Test
    void aPostedListHasNoIdsAndNothingHidden() throws IOException {
        Path book = folder.resolve("posted.xlsx");
        var choice = new Choice(book, Content.POSTED_LIST, List.of(), Optional.empty());

        assertThat(export(choice, Progress.NONE)).isInstanceOf(Outcome.Done.class);

        var secrets = new ArrayList<String>();
        workspace()
                .query("SELECT id, key, id_no FROM person")
                .forEach(r -> secrets.addAll(r.values()));
        try (Workbook read = WorkbookFactory.create(book.toFile(), null, true)) {
            assertThat(read.getNumberOfSheets()).isEqualTo(2);
            for (Sheet sheet : read) {
                assertThat(read.isSheetHidden(read.getSheetIndex(sheet))).isFalse();
                for (Row row : sheet) {
                    row.forEach(cell ->
                            assertThat(secrets).doesNotContain(CELLS.formatCellValue(cell)));
                }
            }
        }
    }

    @Test
    void anUnknownVillageWritesNothing() {
        Path book = folder.resolve("none.xlsx");
        var choice = new Choice(book, Content.WORKBOOK, List.of("没有村"), Optional.empty());

        assertThat(export(choice, Progress.NONE))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(((Outcome.Failed<?>) failed).problems())
                                        .extracting(Problem::code)
                                        .containsExactly("keyUnknown"));
        assertThat(book).doesNotExist();
    }

    @Test
    void anEncryptedExportLeavesNoPlainFileAtAnyTime() throws IOException {
        Path book = folder.resolve("secret.xlsx");
        var choice = new Choice(book, Content.WORKBOOK, List.of(), Optional.of("密码-2017"));
        Set<Path> before = temporary();
        var seen = new HashSet<Path>();
        var watching =
                new Progress() {
                    @Override
                    public void at(String step, long done, long total) {
                        var now = new HashSet<>(temporary());
                        now.removeAll(before);
                        now.add(book.resolveSibling("secret.xlsx.part"));
                        now.stream().filter(Files::isRegularFile).forEach(this::look);
                    }

                    private void look(Path file) {
                        seen.add(file);
                        assertThat(start(file)).doesNotStartWith("PK").doesNotContain("<?xml");
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                };

        assertThat(export(choice, watching)).isInstanceOf(Outcome.Done.class);

        assertThat(seen).hasSizeGreaterThan(1);
        var left = temporary();
        left.removeAll(before);
        assertThat(left).noneMatch(p -> p.toString().contains("zhuhu"));
        assertThat(start(book)).doesNotStartWith("PK");
        assertThat(VerifyBook.verify(book, Optional.of("密码-2017")))
                .isEqualTo(Outcome.done(List.of()));
    }

    private static Workspace workspace() {
        return OPEN.getFirst();
    }

    private static Outcome<Exported> export(Choice choice, Progress progress) {
        return new ExportWorkbook(workspace(), AUTHOR, CLOCK, Texts.chinese())
                .export(choice, progress);
    }

    private static long facts() {
        var count = new HashSet<String>();
        for (Kind kind : Kind.values()) {
            workspace()
                    .records(
                            kind,
                            r -> workspace().revisions(r).forEach(v -> count.add(v.id().hex())));
        }
        return count.size();
    }

    private static Map<String, String> derived(String sql) {
        var values = new TreeMap<String, String>();
        workspace().query(sql).forEach(row -> values.put(text(row, "key"), text(row, "value")));
        return values;
    }

    /// The cells of a column by the short keys of their rows.
    private static Map<String, String> column(Sheet sheet, String name) {
        var places = new HashMap<String, Integer>();
        sheet.getRow(0).forEach(c -> places.put(c.getStringCellValue(), c.getColumnIndex()));
        var values = new TreeMap<String, String>();
        for (int i = 3; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            values.put(
                    row.getCell(0).getStringCellValue(),
                    CELLS.formatCellValue(row.getCell(places.getOrDefault(name, -1))));
        }
        return values;
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /// Files of this process's temporary folder that have to do with workbooks.
    private static Set<Path> temporary() {
        Path place = Path.of(System.getProperty("java.io.tmpdir"));
        var found = new HashSet<Path>();
        try (Stream<Path> top = Files.list(place)) {
            for (Path each : top.toList()) {
                String name = each.getFileName().toString();
                if (Files.isDirectory(each)
                        && (name.startsWith("zhuhu") || name.equals("poifiles"))) {
                    try (Stream<Path> inside = Files.list(each)) {
                        inside.forEach(found::add);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String start(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4_096), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(List<Problem> problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
