package zhuhu.screen.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.screen.part.Layers;
import zhuhu.store.Passphrase;
import zhuhu.store.SlipCode;

/// A file on a disc that cannot be written: said, and copied to where it can be used.
class ReadOnlyDoorTest {

    private static final Path DISC = Path.of("/media/cdrom/坡脚村2017.zhuhu");
    private static final Path HERE = Path.of("/home/lizhiyuan/文档/坡脚村2017.zhuhu");

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final List<String> restored = new CopyOnWriteArrayList<>();

    @Test
    void aFileThatCannotBeWrittenIsCopiedAndThenOpened() {
        Background background = Background.thread(Platform::runLater, bugs::add);
        var desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("李志远", "坡脚村驻村工作队", ""));
        Robot.toolkit();
        var layers = new Layers();
        var model = new StartModel<String>(new Disc(), background, desk, _ -> {});
        Robot robot =
                Robot.at(
                        () -> {
                            var view =
                                    new StartView(
                                            model, desk, Texts.chinese(), layers, new Picks());
                            layers.show(view.root());
                            return layers.root();
                        },
                        desk,
                        background,
                        1366,
                        768);
        robot.clickId("start-open").focus("unlock-passphrase").write("坡脚村的老槐树下");
        robot.press(KeyCode.ENTER).picture("start-read-only");
        robot.clickId("unlock-copy").clickId("restore-to");
        robot.focus("restore-passphrase").write("坡脚村的老槐树下").clickId("restore-act");
        assertThat(restored).containsExactly(DISC + " " + HERE);
        robot.leave();
        assertThat(bugs).isEmpty();
    }

    private final class Disc implements Doors<String> {

        @Override
        public Outcome<Task> look(Path task, Optional<String> password) {
            return Outcome.failed(Problem.of("bookNoWorkbook", task));
        }

        @Override
        public Outcome<String> begin(
                Path task, Optional<String> password, Path file, Passphrase passphrase) {
            return Outcome.done(file.toString());
        }

        @Override
        public List<Campaign> campaigns() {
            return List.of();
        }

        @Override
        public Outcome<String> open(Path file, Passphrase passphrase) {
            return Outcome.failed(
                    Problem.of("storeReadOnly", file.getFileName(), file.getParent()));
        }

        @Override
        public Outcome<String> restore(Path copy, Passphrase passphrase, Path out) {
            restored.add(copy + " " + out);
            return Outcome.done("restored");
        }

        @Override
        public Outcome<String> recover(Path file, SlipCode slip, Passphrase fresh) {
            return Outcome.done("recovered");
        }

        @Override
        public Outcome<String> create(Path file, Passphrase passphrase, String pack) {
            return Outcome.done("made");
        }
    }

    private static final class Picks implements FilePick {
        @Override
        public Optional<Path> workspace() {
            return Optional.of(DISC);
        }

        @Override
        public Optional<Path> newWorkspace(String name) {
            return Optional.of(HERE);
        }

        @Override
        public List<Path> rosters() {
            return List.of();
        }

        @Override
        public Optional<Path> newWorkbook(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newPdf(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> packFolder() {
            return Optional.empty();
        }
    }
}
