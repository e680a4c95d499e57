package zhuhu.screen.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.screen.part.Layers;

/// What the lock lets happen without the passphrase.
class LockTest {

    @TempDir Path folder;

    @Test
    void whatIsOnTheScreenAloneIsNotClosedAway() {
        List<Throwable> bugs = new CopyOnWriteArrayList<>();
        Background background = Background.thread(Platform::runLater, bugs::add);
        var desk = new Desk(new UserFolder(folder.resolve("user")));
        Robot.toolkit();
        var layers = new Layers();
        var unsaved = new AtomicBoolean(true);
        var left = new AtomicInteger();
        var lock =
                new Lock(
                        desk,
                        Texts.chinese(),
                        layers,
                        "坡脚村",
                        _ -> false,
                        unsaved::get,
                        left::incrementAndGet);
        Robot robot = Robot.at(layers::root, desk, background, 1366, 768);
        Robot.does(lock::now);

        robot.clickId("lock-leave").picture("lock-unsaved");
        assertThat(left).hasValue(0);
        assertThat(robot.sees("有一项还没有存上，关闭就会丢。请先解锁，腾出空间点“再试”，存好以后再关闭。")).isTrue();

        unsaved.set(false);
        robot.clickId("lock-leave");
        assertThat(left).hasValue(1);
        robot.leave();
        assertThat(bugs).isEmpty();
    }
}
