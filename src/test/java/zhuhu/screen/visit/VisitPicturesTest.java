package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.Visit;
import zhuhu.record.Value;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Pictures;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.store.Workspace;

/// Every screen of the visit as a picture, to be looked at.
class VisitPicturesTest {

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private Background background = Background.thread(Platform::runLater, bugs::add);
    private Workspace workspace;
    private Visit visit;

    @SuppressWarnings("NullAway.Init")
    private Robot robot;

    @BeforeEach
    void open() {
        workspace = Family.workspace(folder.resolve("a.zhuhu"));
        visit = Family.visit(workspace);
        visit.answer(visit.find("outcome", "").getFirst(), Value.text("01"));
    }

    private void sitDown(int widthPx, boolean projector) {
        var desk = new Desk(new UserFolder(folder.resolve("user")));
        robot =
                Robot.at(
                        () -> new VisitView(visit, Texts.chinese(), background, () -> {}).root(),
                        desk,
                        background,
                        widthPx,
                        768);
        if (projector) {
            Robot.does(() -> robot.scene().getRoot().getStyleClass().add("size-projector"));
            robot.rest();
        }
    }

    @AfterEach
    void noBugs() {
        leave();
        assertThat(bugs).isEmpty();
    }

    private void leave() {
        robot.leave();
        visit.close();
        workspace.close();
    }

    @Test
    void everyScreenAtTheDesignSize() {
        sitDown(1366, false);
        List<String> screens =
                visit.parts().stream()
                        .flatMap(p -> p.screens().stream())
                        .map(s -> s.name())
                        .toList();
        for (int i = 0; i < screens.size(); i++) {
            robot.picture("visit-%02d-%s".formatted(i + 1, screens.get(i)));
            robot.press(KeyCode.PAGE_DOWN);
        }
        robot.picture("visit-90-review");
        robot.press(KeyCode.CONTROL, KeyCode.J).write("收入").picture("visit-91-jump");
        robot.press(KeyCode.ESCAPE).press(KeyCode.CONTROL, KeyCode.J);
        robot.write("zfmj").picture("visit-92-jump-pinyin");

        assertThat(robot.sees("跳到某题")).isTrue();
    }

    @Test
    void membersWithFaultsAndChanges() {
        sitDown(1366, false);
        robot.press(KeyCode.PAGE_DOWN).press(KeyCode.PAGE_DOWN);
        robot.press(KeyCode.DIGIT2).press(KeyCode.ENTER);
        robot.press(KeyCode.ENTER).press(KeyCode.DIGIT2).press(KeyCode.ENTER);
        robot.press(KeyCode.ENTER).press(KeyCode.CONTROL, KeyCode.A);
        robot.write("990101196804120016").press(KeyCode.ENTER);
        robot.picture("visit-80-members-fault");
        robot.click("新增成员").picture("visit-81-members-added");
    }

    /// One member, and twelve, in every width.
    @Test
    void smallAndLargeFamilies() {
        sitDown(1366, false);
        for (int members : new int[] {1, 12}) {
            for (int width : new int[] {1366, 1024, 0}) {
                leave();
                background = Background.thread(Platform::runLater, bugs::add);
                workspace =
                        Family.workspace(folder.resolve(members + "-" + width + ".zhuhu"), members);
                visit = Family.visit(workspace);
                visit.answer(visit.find("outcome", "").getFirst(), Value.text("01"));
                visit.goTo("members");
                sitDown(width == 0 ? 1366 : width, width == 0);
                String name = "visit-82-members-" + members + (width == 0 ? "-projector" : "");
                robot.picture(name);
                robot.click("在户情况 · 上学 · 健康").picture(name + "-school");
            }
        }
        assertThat(robot.sees("不适用")).isTrue();
    }

    @Test
    void whatOpensAboveTheWindow() {
        sitDown(1366, false);
        robot.press(KeyCode.ENTER).press(KeyCode.ENTER);
        robot.press(KeyCode.ENTER).press(KeyCode.ENTER).press(KeyCode.SPACE);
        popup("visit-60-list");
        robot.press(KeyCode.ESCAPE).press(KeyCode.SHIFT, KeyCode.ENTER);
        for (int up = 0; up < 4; up++) {
            robot.press(KeyCode.SHIFT, KeyCode.ENTER);
        }
        robot.press(KeyCode.ALT, KeyCode.DOWN);
        popup("visit-61-calendar");
        robot.press(KeyCode.ESCAPE);
    }

    private void popup(String name) {
        Robot.does(() -> {
            var opened =
                    Window.getWindows().stream().filter(PopupWindow.class::isInstance).findFirst();
            Path file = Path.of("target/screens", name + ".png");
            opened.ifPresent(o -> Pictures.write(o.getScene(), file));
            assertThat(opened).isPresent();
        });
    }

    @Test
    void theLastPagesWhenAllIsAnswered() {
        visit.answer(visit.find("identification_conclusion", "").getFirst(), Value.text("01"));
        visit.answer(visit.find("exit_conclusion", "").getFirst(), Value.text("01"));
        visit.answer(visit.find("house_area", "").getFirst(), Value.number(120));
        visit.answer(visit.find("main_cause", "").getFirst(), Value.text("02"));
        sitDown(1366, false);
        robot.press(KeyCode.CONTROL, KeyCode.S).picture("visit-91-doubts");
        explainDoubts();
        robot.picture("visit-92-ready");
        robot.press(KeyCode.CONTROL, KeyCode.S).picture("visit-93-done");

        assertThat(robot.sees("石阿才 户的回访已完成")).isTrue();
    }

    private void explainDoubts() {
        for (int doubts = 0; doubts < 20 && !robot.sees("都已填好，可以完成回访"); doubts++) {
            robot.write("看了户口簿和存折，问了邻居").press(KeyCode.ENTER);
        }
    }

    @Test
    void aFinishedVisitSaysSoAndAsksWhyItIsChanged() {
        visit.answer(visit.find("identification_conclusion", "").getFirst(), Value.text("01"));
        visit.answer(visit.find("exit_conclusion", "").getFirst(), Value.text("01"));
        visit.answer(visit.find("house_area", "").getFirst(), Value.number(120));
        visit.answer(visit.find("main_cause", "").getFirst(), Value.text("02"));
        assertThat(visit.finalise()).isInstanceOf(zhuhu.base.Outcome.Done.class);
        visit.close();
        visit = Family.visit(workspace);
        sitDown(1366, false);
        robot.picture("visit-95-reopened");
        robot.press(KeyCode.CONTROL, KeyCode.S);
        explainDoubts();
        robot.press(KeyCode.CONTROL, KeyCode.S).picture("visit-96-reopened-why");
        assertThat(robot.sees("请写一句为什么改，再点“完成回访”。")).isTrue();

        robot.focus("visit-why").write("面积量错了").press(KeyCode.CONTROL, KeyCode.S);
        assertThat(robot.sees("石阿才 户的回访已完成")).isTrue();
    }

    @Test
    void aVisitThatWasSentBackShowsWhatTheTownshipSaidAndTakesTheAnswer() {
        visit.answer(visit.find("identification_conclusion", "").getFirst(), Value.text("01"));
        visit.answer(visit.find("exit_conclusion", "").getFirst(), Value.text("01"));
        visit.answer(visit.find("house_area", "").getFirst(), Value.number(120));
        visit.answer(visit.find("main_cause", "").getFirst(), Value.text("02"));
        assertThat(visit.finalise()).isInstanceOf(zhuhu.base.Outcome.Done.class);
        visit.close();
        var clerk = new zhuhu.flow.Author("王示范", "清水镇", "", "office");
        var at = java.time.LocalDateTime.of(2017, 3, 9, 10, 20);
        var sendBack = new zhuhu.flow.review.SendBack(workspace, clerk, () -> at);
        assertThat(sendBack.back(visit.id(), List.of("arrival"), "走访人只写了一个，请补齐同行的人"))
                .isInstanceOf(zhuhu.base.Outcome.Done.class);
        visit = Family.visit(workspace);
        sitDown(1366, false);
        robot.picture("visit-97-sent-back");
        assertThat(robot.sees("走访人只写了一个，请补齐同行的人")).isTrue();

        robot.clickId("sent-back-verified").picture("visit-98-sent-back-answered");
        robot.press(KeyCode.CONTROL, KeyCode.S);
        explainDoubts();
        robot.picture("visit-99-sent-back-review");
        assertThat(robot.sees("退回事项（1）")).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.S);
        assertThat(robot.sees("石阿才 户的回访已完成")).isTrue();
        assertThat(zhuhu.flow.review.ReviewPoints.of(workspace, List.of(visit.id())))
                .extracting(p -> p.state(), p -> p.answer())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("answered", "已核实，无误"));
    }

    @Test
    void narrow() {
        sitDown(1024, false);
        robot.picture("visit-70-arrival");
        robot.press(KeyCode.PAGE_DOWN).press(KeyCode.PAGE_DOWN).picture("visit-70-members");
        robot.press(KeyCode.PAGE_DOWN).picture("visit-70-identification");
        robot.press(KeyCode.CONTROL, KeyCode.S).picture("visit-70-review");
    }

    @Test
    void beforeAProjectorPrivateAnswersAreCovered() {
        sitDown(1366, true);
        robot.picture("visit-71-projector-arrival");
        robot.press(KeyCode.PAGE_DOWN).press(KeyCode.PAGE_DOWN).press(KeyCode.ENTER);
        robot.picture("visit-71-projector-members");

        assertThat(robot.sees("•••••••0001")).isFalse();
        robot.press(KeyCode.CONTROL, KeyCode.S).picture("visit-71-projector-review");
    }
}
