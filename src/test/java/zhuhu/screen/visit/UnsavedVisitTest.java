package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.Visit;
import zhuhu.form.Ref;
import zhuhu.record.Value;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.store.StoreException;
import zhuhu.store.Workspace;

/// What a visitor sees of a full disk.
class UnsavedVisitTest {

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final AtomicInteger left = new AtomicInteger();
    private final Background background = Background.thread(Platform::runLater, bugs::add);

    @SuppressWarnings("NullAway.Init")
    private Workspace workspace;

    @SuppressWarnings("NullAway.Init")
    private Visit visit;

    @SuppressWarnings("NullAway.Init")
    private VisitModel model;

    @SuppressWarnings("NullAway.Init")
    private Robot robot;

    private void sitDown(int widthPx, boolean projector) {
        workspace = Family.workspace(folder.resolve("a.zhuhu"));
        visit = Family.visit(workspace);
        visit.answer(visit.find("outcome", "").getFirst(), Value.text("01"));
        model = new VisitModel(new VisitActs(visit, Texts.chinese()), background);
        robot =
                Robot.at(
                        () -> new VisitView(model, Texts.chinese(), left::incrementAndGet).root(),
                        new Desk(new UserFolder(folder.resolve("user"))),
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
        robot.leave();
        visit.close();
        workspace.close();
        assertThat(bugs).isEmpty();
    }

    private void goTo(String question) {
        Ref ref = visit.find(question, "").getFirst();
        Robot.does(() -> model.goTo(visit.current(), Optional.of(ref)));
        robot.rest();
    }

    private void limit(String pages) {
        robot.rest();
        assertThat(workspace.query("PRAGMA max_page_count = " + pages)).isNotEmpty();
        if (pages.equals("1")) {
            fill();
        }
    }

    /// Uses up the pages that are free inside the file.
    private void fill() {
        for (int i = 0; i < 1000; i++) {
            String key = "fill" + i;
            try {
                workspace.write(writer -> {
                    writer.setting(key, "x".repeat(3500));
                    return key;
                });
            } catch (StoreException full) {
                return;
            }
        }
    }

    @Test
    void whatCouldNotBeSavedStaysInSightUntilItIs() {
        sitDown(1366, false);
        limit("1");
        goTo("respondent");
        robot.press(KeyCode.CONTROL, KeyCode.A).write("石阿才的妻子").press(KeyCode.ENTER);

        assertThat(robot.sees("没有存上")).isTrue();
        robot.picture("visit-85-full");
        robot.press(KeyCode.ESCAPE);
        assertThat(left.get()).isZero();
        robot.picture("visit-85-full-leaving");
        robot.clickId("visit-again");
        assertThat(robot.sees("没有存上")).isTrue();

        limit("1000000");
        robot.clickId("visit-again");
        assertThat(robot.sees("没有存上")).isFalse();
        assertThat(visit.isAhead()).isFalse();
        robot.press(KeyCode.ESCAPE);
        assertThat(left.get()).isEqualTo(1);
    }

    @Test
    void narrow() {
        sitDown(1024, false);
        limit("1");
        goTo("respondent");
        robot.press(KeyCode.CONTROL, KeyCode.A).write("石阿才的妻子").press(KeyCode.ENTER);
        robot.picture("visit-86-full-1024");
        limit("1000000");
        robot.clickId("visit-again");
    }

    @Test
    void beforeAProjector() {
        sitDown(1366, true);
        limit("1");
        goTo("respondent");
        robot.press(KeyCode.CONTROL, KeyCode.A).write("石阿才的妻子").press(KeyCode.ENTER);
        robot.picture("visit-87-full-projector");
        limit("1000000");
        robot.clickId("visit-again");
    }
}
