package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.edit.AddHousehold;
import zhuhu.flow.edit.Reason;
import zhuhu.flow.paper.CoverageTable;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.record.How;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// 登记户全覆盖: nobody is left out, and nobody is counted twice.
class CoverageTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);
    private static final Author AUTHOR = new Author("王示范", "清水镇", "", "d1");

    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void prepare() {
        MakeSample.Made sample = done(MakeSample.in(folder.resolve("sample"), 2, 8, 5));
        workspace =
                done(
                        Workspaces.create(
                                folder.resolve("village.zhuhu"),
                                Passphrase.of("training").orElseThrow(),
                                done(PackReader.read("qianxinan-2017")),
                                true));
        var rosters = ImportRosters.Request.of(sample.rosters().toArray(Path[]::new));
        done(new ImportRosters(workspace, AUTHOR, CLOCK).run(rosters, Progress.NONE));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Coverage coverage() {
        return Coverage.of(workspace, Optional.empty());
    }

    private List<RecordId> households() {
        return coverage().rows().stream().map(HouseholdList.Line::id).toList();
    }

    private String state(RecordId household) {
        return HouseholdStates.of(workspace).of(household.text());
    }

    private RecordId fill(RecordId household, ObjectNode answers, boolean draft) {
        return done(Visit.open(
                                workspace,
                                household,
                                "2017-03",
                                AUTHOR,
                                () -> LocalDateTime.now(CLOCK),
                                Visit.Keep.AT_THE_END)
                        .then(visit -> {
                            try (visit) {
                                return FillVisit.of(workspace, visit, answers, draft);
                            }
                        }))
                .visit();
    }

    private static ObjectNode outcome(String outcome) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        return answers.put("outcome", outcome);
    }

    /// As the township's review will write it.
    private void review(RecordId visit, String section, String state, String comment) {
        List<String> heads =
                workspace.section(visit, section).allHeads().stream()
                        .map(r -> r.id().hex())
                        .toList();
        Values said =
                Values.NONE
                        .with("state", Value.text(state))
                        .with("comment", Value.text(comment))
                        .with("of", Value.many(heads));
        String name = "review." + section;
        List<zhuhu.record.FactId> before =
                workspace.section(visit, name).allHeads().stream().map(Revision::id).toList();
        workspace.write(writer -> {
            writer.add(
                    Revision.of(visit, name, before, said),
                    Stamp.of("清水镇", "d9", "2017-03-09", How.TYPED, null));
            return true;
        });
    }

    @Test
    void everyHouseholdOwedIsInExactlyOneStateAndTheSumsAreTheTotal() {
        List<RecordId> all = households();
        fill(all.get(0), outcome("02"), false);
        fill(all.get(1), outcome("03"), false);
        fill(all.get(2), outcome("05"), false);
        fill(all.get(3), outcome("07"), false);
        fill(all.get(4), outcome("01"), true);

        Coverage coverage = coverage();

        assertThat(coverage.rows()).extracting(HouseholdList.Line::id).doesNotHaveDuplicates();
        assertThat(coverage.rows()).extracting(HouseholdList.Line::state).doesNotContain("");
        assertThat(coverage.rows())
                .extracting(HouseholdList.Line::state)
                .allMatch(HouseholdStates.ALL::contains);
        assertThat(coverage.states().values().stream().mapToInt(i -> i).sum())
                .isEqualTo(coverage.total());
        assertThat(coverage.groups().stream().mapToInt(Coverage.Group::total).sum())
                .isEqualTo(coverage.total());
        // Reason: absent once is still to be seen to.
        assertThat(coverage.open()).hasSize(coverage.total() - 3).contains(all.getFirst());
        assertThat(coverage.groups().stream().mapToInt(Coverage.Group::open).sum())
                .isEqualTo(coverage.open().size());
        assertThat(coverage.states())
                .containsEntry("absent", 1)
                .containsEntry("refused", 1)
                .containsEntry("moved", 1)
                .containsEntry("notfound", 1)
                .containsEntry("draft", 1)
                .containsEntry("todo", coverage.total() - 5);
    }

    @Test
    void nobodyOfTheRegisterIsUnaccountedFor() {
        Coverage coverage = coverage();
        long owed =
                Long.parseLong(
                        workspace
                                .query(
                                        "SELECT count(*) AS n FROM household WHERE registered = '1' OR exit_year = '2016'")
                                .getFirst()
                                .getOrDefault("n", "0"));
        long all =
                Long.parseLong(
                        workspace
                                .query("SELECT count(*) AS n FROM household")
                                .getFirst()
                                .getOrDefault("n", "0"));

        assertThat(coverage.total() + coverage.ended()).isEqualTo((int) owed);
        assertThat(coverage.total() + coverage.ended() + coverage.unregistered())
                .isEqualTo((int) all);
    }

    @Test
    void villagesAddUpToTheWhole() {
        int total = 0;
        for (Map<String, String> row : workspace.query("SELECT id FROM village")) {
            RecordId village = workspace.recordOf(row.getOrDefault("id", "")).orElseThrow();
            total += Coverage.of(workspace, Optional.of(village)).total();
        }
        assertThat(total).isEqualTo(coverage().total());
    }

    @Test
    void whoeverIsAddedByHandIsNotOwedEvenWhenVisited() {
        RecordId village =
                workspace
                        .recordOf(
                                workspace
                                        .query("SELECT id FROM village LIMIT 1")
                                        .getFirst()
                                        .getOrDefault("id", ""))
                        .orElseThrow();
        int before = coverage().total();
        int byHand = coverage().unregistered();
        RecordId added =
                done(new AddHousehold(workspace, AUTHOR, () -> LocalDateTime.now(CLOCK))
                                .add(
                                        new AddHousehold.Entry(
                                                village,
                                                Map.of(
                                                        "head_name",
                                                        Value.text("田示范"),
                                                        "head_id_no",
                                                        Value.text("11010519491231002X")),
                                                List.of(),
                                                Optional.empty()),
                                        false,
                                        Reason.NONE))
                        .household();
        fill(added, outcome("02"), false);

        assertThat(coverage().total()).isEqualTo(before);
        assertThat(coverage().unregistered()).isEqualTo(byHand + 1);
    }

    @Test
    void anEndedHouseholdIsNotOwedAndStillCounted() {
        RecordId first = households().getFirst();
        int before = coverage().total();
        workspace.write(writer -> {
            writer.add(
                    Revision.of(
                            first, "ended", List.of(), Values.NONE.with("ended", Value.text("1"))),
                    Stamp.of("王示范", "d1", "2017-03-05", How.TYPED, null));
            return true;
        });

        assertThat(coverage().total()).isEqualTo(before - 1);
        assertThat(coverage().ended()).isEqualTo(1);
        fill(first, outcome("06"), false);
        assertThat(coverage().total()).isEqualTo(before);
        assertThat(state(first)).isEqualTo("dead");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    arrival returned,                     returned
                    arrival approved,                     approved
                    arrival approved;departure returned,  returned
                    arrival approved;departure approved,  approved
                    """)
    void whatTheTownshipSaidIsTheState(String reviews, String state) {
        RecordId household = households().getFirst();
        RecordId visit = fill(household, outcome("05").put("whereabouts", "搬到县城"), false);
        for (String review : reviews.split(";", -1)) {
            String[] words = review.split(" ", -1);
            review(visit, words[0], words[1], "电话没有写");
        }

        assertThat(state(household)).isEqualTo(state);
        assertThat(coverage().states()).containsEntry(state, 1);
    }

    @Test
    void aReturnedVisitThatWasAnsweredIsReturnedNoMore() {
        RecordId household = households().getFirst();
        RecordId visit = fill(household, outcome("02").put("visitors", "甲"), false);
        review(visit, "arrival", "returned", "走访人写全");
        assertThat(Reviews.of(workspace, "2017-03").returned())
                .extracting(Reviews.Returned::household)
                .containsExactly(household.text());
        assertThat(Reviews.of(workspace, "2017-03").returned().getFirst().sections())
                .containsExactly(new Reviews.Comment("上门情况", "走访人写全"));

        fill(household, outcome("02").put("visitors", "甲、乙"), false);

        assertThat(state(household)).isEqualTo("answered");
        assertThat(Reviews.of(workspace, "2017-03").returned()).isEmpty();
        assertThat(coverage().open()).contains(household);
    }

    @Test
    void theListIsCopiedAsATableWithoutNumbersOfPeople() {
        Coverage coverage = coverage();
        var table = new CoverageTable(Texts.chinese());
        String text = table.text(table.of(coverage, "上坝村", coverage.rows()));

        assertThat(text.lines().count()).isEqualTo(coverage.total() + 3);
        assertThat(text)
                .contains("登记户全覆盖", "应访 " + coverage.total() + " 户")
                .doesNotContainPattern("\\d{15}");
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T> failed -> throw new AssertionError(failed.problems().toString());
        };
    }
}
