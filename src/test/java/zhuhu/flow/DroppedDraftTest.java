package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.record.Value;
import zhuhu.screen.visit.Family;
import zhuhu.store.Workspace;

/// An unfinished visit on the card, thrown away and brought back.
class DroppedDraftTest {

    private static final String ROUND = "2017-03";

    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void begin() {
        workspace = Family.workspace(folder.resolve("a.zhuhu"));
        try (Visit visit = Family.visit(workspace)) {
            visit.answer(visit.find("outcome", "").getFirst(), Value.text("01"));
            assertThat(visit.confirm("arrival")).isEmpty();
            visit.goTo("people");
            visit.answer(visit.find("sharing_count", "").getFirst(), Value.number(4));
            visit.note("户主下午才在");
        }
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theCardSaysWhereADraftStandsAndWhatIsMissing() {
        VisitSoFar soFar = soFar();

        assertThat(soFar.state()).isEqualTo("draft");
        assertThat(soFar.open()).isTrue();
        assertThat(soFar.notes()).extracting(HouseholdNote::text).containsExactly("户主下午才在");
        assertThat(soFar.draft())
                .hasValueSatisfying(draft -> {
                    assertThat(draft.screen()).isEqualTo("家庭人口");
                    assertThat(draft.missing()).contains("识别再核准 · 识别结论");
                });
    }

    @Test
    void aDraftThrownAwayLeavesNothingButTheNotesAndComesBackWhole() {
        DroppedDraft dropped = drop().orElseThrow();

        assertThat(soFar().state()).isEqualTo("todo");
        assertThat(soFar().draft()).isEmpty();
        assertThat(soFar().notes()).hasSize(1);
        assertThat(drop()).isEmpty();

        dropped.restore(workspace, Family.AUTHOR, Family.CLOCK);

        assertThat(soFar().state()).isEqualTo("draft");
        try (Visit visit = Family.visit(workspace)) {
            assertThat(visit.current()).isEqualTo("people");
            assertThat(visit.state("arrival")).isEqualTo(Visit.ScreenState.CONFIRMED);
            assertThat(visit.value(visit.find("sharing_count", "").getFirst()))
                    .isEqualTo(Value.number(4));
            assertThat(workspace.section(visit.id(), "arrival").shown().plain("outcome"))
                    .isEqualTo("01");
        }
    }

    @Test
    void whatWasFinishedBeforeStaysWhenItsDraftIsThrownAway() {
        drop();
        try (Visit visit = Family.visit(workspace)) {
            visit.answer(visit.find("outcome", "").getFirst(), Value.text("05"));
            visit.answer(visit.find("whereabouts", "").getFirst(), Value.text("迁到县城"));
            Family.value(visit.finalise());
        }
        try (Visit visit = Family.visit(workspace)) {
            visit.answer(visit.find("whereabouts", "").getFirst(), Value.text("迁到省城"));
        }

        assertThat(drop()).hasValueSatisfying(d -> assertThat(d.withdrawn()).isEmpty());

        assertThat(soFar().state()).isEqualTo("moved");
    }

    private VisitSoFar soFar() {
        return VisitSoFar.of(workspace, Family.HOUSEHOLD, ROUND, Family.AUTHOR, Family.CLOCK);
    }

    private Optional<DroppedDraft> drop() {
        return DroppedDraft.drop(workspace, Family.HOUSEHOLD, ROUND, Family.AUTHOR, Family.CLOCK);
    }
}
