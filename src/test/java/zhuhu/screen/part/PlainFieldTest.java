package zhuhu.screen.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;

/// A field under a Chinese input method: half-typed pinyin is nobody's business.
class PlainFieldTest {

    @TempDir Path folder;
    private final List<String> searched = new ArrayList<>();
    private final List<String> saved = new ArrayList<>();
    private final List<String> entered = new ArrayList<>();
    private Robot robot;

    @BeforeEach
    void sit() {
        var bugs = new CopyOnWriteArrayList<Throwable>();
        robot =
                Robot.at(
                        this::fields,
                        new Desk(new UserFolder(folder)),
                        Background.inline(bugs::add),
                        400,
                        200);
        robot.focus("name");
    }

    @AfterEach
    void leave() {
        robot.leave();
    }

    private VBox fields() {
        var name = new PlainField();
        name.setId("name");
        name.settled().addListener((_, _, now) -> searched.add(now));
        name.onLeave(saved::add);
        name.onEnter(() -> entered.add(name.settled().get()));
        var next = new PlainField();
        next.setId("next");
        return new VBox(name, next);
    }

    @Test
    void nothingIsSearchedWhilePinyinIsComposed() {
        robot.compose("w").compose("we").compose("wei").write("韦");
        assertThat(searched).containsExactly("韦");
    }

    @Test
    void keysDoNothingWhilePinyinIsComposed() {
        robot.compose("wei").press(KeyCode.ENTER).press(KeyCode.SPACE);
        assertThat(entered).isEmpty();
    }

    @Test
    void theEnterThatTakesAWordDoesNotGoOn() {
        // Reason: both in one turn of the window's thread, as the system hands them over.
        robot.compose("wei").takeAndPressEnter("韦");
        assertThat(entered).isEmpty();
        robot.press(KeyCode.ENTER);
        assertThat(entered).containsExactly("韦");
    }

    @Test
    void leavingAFieldDropsRawPinyin() {
        robot.write("韦").compose("guo").focus("next");
        assertThat(saved).containsExactly("韦");
        robot.focus("name").press(KeyCode.END).write("平");
        assertThat(searched.getLast()).isEqualTo("韦平");
    }
}
