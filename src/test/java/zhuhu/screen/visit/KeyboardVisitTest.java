package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhuhu.base.Texts;
import zhuhu.flow.Visit;
import zhuhu.record.Value;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.store.Workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// One household visited by keyboard alone, in a real window on a real workspace.
class KeyboardVisitTest {

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private final AtomicReference<String> left = new AtomicReference<>("");
    private Workspace workspace;
    private Visit visit;
    private Robot robot;

    @BeforeEach
    void sitDown() {
        workspace = Family.workspace(folder.resolve("a.zhuhu"));
        visit = Family.visit(workspace);
        robot = open(visit);
    }

    private Robot open(Visit opened) {
        var desk = new Desk(new UserFolder(folder.resolve("user")));
        return Robot.at(
                () ->
                        new VisitView(opened, Texts.chinese(), background, () -> left.set("left"))
                                .root(),
                desk,
                background,
                1366,
                768);
    }

    @AfterEach
    void noBugs() {
        robot.leave();
        visit.close();
        workspace.close();
        assertThat(bugs).isEmpty();
    }

    @Test
    void aHouseholdIsVisitedFromTheDoorToTheEnd() {
        robot.press(KeyCode.DIGIT1).press(KeyCode.ENTER);
        robot.write("王一鸣、赵二妹").press(KeyCode.ENTER);
        robot.press(KeyCode.DIGIT1).press(KeyCode.ENTER);
        robot.write("石阿才").press(KeyCode.ENTER);
        robot.press(KeyCode.SPACE).press(KeyCode.ENTER).press(KeyCode.ENTER);
        robot.press(KeyCode.ENTER);
        assertThat(title()).isEqualTo("people");

        robot.press(KeyCode.DIGIT1).press(KeyCode.ENTER).press(KeyCode.ENTER);
        robot.write("5").press(KeyCode.ENTER);
        robot.write("四口").press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(title()).isEqualTo("people");
        assertThat(focusedText()).isEqualTo("四口");
        robot.press(KeyCode.CONTROL, KeyCode.A).write("4");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(title()).isEqualTo("members");

        robot.press(KeyCode.CONTROL, KeyCode.ENTER);
        robot.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(title()).isEqualTo("identification");
        robot.press(KeyCode.DIGIT1).press(KeyCode.CONTROL, KeyCode.ENTER);
        robot.press(KeyCode.CONTROL, KeyCode.ENTER);
        robot.press(KeyCode.DIGIT1).press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(title()).isEqualTo("help");
        for (int screens = 0; screens < 13; screens++) {
            robot.press(KeyCode.CONTROL, KeyCode.ENTER);
        }
        assertThat(robot.sees("都已填好，可以完成回访")).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.S);

        assertThat(robot.sees("石阿才 户的回访已完成")).isTrue();
        assertThat(said("arrival", "respondent")).isEqualTo(Value.text("石阿才"));
        assertThat(said("arrival", "respondent_relation")).isEqualTo(Value.text("01"));
        assertThat(said("people", "resident_count")).isEqualTo(Value.number(4));
        assertThat(said("finalised", "finalised")).isEqualTo(Value.number(1));
        robot.press(KeyCode.ENTER);
        assertThat(left.get()).isEqualTo("left");
    }

    @Test
    void anEnterThatTakesAWordFromTheInputMethodDoesNotGoOn() {
        robot.press(KeyCode.DIGIT1).press(KeyCode.ENTER);
        robot.compose("wang'yiming").press(KeyCode.ENTER);

        assertThat(answer("visitors")).isEqualTo(Value.EMPTY);
        assertThat(focusedText()).isEqualTo("wang'yiming");
        robot.write("王一鸣").press(KeyCode.SHIFT).press(KeyCode.ENTER);
        assertThat(answer("visitors")).isEqualTo(Value.text("王一鸣"));
    }

    @Test
    void leavingKeepsWhatIsHalfTypedAndComingBackOpensTheSameScreen() {
        robot.press(KeyCode.DIGIT1).press(KeyCode.PAGE_DOWN).press(KeyCode.ENTER);
        robot.press(KeyCode.CONTROL, KeyCode.A).write("6").press(KeyCode.ESCAPE);

        assertThat(left.get()).isEqualTo("left");
        try (Visit again = Family.visit(workspace)) {
            assertThat(again.current()).isEqualTo("people");
            assertThat(again.value(again.find("member_count", "").getFirst()))
                    .isEqualTo(Value.number(6));
        }
    }

    @Test
    void aJumpAndTheReviewLeadToTheVeryQuestion() {
        robot.press(KeyCode.DIGIT1).press(KeyCode.CONTROL, KeyCode.J);
        robot.write("14.1").press(KeyCode.ENTER);
        assertThat(title()).isEqualTo("conditions");

        robot.press(KeyCode.TAB).press(KeyCode.ENTER);
        assertThat(answer("water_source")).isEqualTo(Value.text("01"));

        robot.press(KeyCode.CONTROL, KeyCode.S).press(KeyCode.ENTER);
        assertThat(title()).isEqualTo("identification");
        robot.press(KeyCode.DIGIT1);
        assertThat(answer("identification_conclusion")).isEqualTo(Value.text("01"));
    }

    private Value answer(String question) {
        return visit.value(visit.find(question, "").getFirst());
    }

    private Value said(String section, String question) {
        return workspace.section(visit.id(), section).shown().get(question).orElse(Value.EMPTY);
    }

    private String title() {
        return Robot.on(visit::current);
    }

    private String focusedText() {
        return Robot.on(() ->
                Objects.requireNonNull(robot.scene().getFocusOwner())
                                instanceof TextInputControl field
                        ? field.getText()
                        : "");
    }
}
