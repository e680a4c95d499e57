package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.screen.visit.Family;
import zhuhu.store.Workspace;

/// What is jotted down about a household stays with it.
class HouseholdNotesTest {

    private static final String ROUND = "2017-03";
    private static final LocalDateTime MONDAY = LocalDateTime.of(2017, 3, 6, 10, 15, 20);

    @TempDir Path folder;
    private Workspace workspace;
    private HouseholdNotes notes;

    @BeforeEach
    void open() {
        workspace = Family.workspace(folder.resolve("a.zhuhu"));
        notes = new HouseholdNotes(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aNoteBeforeAnyVisitIsKeptAndTheHouseholdIsStillDue() {
        note(Family.AUTHOR, " 大门锁着，邻居说 赶场去了 ", 0);

        assertThat(notes.of(Family.HOUSEHOLD))
                .containsExactly(
                        new HouseholdNote("2017-03-06T10:15:20", "王一鸣", "大门锁着，邻居说 赶场去了", ROUND));
        assertThat(state()).isEqualTo("todo");
    }

    @Test
    void theNotesOfTwoPeopleStandSideBySide() {
        var other = new Author("赵二妹", "坡脚村五人小组", "", "device-2");
        note(Family.AUTHOR, "孙子在县城上学", 0);
        note(other, "孙子在县城上学，周末回来", 0);
        note(Family.AUTHOR, "孙子在县城上学", 0);

        assertThat(notes.of(Family.HOUSEHOLD)).hasSize(2);
        assertThat(workspace.sections(visitId()).values())
                .noneMatch(Section.Contested.class::isInstance);
    }

    @Test
    void notesOutliveTheVisitsEndAndItsBeingFinishedAgain() {
        note(Family.AUTHOR, "户主下午才在", 0);
        for (String where : List.of("迁到县城", "迁到省城")) {
            try (Visit visit = Family.visit(workspace)) {
                visit.answer(visit.find("outcome", "").getFirst(), Value.text("05"));
                visit.answer(visit.find("whereabouts", "").getFirst(), Value.text(where));
                Family.value(visit.finalise());
            }
        }
        note(Family.AUTHOR, "电话已换", 60);

        assertThat(notes.of(Family.HOUSEHOLD))
                .extracting(HouseholdNote::text)
                .containsExactly("电话已换", "户主下午才在");
        assertThat(state()).isEqualTo("moved");
    }

    @Test
    void nothingIsNotedWhereNothingIsWritten() {
        assertThat(notes.add(Family.HOUSEHOLD, ROUND, Family.AUTHOR, () -> MONDAY, "　 "))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(notes.of(Family.HOUSEHOLD)).isEmpty();
    }

    private void note(Author author, String text, int minutesLater) {
        Family.value(
                notes.add(
                        Family.HOUSEHOLD,
                        ROUND,
                        author,
                        () -> MONDAY.plusMinutes(minutesLater),
                        text));
    }

    private RecordId visitId() {
        try (Visit visit = Family.visit(workspace)) {
            return visit.id();
        }
    }

    private String state() {
        return HouseholdStates.of(workspace, ROUND).of(Family.HOUSEHOLD.text());
    }
}
