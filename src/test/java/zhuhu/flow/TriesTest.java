package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Tries.Recorded;
import zhuhu.flow.Tries.Try;
import zhuhu.form.Ref;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.screen.visit.Family;
import zhuhu.store.Workspace;

/// A household where nobody is at home, tried until somebody is.
class TriesTest {

    private static final String ROUND = "2017-03";
    private static final LocalDateTime MONDAY = LocalDateTime.of(2017, 3, 6, 10, 15);

    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Family.workspace(folder.resolve("a.zhuhu"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void absentOnceIsStillDueAndTwiceIsNot() {
        assertThat(state()).isEqualTo("todo");

        Recorded first = tried(TryResult.ABSENT, 0);
        assertThat(first.finalised()).isTrue();
        assertThat(state()).isEqualTo("absent");
        assertThat(states().isOpen(household())).isTrue();
        assertThat(listed("due")).isEqualTo(1);
        assertThat(listed("absent")).isEqualTo(1);

        tried(TryResult.NO_ANSWER, 1);
        assertThat(listed("due")).isEqualTo(0);
        assertThat(listed("absent")).isEqualTo(1);
        assertThat(state()).isEqualTo("absent");
        assertThat(states().isOpen(household())).isFalse();
        assertThat(states().tries(household())).isEqualTo(2);
        assertThat(stated())
                .containsExactly(
                        new Try("2017-03-06", "王一鸣", "家里没人"),
                        new Try("2017-03-07", "王一鸣", "电话没人接"));
    }

    @Test
    void refusedNeedsNobodyUntilSomebodyComesAgain() {
        tried(TryResult.REFUSED, 0);

        assertThat(state()).isEqualTo("refused");
        assertThat(states().isOpen(household())).isFalse();
    }

    @Test
    void triesStayWhenTheVisitSucceedsAndNoReasonIsAskedForIt() {
        tried(TryResult.ABSENT, 0);
        tried(TryResult.ABSENT, 1);
        try (Visit visit = visit()) {
            assertThat(visit.reopened()).isFalse();
            answer(visit, "outcome", Value.text("01"));
            answer(visit, "identification_conclusion", Value.text("01"));
            answer(visit, "exit_conclusion", Value.text("01"));
            answer(visit, "house_area", Value.number(120));
            answer(visit, "main_cause", Value.text("02"));
            assertThat(state()).isEqualTo("draft");
            Family.value(visit.finalise());
        }

        assertThat(state()).isEqualTo("done");
        assertThat(stated()).hasSize(2);
        assertThat(workspace.section(visitId(), "edit").shown().plain("edit_reason")).isEmpty();
    }

    @Test
    void theTryThatAFormAloneSaidIsNotForgotten() {
        try (Visit visit = visit()) {
            answer(visit, "outcome", Value.text("02"));
            answer(visit, "visitors", Value.text("赵二妹"));
            Family.value(visit.finalise());
        }
        assertThat(states().tries(household())).isEqualTo(1);

        tried(TryResult.ABSENT, 1);

        assertThat(stated())
                .containsExactly(
                        new Try("2017-03-06", "赵二妹", "家里没人"), new Try("2017-03-07", "王一鸣", "家里没人"));
    }

    @Test
    void aVisitThatHasBegunKeepsItsAnswersAndStaysADraft() {
        try (Visit visit = visit()) {
            answer(visit, "outcome", Value.text("01"));
            answer(visit, "sharing_count", Value.number(4));
        }

        Recorded recorded = tried(TryResult.ABSENT, 1);

        assertThat(recorded.finalised()).isFalse();
        assertThat(recorded.tries()).hasSize(1);
        assertThat(state()).isEqualTo("draft");
        try (Visit visit = visit()) {
            assertThat(value(visit, "outcome")).isEqualTo(Value.text("01"));
            assertThat(value(visit, "sharing_count")).isEqualTo(Value.number(4));
            assertThat(visit.rows("tries")).hasSize(1);
        }
    }

    @Test
    void aHouseholdThatWasVisitedIsNotTriedAgain() {
        try (Visit visit = visit()) {
            answer(visit, "outcome", Value.text("05"));
            answer(visit, "whereabouts", Value.text("迁到县城，村支书证明"));
            Family.value(visit.finalise());
        }

        var problem = Problem.of("tryAfterVisit", Labels.of(workspace, Family.HOUSEHOLD));
        assertThat(record(TryResult.ABSENT, 1)).isEqualTo(Outcome.failed(problem));
        assertThat(state()).isEqualTo("moved");
    }

    private int listed(String state) {
        return Family.value(
                        new RecordList(workspace).lines(Kind.HOUSEHOLD, Optional.of(state), "", ""))
                .size();
    }

    private Recorded tried(TryResult result, int daysLater) {
        return Family.value(record(result, daysLater));
    }

    private Outcome<Recorded> record(TryResult result, int daysLater) {
        return new Tries(workspace, Texts.chinese())
                .record(
                        Family.HOUSEHOLD,
                        ROUND,
                        Family.AUTHOR,
                        () -> MONDAY.plusDays(daysLater),
                        result);
    }

    private Visit visit() {
        return Family.visit(workspace);
    }

    private RecordId visitId() {
        try (Visit visit = visit()) {
            return visit.id();
        }
    }

    private List<Try> stated() {
        return Tries.stated(workspace, Family.HOUSEHOLD, ROUND);
    }

    private HouseholdStates states() {
        return HouseholdStates.of(workspace, ROUND);
    }

    private String state() {
        return states().of(household());
    }

    private static String household() {
        return Family.HOUSEHOLD.text();
    }

    private static void answer(Visit visit, String question, Value value) {
        visit.answer(ref(visit, question), value);
    }

    private static Value value(Visit visit, String question) {
        return visit.value(ref(visit, question));
    }

    private static Ref ref(Visit visit, String question) {
        return visit.find(question, "").getFirst();
    }
}
