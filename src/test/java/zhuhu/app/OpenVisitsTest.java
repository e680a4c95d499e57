package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.HouseholdNotes;
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.Progress;
import zhuhu.flow.Tries;
import zhuhu.flow.Workspaces;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Place;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.screen.visit.Family;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A broken day at the real window: two households in turn, nobody at home twice and then somebody,
/// a note from the list, a draft thrown away and brought back.
class OpenVisitsTest {

    private static final Clock CLOCK =
            Clock.fixed(
                    LocalDateTime.of(2017, 3, 6, 10, 15).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);

    @SuppressWarnings("NullAway.Init")
    private Desktop desktop;

    @SuppressWarnings("NullAway.Init")
    private Robot robot;

    @SuppressWarnings("NullAway.Init")
    private Workspace workspace;

    @BeforeEach
    void sitDown() {
        var sample = Family.value(MakeSample.in(folder.resolve("sample"), 1, 6, 5));
        workspace =
                Family.value(
                        Workspaces.create(
                                folder.resolve("w.zhuhu"),
                                Passphrase.of("training").orElseThrow(),
                                Family.value(PackReader.read("qianxinan-2017")),
                                true));
        Family.value(
                new ImportRosters(workspace, Family.AUTHOR, CLOCK)
                        .run(
                                ImportRosters.Request.of(sample.rosters().toArray(Path[]::new)),
                                Progress.NONE));
        var desk = new Desk(new UserFolder(folder.resolve("user")));
        robot =
                Robot.at(
                        () -> {
                            desk.change(i -> i.who("王一鸣", "坡脚村五人小组", "13900000000"));
                            desktop =
                                    new Desktop(
                                            desk,
                                            Texts.chinese(),
                                            CLOCK,
                                            background,
                                            new Tour.Nothing(),
                                            _ -> {});
                            desktop.doors();
                            return desktop.root();
                        },
                        desk,
                        background,
                        1366,
                        768);
        Robot.does(() -> desktop.enter(workspace));
        robot.rest();
        Robot.does(() -> desktop.go(Place.HOUSEHOLDS));
        robot.rest();
    }

    @AfterEach
    void noBugs() {
        Robot.does(desktop::end);
        robot.leave();
        assertThat(bugs).isEmpty();
    }

    @Test
    void twoHouseholdsAreVisitedInTurnEachAtItsPlace() {
        visit(0);
        robot.press(KeyCode.DIGIT1).press(KeyCode.PAGE_DOWN).press(KeyCode.ENTER);
        String first = current();
        robot.press(KeyCode.CONTROL, KeyCode.TAB).picture("visit-96-aside");
        assertThat(current()).isEmpty();

        visit(1);
        robot.press(KeyCode.DIGIT1).press(KeyCode.PAGE_DOWN).press(KeyCode.PAGE_DOWN);
        String second = current();
        robot.press(KeyCode.CONTROL, KeyCode.TAB).picture("visit-97-two");
        assertThat(current()).isEqualTo(first);
        Robot.does(() -> robot.scene().getWindow().setWidth(1024));
        robot.picture("visit-97-two");
        Robot.does(() -> robot.scene().getWindow().setWidth(1366));

        robot.press(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(current()).isEqualTo(second);
        robot.press(KeyCode.ESCAPE);
        assertThat(current()).isEmpty();
        robot.press(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(current()).isEqualTo(first);
        assertThat(state(0)).isEqualTo("draft");
        assertThat(state(1)).isEqualTo("draft");
    }

    @Test
    void nobodyIsAtHomeTwiceAndTheThirdTimeSomebodyIs() {
        choose(0);
        robot.clickId("try-02-0").picture("card-tried-once");
        assertThat(state(0)).isEqualTo("absent");
        robot.clickId("try-02-2").picture("card-tried-twice");
        assertThat(tries(0)).extracting(Tries.Try::result).containsExactly("家里没人", "电话没人接");

        visit(0);
        robot.press(KeyCode.DIGIT1).press(KeyCode.PAGE_DOWN).press(KeyCode.DIGIT1);
        robot.press(KeyCode.ESCAPE);

        assertThat(state(0)).isEqualTo("draft");
        assertThat(tries(0)).hasSize(2);
        assertThat(robot.sees("上门 2 次")).isTrue();
    }

    @Test
    void aNoteIsJottedDownFromTheListAndADraftThrownAwayAndBroughtBack() {
        choose(0);
        robot.press(KeyCode.F2).write("户主下午才在").press(KeyCode.ENTER);
        assertThat(new HouseholdNotes(workspace).of(line(0).id()))
                .extracting(n -> n.by() + n.text())
                .containsExactly("王一鸣户主下午才在");
        assertThat(state(0)).isEqualTo("todo");

        visit(0);
        robot.press(KeyCode.DIGIT1).press(KeyCode.ESCAPE).picture("card-draft");
        robot.clickId("card-draft-drop").clickId("card-draft-sure").picture("card-dropped");
        assertThat(state(0)).isEqualTo("todo");
        robot.clickId("card-draft-undo");
        assertThat(state(0)).isEqualTo("draft");
    }

    private HouseholdList.Line line(int number) {
        return new HouseholdList(workspace).lines(HouseholdList.Filter.ALL).get(number);
    }

    private void choose(int number) {
        HouseholdList.Line line = line(number);
        Robot.does(() -> desktop.households().orElseThrow().choose(Optional.of(line)));
        robot.rest();
    }

    private void visit(int number) {
        choose(number);
        Robot.does(() -> desktop.households().orElseThrow().visit());
        robot.rest();
    }

    private String state(int number) {
        return HouseholdStates.of(workspace).of(line(number).id().text());
    }

    private List<Tries.Try> tries(int number) {
        return Tries.stated(workspace, line(number).id(), workspace.setting("round").orElseThrow());
    }

    /// Whose visit is shown, and on which screen; "" where none is.
    private String current() {
        return Robot.on(() ->
                desktop.visiting().map(view -> view.title() + " " + view.screen()).orElse(""));
    }
}
