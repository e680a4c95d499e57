package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import zhuhu.base.Outcome;
import zhuhu.flow.FillVisit.Filled;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.roster.ImportedRoster;
import zhuhu.flow.sample.MakeSample;
import zhuhu.form.PartView;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;
import zhuhu.pack.PackReader;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// The main job from end to end, on real files: a roster in, households visited.
class JourneyTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2017, 3, 5, 10, 0);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);
    private static final Author AUTHOR = new Author("王示范", "清水镇", "", "d1");

    @TempDir static Path folder;

    private static MakeSample.Made sample = made();

    private static MakeSample.Made made() {
        return new MakeSample.Made(List.of(), List.of(), Path.of(""), List.of());
    }

    @BeforeAll
    static void makeSample() {
        sample = done(MakeSample.in(folder.resolve("sample"), 3, 8, 7));
    }

    @Test
    void everyRowOfEveryRosterIsAccountedForAndASecondImportChangesNothing() {
        try (Workspace workspace = workspace("import")) {
            List<ImportedRoster> first = imported(workspace);
            List<String> before = dump(workspace);
            List<ImportedRoster> second = imported(workspace);

            for (ImportedRoster roster : first) {
                assertThat(roster.failed()).isEmpty();
                assertThat(roster.rows())
                        .isEqualTo(
                                roster.persons().all()
                                        + roster.held().size()
                                        + roster.refused().size());
            }
            assertThat(second)
                    .allSatisfy(roster -> {
                        assertThat(roster.persons().fresh()).isZero();
                        assertThat(roster.persons().changed()).isZero();
                    });
            assertThat(dump(workspace)).isEqualTo(before);
        }
    }

    @Test
    void everySeededErrorIsFoundAtItsPlace() {
        try (Workspace workspace = workspace("errors")) {
            List<ImportedRoster> rosters = imported(workspace);
            List<String> found =
                    rosters.stream()
                            .flatMap(r ->
                                    r.doubts().stream()
                                            .filter(p -> p.place() != null)
                                            .map(p ->
                                                    r.file()
                                                            + " "
                                                            + p.place().row()
                                                            + " "
                                                            + p.place().column()
                                                            + " "
                                                            + p.code()))
                            .toList();

            assertThat(sample.errors())
                    .isNotEmpty()
                    .allSatisfy(error ->
                            assertThat(found)
                                    .contains(
                                            error.file()
                                                    + " "
                                                    + error.row()
                                                    + " "
                                                    + error.column()
                                                    + " "
                                                    + error.code()));
        }
    }

    @Test
    void trainingFilesNeverEnterRealWork() {
        Path file = folder.resolve("real.zhuhu");
        var pack = done(PackReader.read("qianxinan-2017"));
        try (Workspace real =
                done(
                        Workspaces.create(
                                file, Passphrase.of("a real one").orElseThrow(), pack, false))) {
            List<String> before = dump(real);
            var request = ImportRosters.Request.of(sample.rosters().getFirst());
            Outcome<List<ImportedRoster>> outcome =
                    new ImportRosters(real, AUTHOR, CLOCK).run(request, Progress.NONE);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.toString()).contains("rosterTraining"));
            assertThat(dump(real)).isEqualTo(before);
        }
    }

    @Test
    void everyHouseholdOfTheSampleIsVisited() throws IOException {
        try (Workspace workspace = workspace("visits")) {
            imported(workspace);
            for (Path answers : sample.answers()) {
                JsonNode json = new ObjectMapper().readTree(answers.toFile());
                Filled filled = fill(workspace, key(answers), json);

                assertThat(filled.stops()).as(answers.getFileName().toString()).isEmpty();
                String expected = json.path("outcome").asText().equals("02") ? "absent" : "done";
                assertThat(
                                HouseholdStates.of(workspace)
                                        .of(subject(workspace, key(answers)).text()))
                        .isEqualTo(expected);
            }
            assertThat(new HouseholdList(workspace).counts().keySet())
                    .containsExactlyInAnyOrder("absent", "done");
            assertThat(workspace.verify()).isEmpty();
            List<String> before = dump(workspace);
            workspace.rebuild();
            assertThat(dump(workspace)).isEqualTo(before);
        }
    }

    @Test
    void theWindowAndFillGiveTheSameRevisions() throws IOException {
        Path answers = sample.answers().get(1);
        JsonNode json = new ObjectMapper().readTree(answers.toFile());
        try (Workspace filled = workspace("filled");
                Workspace clicked = workspace("clicked")) {
            imported(filled);
            imported(clicked);
            fill(filled, key(answers), json);
            asAtTheWindow(clicked, key(answers), json);

            RecordId household = subject(filled, key(answers));
            assertThat(dump(clicked)).isEqualTo(dump(filled));
            assertThat(ids(clicked, household)).isEqualTo(ids(filled, household));
        }
    }

    @Test
    void answersThatStopAVisitLeaveNothing() throws IOException {
        try (Workspace workspace = workspace("stopped")) {
            imported(workspace);
            List<String> before = dump(workspace);
            String key = key(sample.answers().getFirst());
            JsonNode json =
                    new ObjectMapper()
                            .readTree(
                                    "{\"visited_on\":\"2017-03-02\",\"outcome\":\"01\",\"wage_income\":-1,\"exit_reason\":\"x\"}");
            Filled filled = fill(workspace, key, json);

            assertThat(filled.stops().stream().map(s -> s.question() + " " + s.problem().code()))
                    .contains(
                            "wage_income R70",
                            "identification_conclusion required",
                            "exit_reason notRelevant");
            assertThat(filled.kept()).isFalse();
            assertThat(dump(workspace)).isEqualTo(before);
            assertThat(workspace.drafts()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Visit.Keep.class)
    void aScreenThatIsNoLongerAskedIsNoLongerSaid(Visit.Keep keep) {
        try (Workspace workspace = workspace("nobody-" + keep)) {
            imported(workspace);
            RecordId subject = subject(workspace, key(sample.answers().getFirst()));
            try (Visit visit = open(workspace, subject, keep)) {
                var outcome = visit.find("outcome", "").getFirst();
                visit.answer(outcome, zhuhu.record.Value.text("01"));
                assertThat(visit.confirm("arrival")).isEmpty();
                assertThat(visit.confirm("people")).isEmpty();
                visit.answer(outcome, zhuhu.record.Value.text("02"));
                assertThat(visit.finalise()).isInstanceOf(Outcome.Done.class);

                assertThat(workspace.section(visit.id(), "people"))
                        .isInstanceOf(Section.Unwritten.class);
                assertThat(workspace.section(visit.id(), "arrival").shown().plain("outcome"))
                        .isEqualTo("02");
            }
            assertThat(workspace.verify()).isEmpty();
        }
    }

    @Test
    void whatIsOddButMayBeTrueIsADoubtAndStopsNothing() throws IOException {
        try (Workspace workspace = workspace("doubts")) {
            imported(workspace);
            Path answers = visited();
            var json =
                    (com.fasterxml.jackson.databind.node.ObjectNode)
                            new ObjectMapper().readTree(answers.toFile());
            json.put("unsafe_house_grade", "C").put("unsafe_house", "0");
            Filled filled = fill(workspace, key(answers), json);

            assertThat(filled.finalised()).isTrue();
            assertThat(filled.doubts().stream().map(FillVisit.Stop::question))
                    .contains("unsafe_house");
        }
    }

    /// Answers of a household where somebody was at home.
    private static Path visited() throws IOException {
        for (Path answers : sample.answers()) {
            if (new ObjectMapper()
                    .readTree(answers.toFile())
                    .path("outcome")
                    .asText()
                    .equals("01")) {
                return answers;
            }
        }
        throw new AssertionError("nobody at home");
    }

    @Test
    void anUnknownQuestionOrChoiceIsRefusedByName() throws IOException {
        try (Workspace workspace = workspace("unknown")) {
            imported(workspace);
            String key = key(sample.answers().getFirst());
            JsonNode json =
                    new ObjectMapper()
                            .readTree(
                                    "{\"outcome\":\"77\",\"no_such\":1,\"wage_income\":\"many\"}");

            assertThat(fillOutcome(workspace, key, json))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed ->
                                    assertThat(
                                                    ((Outcome.Failed<?>) failed)
                                                            .problems().stream().map(p -> p.code()))
                                            .containsExactlyInAnyOrder(
                                                    "unknownChoice",
                                                    "unknownQuestion",
                                                    "answerShape"));
        }
    }

    @Test
    void aDraftIsFoundAgainWhereItWasLeft() throws IOException {
        try (Workspace workspace = workspace("draft")) {
            imported(workspace);
            RecordId subject = subject(workspace, key(sample.answers().get(2)));
            String screen;
            try (Visit visit = open(workspace, subject, Visit.Keep.AT_ONCE)) {
                visit.answer(visit.find("outcome", "").getFirst(), zhuhu.record.Value.text("01"));
                screen = visit.parts().get(1).screens().get(0).name();
                visit.goTo(screen);
            }
            assertThat(HouseholdStates.of(workspace).of(subject.text())).isEqualTo("draft");
            try (Visit again = open(workspace, subject, Visit.Keep.AT_ONCE)) {
                assertThat(again.current()).isEqualTo(screen);
                assertThat(again.value(again.find("outcome", "").getFirst()).plain())
                        .isEqualTo("01");
            }
        }
    }

    @Test
    void finishingAgainWithNothingChangedWritesNothing() throws IOException {
        Path answers = sample.answers().get(3);
        JsonNode json = new ObjectMapper().readTree(answers.toFile());
        try (Workspace workspace = workspace("again")) {
            imported(workspace);
            Filled first = fill(workspace, key(answers), json);
            int before = workspace.revisions(first.visit()).size();
            RecordId household = subject(workspace, key(answers));
            List<String> known = ids(workspace, household);
            try (Visit visit = open(workspace, household, Visit.Keep.AT_THE_END)) {
                assertThat(visit.finalise()).isInstanceOf(Outcome.Done.class);
            }

            assertThat(workspace.revisions(first.visit())).hasSize(before);
            assertThat(ids(workspace, household)).isEqualTo(known);
        }
    }

    /// Answers question after question in screen order, each saved at once, each screen confirmed
    /// at its end.
    private static void asAtTheWindow(Workspace workspace, String key, JsonNode json) {
        try (Visit visit = open(workspace, subject(workspace, key), Visit.Keep.AT_ONCE)) {
            var walked = new ArrayList<String>();
            for (String next = next(visit, walked); !next.isEmpty(); next = next(visit, walked)) {
                walked.add(next);
                visit.goTo(next);
                // Reason: an answer may bring further questions onto the screen.
                for (int pass = 0; pass < 3; pass++) {
                    answer(workspace, visit, visit.screen(next).items(), json);
                }
                assertThat(visit.confirm(next)).isEmpty();
            }
            assertThat(visit.finalise()).isInstanceOf(Outcome.Done.class);
        }
    }

    private static void answer(Workspace workspace, Visit visit, List<Item> items, JsonNode json) {
        for (Item item : items) {
            if (item instanceof Item.Asked asked && json.has(asked.question().name())) {
                JsonNode given = json.get(asked.question().name());
                visit.answer(asked.ref(), done(AnswerShapes.value(asked.question(), given)));
            }
            if (item instanceof Item.Table table && json.path(table.repeat()).isArray()) {
                for (JsonNode row : json.path(table.repeat())) {
                    String id =
                            done(new FindRecord(workspace).by(row.path("person").asText())).text();
                    ScreenView.Row shown =
                            table.rows().stream()
                                    .filter(r -> r.id().equals(id))
                                    .findFirst()
                                    .orElseThrow();
                    answer(workspace, visit, shown.items(), row);
                }
            }
        }
    }

    private static String next(Visit visit, List<String> walked) {
        return visit.parts().stream()
                .flatMap(p -> p.screens().stream())
                .map(PartView.ScreenName::name)
                .filter(name -> !walked.contains(name))
                .findFirst()
                .orElse("");
    }

    private static Filled fill(Workspace workspace, String key, JsonNode json) {
        return done(fillOutcome(workspace, key, json));
    }

    private static Outcome<Filled> fillOutcome(Workspace workspace, String key, JsonNode json) {
        try (Visit visit = open(workspace, subject(workspace, key), Visit.Keep.AT_THE_END)) {
            return FillVisit.of(workspace, visit, json, false);
        }
    }

    private static Visit open(Workspace workspace, RecordId subject, Visit.Keep keep) {
        String round = workspace.setting("round").orElseThrow();
        return done(Visit.open(workspace, subject, round, AUTHOR, () -> NOW, keep));
    }

    private static RecordId subject(Workspace workspace, String key) {
        return done(new FindRecord(workspace).subject(key));
    }

    private static String key(Path answers) {
        return answers.getFileName().toString().replace(".json", "");
    }

    private static List<String> ids(Workspace workspace, RecordId record) {
        var ids = new ArrayList<String>();
        for (Map.Entry<String, Section> entry : workspace.sections(record).entrySet()) {
            entry.getValue().allHeads().forEach(r -> ids.add(entry.getKey() + " " + r.id()));
        }
        return ids;
    }

    private static List<ImportedRoster> imported(Workspace workspace) {
        var request = ImportRosters.Request.of(sample.rosters().toArray(Path[]::new));
        return done(new ImportRosters(workspace, AUTHOR, CLOCK).run(request, Progress.NONE));
    }

    private static List<String> dump(Workspace workspace) {
        var lines = new ArrayList<String>();
        workspace.dump(lines::add);
        return lines;
    }

    private static Workspace workspace(String name) {
        Passphrase passphrase = Passphrase.of("training").orElseThrow();
        var pack = done(PackReader.read("qianxinan-2017"));
        return done(Workspaces.create(folder.resolve(name + ".zhuhu"), passphrase, pack, true));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
