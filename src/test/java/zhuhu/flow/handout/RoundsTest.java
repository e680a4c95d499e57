package zhuhu.flow.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.flow.handout.Office.done;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Coverage;
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.Today;
import zhuhu.flow.edit.DirectEdits;
import zhuhu.pack.Manifest;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// Rounds that the campaign does not name, and going back to one of before.
class RoundsTest {

    private static final LocalDate TODAY = LocalDate.of(2017, 6, 1);

    @TempDir Path folder;
    private Workspace workspace;
    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder, 1, 4, 5);
        workspace = office.township("t");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static OpenRound.Request request(String id, String title, String due) {
        return new OpenRound.Request(id, title, due, OptionalInt.empty());
    }

    private OpenRound.Plan start(String id, String title, String due) {
        return done(new OpenRound(workspace, TODAY).open(request(id, title, due)));
    }

    private RecordId visit(RecordId household, String round) {
        Manifest manifest = workspace.pack().manifest();
        return Ids.visit(manifest.name(), manifest.visitForm(), household, round);
    }

    @Test
    void aNewRoundBeginsWithEveryHouseholdAndIsKnownEverywhere() {
        List<Path> answers = office.answers(workspace);
        RecordId first = Office.fill(workspace, answers.getFirst(), Office.CLERK, false);
        OpenRound.Plan plan = start("第二轮", "6 月第二轮回访", "2017-06-30");

        assertThat(plan.fresh()).isTrue();
        assertThat(plan.from().map(Manifest.Round::id)).contains("2017-03");
        assertThat(plan.to())
                .isEqualTo(new Manifest.Round("第二轮", "6 月第二轮回访", "2017-06-01", "2017-06-30", 2016));
        Coverage coverage = Coverage.of(workspace, Optional.empty());
        assertThat(coverage.states()).containsOnlyKeys("todo");
        assertThat(Today.of(workspace).open()).isEqualTo(coverage.total());
        assertThat(DirectEdits.incomeYear(workspace)).isEqualTo("2016");

        Office.fill(workspace, answers.getFirst(), Office.CLERK, false);
        assertThat(workspace.exists(visit(first, "第二轮"))).isTrue();
        assertThat(workspace.exists(visit(first, "2017-03"))).isTrue();
        assertThat(HouseholdStates.of(workspace).of(first.text())).isNotEqualTo("todo");
    }

    @Test
    void goingBackFindsTheRoundAsItWasAndTheNewOneStays() {
        Path answers = office.answers(workspace).getFirst();
        RecordId household = Office.fill(workspace, answers, Office.CLERK, false);
        String before = HouseholdStates.of(workspace).of(household.text());
        start("2017-06", "", "2017-06-30");
        OpenRound.Plan back = start("2017-03", "", "");

        assertThat(back.fresh()).isFalse();
        assertThat(back.to().due()).isEqualTo("2017-03-10");
        assertThat(HouseholdStates.of(workspace).of(household.text())).isEqualTo(before);
        assertThat(Rounds.of(workspace).all().stream().map(Manifest.Round::id))
                .containsExactly("2017-03", "2017-06");
        assertThat(Rounds.of(workspace).round("2017-06").orElseThrow().title())
                .isEqualTo("2017-06");
    }

    @Test
    void aDeadlineCanBePutOff() {
        start("2017-03", "", "2017-03-20");
        assertThat(Rounds.of(workspace).current().orElseThrow())
                .isEqualTo(
                        new Manifest.Round(
                                "2017-03", "3 月上旬精准再识别、再回访", "2017-02-24", "2017-03-20", 2016));
    }

    @Test
    void aRoundOfTheNextYearAsksForTheNextIncomes() {
        assertThat(start("2018-03", "", "2018-03-31").to().incomeYear()).isEqualTo(2017);
    }

    @Test
    void theNewestVisitIsThatOfTheLatestDeadlineWhateverItsName() {
        Path answers = office.answers(workspace).getFirst();
        RecordId household = Office.fill(workspace, answers, Office.CLERK, false);
        start("1", "", "2017-06-30");
        Office.fill(workspace, answers, Office.CLERK, false);
        var order = Rounds.of(workspace).order();
        assertThat(order.compare("1", "2017-03")).isPositive();
        assertThat(
                        workspace
                                .query(
                                        "SELECT id, round FROM visit WHERE subject = ?",
                                        household.text())
                                .stream()
                                .max(Rounds.of(workspace).rows())
                                .orElseThrow()
                                .get("round"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    '',        2017-06-30, roundId
                    a/b,       2017-06-30, roundId
                    2017-06,   '',         roundNoDue
                    2017-06,   6月30日,     roundDue
                    2017-06,   2017-02-30, roundDue
                    """)
    void whatIsNoRoundChangesNothing(String id, String due, String code) {
        List<String> before = Office.dump(workspace);
        Outcome<OpenRound.Plan> opened = new OpenRound(workspace, TODAY).open(request(id, "", due));
        assertThat(opened)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(((Problem) failed.problems().getFirst()).code())
                                        .isEqualTo(code));
        assertThat(Office.dump(workspace)).isEqualTo(before);
        assertThat(Rounds.of(workspace).current().orElseThrow().id()).isEqualTo("2017-03");
    }
}
