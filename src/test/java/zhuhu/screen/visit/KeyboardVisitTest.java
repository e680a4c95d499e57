package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdNote;
import zhuhu.flow.Tries;
import zhuhu.flow.Visit;
import zhuhu.form.Ref;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.store.Workspace;

/// One household visited by keyboard alone, in a real window on a real workspace.
class KeyboardVisitTest {

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private Background background = Background.thread(Platform::runLater, bugs::add);

    @SuppressWarnings("NullAway.Init")
    private VisitView view;

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
                () -> {
                    view =
                            new VisitView(
                                    opened, Texts.chinese(), background, () -> left.set("left"));
                    return view.root();
                },
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
        robot.press(KeyCode.CONTROL, KeyCode.S);
        assertThat(robot.sees("石阿才 户的回访已完成")).isFalse();
        assertThat(robot.sees("原因")).isTrue();
        for (int doubts = 0; doubts < 20 && !robot.sees("都已填好，可以完成回访"); doubts++) {
            robot.write("已问清").press(KeyCode.ENTER);
        }
        assertThat(robot.sees("都已填好，可以完成回访")).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.S);

        assertThat(robot.sees("石阿才 户的回访已完成")).isTrue();
        assertThat(said("arrival", "respondent")).isEqualTo(Value.text("石阿才"));
        assertThat(said("arrival", "respondent_relation")).isEqualTo(Value.text("01"));
        assertThat(said("people", "resident_count")).isEqualTo(Value.number(4));
        assertThat(said("finalised", "finalised")).isEqualTo(Value.number(1));
        assertThat(said("reasons", "reasons"))
                .isInstanceOfSatisfying(
                        Value.Rows.class,
                        rows ->
                                assertThat(rows.rows())
                                        .isNotEmpty()
                                        .allMatch(r -> r.plain("reason").equals("已问清")));
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

    @Test
    void aJumpToWhatIsOnlyReadLeavesTheKeysInTheVisit() {
        robot.press(KeyCode.DIGIT1).press(KeyCode.CONTROL, KeyCode.J);
        robot.write("11.1").press(KeyCode.ENTER);
        assertThat(title()).isEqualTo("income");
        robot.press(KeyCode.F2);
        assertThat(robot.byId("note-field").isFocused()).isTrue();
    }

    @Test
    void comingBackLeadsToTheVeryQuestionAndToWhatCouldNotBeRead() {
        robot.press(KeyCode.DIGIT1).press(KeyCode.PAGE_DOWN).press(KeyCode.ENTER);
        robot.press(KeyCode.ENTER).press(KeyCode.CONTROL, KeyCode.A).write("三百");
        robot.press(KeyCode.ENTER).press(KeyCode.ENTER);
        assertThat(focusedQuestion()).isEqualTo("sharing_count");
        robot.press(KeyCode.ESCAPE);

        comeAgain();

        assertThat(title()).isEqualTo("people");
        assertThat(focusedQuestion()).isEqualTo("sharing_count");
        robot.press(KeyCode.SHIFT, KeyCode.ENTER).press(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(focusedText()).isEqualTo("三百");
        robot.press(KeyCode.CONTROL, KeyCode.S);
        assertThat(robot.sees("“三百”不是整数，未保存。请只填数字。")).isTrue();

        robot.press(KeyCode.ENTER).press(KeyCode.CONTROL, KeyCode.A).write("5");
        robot.press(KeyCode.ENTER);
        comeAgain();
        assertThat(robot.sees("“三百”不是整数，未保存。请只填数字。")).isFalse();
        assertThat(answer("registered_count")).isEqualTo(Value.number(5));
    }

    @Test
    void aScreenIsFoundAgainWhereItWasLeft() {
        robot.press(KeyCode.DIGIT1).press(KeyCode.PAGE_DOWN);
        robot.press(KeyCode.ENTER).press(KeyCode.ENTER).press(KeyCode.ENTER);
        String stood = focusedQuestion();
        robot.press(KeyCode.PAGE_DOWN).press(KeyCode.PAGE_DOWN).press(KeyCode.PAGE_UP);
        robot.press(KeyCode.PAGE_UP);

        assertThat(title()).isEqualTo("people");
        assertThat(stood).isEqualTo("resident_count");
        assertThat(focusedQuestion()).isEqualTo(stood);
    }

    @Test
    void somethingIsJottedDownInTheMiddleOfAQuestion() {
        robot.press(KeyCode.DIGIT1).press(KeyCode.PAGE_DOWN).press(KeyCode.ENTER);
        robot.press(KeyCode.CONTROL, KeyCode.A).write("6").press(KeyCode.F2);
        robot.write("孙子在县城上学，周末才回来").press(KeyCode.ENTER);

        assertThat(focusedQuestion()).isEqualTo("member_count");
        assertThat(answer("member_count")).isEqualTo(Value.number(6));
        assertThat(visit.notes())
                .containsExactly(
                        new HouseholdNote("2017-03-06T10:15", "王一鸣", "孙子在县城上学，周末才回来", "2017-03"));
        robot.press(KeyCode.F2).picture("visit-94-note");
        assertThat(robot.sees("孙子在县城上学，周末才回来")).isTrue();
        robot.press(KeyCode.ESCAPE);
        assertThat(focusedQuestion()).isEqualTo("member_count");
    }

    @Test
    void whatWasTakenOverFromLastTimeCanBeTakenBack() {
        robot.press(KeyCode.DIGIT1).press(KeyCode.PAGE_DOWN).press(KeyCode.ENTER);
        robot.press(KeyCode.CONTROL, KeyCode.A).press(KeyCode.DELETE);
        robot.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(title()).isEqualTo("members");
        assertThat(answer("member_count")).isEqualTo(Value.number(5));
        assertThat(robot.sees("按上次填了 1 处，撤销")).isTrue();

        robot.press(KeyCode.CONTROL, KeyCode.Z);

        assertThat(title()).isEqualTo("people");
        assertThat(answer("member_count")).isEqualTo(Value.EMPTY);
        assertThat(robot.sees("按上次填了 1 处，撤销")).isFalse();
    }

    @Test
    void aTryIsRecordedByOnePress() {
        robot.click("家里没人").picture("visit-95-try");

        assertThat(answer("outcome")).isEqualTo(Value.text("02"));
        assertThat(visit.rows("tries")).hasSize(1);
        robot.press(KeyCode.CONTROL, KeyCode.S).press(KeyCode.CONTROL, KeyCode.S);
        assertThat(Tries.stated(workspace, Family.HOUSEHOLD, "2017-03"))
                .containsExactly(new Tries.Try("2017-03-06", "王一鸣", "家里没人"));
    }

    @Test
    void whatIsOddAboutAMemberStandsBelowHim() {
        var member = new RecordId(Kind.PERSON, UUID.fromString(visit.rows("members").get(2)));
        robot.press(KeyCode.DIGIT1).press(KeyCode.PAGE_DOWN).press(KeyCode.PAGE_DOWN);
        visit.answer(visit.find("sex", member.text()).getFirst(), Value.text("2"));
        robot.press(KeyCode.PAGE_UP).press(KeyCode.PAGE_DOWN).picture("visit-83-members-odd");

        assertThat(Robot.on(() -> robot.scene().getRoot().lookupAll(".row-remark").size()))
                .isPositive();
    }

    private void comeAgain() {
        robot.leave();
        visit.close();
        background = Background.thread(Platform::runLater, bugs::add);
        visit = Family.visit(workspace);
        robot = open(visit);
    }

    /// The question that the focus stands on, as the draft would keep it.
    private String focusedQuestion() {
        return Robot.on(() -> view.focused().map(Ref::name).orElse(""));
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
