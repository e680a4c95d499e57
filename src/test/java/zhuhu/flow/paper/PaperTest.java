package zhuhu.flow.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.FillVisit;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.Progress;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
import zhuhu.flow.paper.PrintHouseholds.Order;
import zhuhu.flow.paper.PrintHouseholds.What;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.form.PartView;
import zhuhu.form.ScreenView.Item;
import zhuhu.pack.PackReader;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// What is printed says what the workspace knows, read back out of the PDF.
class PaperTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);
    private static final Author AUTHOR = new Author("王示范", "清水镇", "", "d1");
    private static final Texts TEXTS = Texts.chinese();

    @TempDir static Path folder;

    private static List<Workspace> opened = new ArrayList<>();
    private static List<Path> answers = List.of();

    @BeforeAll
    static void fillSome() throws IOException {
        var sample = done(MakeSample.in(folder.resolve("sample"), 1, 8, 7));
        var workspace =
                done(
                        Workspaces.create(
                                folder.resolve("w.zhuhu"),
                                Passphrase.of("training").orElseThrow(),
                                done(PackReader.read("qianxinan-2017")),
                                true));
        opened.add(workspace);
        for (Path roster : sample.rosters()) {
            done(
                    new ImportRosters(workspace, AUTHOR, CLOCK)
                            .run(ImportRosters.Request.of(roster), Progress.NONE));
        }
        answers = sample.answers();
        for (Path file : answers.subList(0, 4)) {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            try (Visit visit = open(key(file))) {
                done(FillVisit.of(workspace, visit, json, false));
            }
        }
    }

    @AfterAll
    static void close() {
        opened.forEach(Workspace::close);
    }

    @Test
    void aSheetAsksEverythingThatTheScreensAskUnderTheSameNumbers() throws IOException {
        Path out = folder.resolve("sheet.pdf");
        String key = key(visited());
        print(new Order(out, What.SHEET, List.of(key), Numbers.COVERED));
        String text = text(out);

        try (Visit visit = open(key)) {
            visit.answer(visit.find("outcome", "").getFirst(), Value.text("01"));
            List<Item.Asked> asked = asked(visit);
            assertThat(asked).hasSizeGreaterThan(100);
            assertThat(asked)
                    .filteredOn(a -> !a.question().appearance().contains("judgement"))
                    .allSatisfy(a -> assertThat(text).contains(squeezed(a.number())));
        }
        assertThat(text).contains("户主签字（按手印）").contains("共").contains("已知：");
    }

    @Test
    void numbersAreCoveredUnlessTheyAreAskedForWhole() throws IOException {
        String key = key(visited());
        String idNo = member(key, "identity", "id_no");
        assertThat(idNo).hasSize(18);
        Path covered = folder.resolve("covered.pdf");
        Path whole = folder.resolve("whole.pdf");
        print(new Order(covered, What.SHEET, List.of(key), Numbers.COVERED));
        print(new Order(whole, What.SHEET, List.of(key), Numbers.WHOLE));

        assertThat(text(covered)).doesNotContain(idNo);
        assertThat(text(whole)).contains(idNo);
    }

    @Test
    void aFinishedVisitIsPrintedWithItsAnswersAndItsJudgement() throws IOException {
        Path file = visited();
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        Path out = folder.resolve("visit.pdf");
        print(new Order(out, What.VISIT, List.of(key(file)), Numbers.COVERED));
        String text = text(out);

        assertThat(text)
                .contains(squeezed(json.path("visitors").asText()))
                .contains(json.path("visited_on").asText())
                .contains("当场判断")
                .contains("王示范于2017-03-0502:00")
                .contains("识别准确");
    }

    @Test
    void onlyFinishedVisitsOfAVillageArePrinted() throws IOException {
        Path out = folder.resolve("village.pdf");
        Printed printed = print(new Order(out, What.VISIT, List.of(), Numbers.COVERED));
        assertThat(printed.papers()).isEqualTo(4);
        try (var reader = new PdfReader(Files.readAllBytes(out))) {
            assertThat(printed.pages()).isEqualTo(reader.getNumberOfPages());
        }
    }

    @Test
    void anUnfinishedVisitIsRefusedAndTheOldFileStays() throws IOException {
        Path out = folder.resolve("kept.pdf");
        Files.writeString(out, "before");
        var order = new Order(out, What.VISIT, List.of(key(answers.get(6))), Numbers.COVERED);

        assertThat(codes(printing(Progress.NONE, order))).containsExactly("paperNotFinished");
        assertThat(Files.readString(out)).isEqualTo("before");
    }

    @Test
    void stoppingLeavesNothingBehind() throws IOException {
        Path out = folder.resolve("stopped").resolve("all.pdf");
        Files.createDirectories(folder.resolve("stopped"));
        var second =
                new Progress() {
                    private long seen;

                    @Override
                    public void at(String step, long done, long total) {
                        seen = done;
                    }

                    @Override
                    public boolean cancelled() {
                        return seen >= 1;
                    }
                };
        var order = new Order(out, What.SHEET, List.of(), Numbers.COVERED);

        assertThat(codes(printing(second, order))).containsExactly("paperStopped");
        try (var left = Files.list(folder.resolve("stopped"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aMissingFolderIsSaid() {
        Path out = folder.resolve("nowhere").resolve("x.pdf");
        var order = new Order(out, What.SHEET, List.of(key(visited())), Numbers.COVERED);
        assertThat(codes(printing(Progress.NONE, order))).containsExactly("paperNoFolder");
    }

    @Test
    void aListIsPrintedRowForRowOverManyPages() throws IOException {
        var rows = new ArrayList<List<String>>();
        for (int i = 1; i <= 120; i++) {
            rows.add(List.of("上坝村", "第" + i + "户", "韦小妹"));
        }
        Path out = folder.resolve("list.pdf");
        var sheet = new PrintTable.Sheet("名单", "危房", List.of("村", "户", "姓名"), rows);
        Printed printed = done(new PrintTable(workspace(), AUTHOR, CLOCK, TEXTS).print(out, sheet));

        String text = text(out);
        assertThat(printed.pages()).isGreaterThan(2);
        assertThat(rows).allSatisfy(row -> assertThat(text).contains(row.get(1)));
        assertThat(text).contains("共120行").contains("培训演练");
    }

    @Test
    void theListOfHouseholdsHasNoPersonalNumbers() {
        PrintTable.Sheet sheet =
                new HouseholdTable(workspace(), TEXTS).of(HouseholdList.Filter.ALL);
        assertThat(sheet.rows()).hasSize(8);
        assertThat(sheet.rows().toString()).doesNotContainPattern("\\d{15}");
    }

    // ---- what the tests share

    private static Workspace workspace() {
        return opened.getFirst();
    }

    private static Path visited() {
        return answers.stream().limit(4).filter(PaperTest::isVisited).findFirst().orElseThrow();
    }

    private static boolean isVisited(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile()).path("outcome").asText().equals("01");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String key(Path answers) {
        return String.valueOf(answers.getFileName()).replace(".json", "");
    }

    private static String member(String key, String section, String property) {
        RecordId household = done(new zhuhu.flow.FindRecord(workspace()).by(key));
        return workspace()
                .query("SELECT id FROM person WHERE household = ?", household.text())
                .stream()
                .map(row -> workspace().recordOf(String.valueOf(row.get("id"))).orElseThrow())
                .map(person -> workspace().section(person, section).shown().plain(property))
                .filter(number -> number.length() == 18)
                .findFirst()
                .orElseThrow();
    }

    private static Visit open(String key) {
        return done(
                Visit.open(
                        workspace(),
                        done(new zhuhu.flow.FindRecord(workspace()).by(key)),
                        workspace().setting("round").orElseThrow(),
                        AUTHOR,
                        () -> LocalDateTime.now(CLOCK),
                        Visit.Keep.AT_THE_END));
    }

    private static List<Item.Asked> asked(Visit visit) {
        var asked = new ArrayList<Item.Asked>();
        for (PartView part : visit.parts()) {
            for (PartView.ScreenName screen : part.screens()) {
                collect(visit.screen(screen.name()).items(), asked);
            }
        }
        return asked;
    }

    private static void collect(List<Item> items, List<Item.Asked> asked) {
        for (Item item : items) {
            switch (item) {
                case Item.Asked question -> asked.add(question);
                case Item.Table table -> table.rows().forEach(row -> collect(row.items(), asked));
                case Item.Note _, Item.Heading _ -> {}
            }
        }
    }

    private static Printed print(Order order) {
        return done(printing(Progress.NONE, order));
    }

    private static Outcome<Printed> printing(Progress progress, Order order) {
        return new PrintHouseholds(workspace(), AUTHOR, CLOCK, TEXTS).print(order, progress);
    }

    /// All words of a PDF without blanks.
    private static String text(Path file) throws IOException {
        var text = new StringBuilder();
        try (var reader = new PdfReader(Files.readAllBytes(file))) {
            var words = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(words.getTextFromPage(page));
            }
        }
        return squeezed(text.toString());
    }

    private static String squeezed(String words) {
        return words.replaceAll("[\\s　]", "");
    }

    private static List<String> codes(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.Failed<?>(List<Problem> problems) ->
                    problems.stream().map(Problem::code).toList();
        };
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(List<Problem> problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
