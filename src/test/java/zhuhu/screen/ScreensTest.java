package zhuhu.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.record.RecordId;
import zhuhu.screen.household.HouseholdsModel;
import zhuhu.screen.household.HouseholdsView;
import zhuhu.screen.part.Layers;
import zhuhu.screen.start.Doors;
import zhuhu.screen.start.StartModel;
import zhuhu.screen.start.StartView;
import zhuhu.store.Passphrase;
import zhuhu.store.SlipCode;

/// Every screen at its sizes, as pictures to look at, and what a keyboard does there.
class ScreensTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-10T02:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private final Texts texts = Texts.chinese();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private static final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private Desk desk;
    private Optional<Robot> open = Optional.empty();
    private Optional<RecordId> visited = Optional.empty();

    @BeforeEach
    void fresh() {
        bugs.clear();
        desk = new Desk(new UserFolder(folder.resolve("user")));
    }

    @AfterEach
    void noBugs() {
        open.ifPresent(Robot::leave);
        assertThat(bugs).isEmpty();
    }

    private void somebody() {
        desk.change(i -> i.who("李志远", "坡脚村驻村工作队", "13900000002"));
    }

    private Robot start(int width, int height) throws Exception {
        Path held = Files.createFile(folder.resolve("坡脚村2017.zhuhu"));
        desk.change(i -> i.opened(held));
        Robot.toolkit();
        var layers = new Layers();
        var model = new StartModel<String>(new TestDoors(), background, desk, w -> {});
        Robot robot =
                Robot.at(
                        () -> {
                            var made = new StartView(model, desk, texts, layers, new Picks(folder));
                            layers.show(made.root());
                            return layers.root();
                        },
                        desk,
                        background,
                        width,
                        height);
        open = Optional.of(robot);
        return robot;
    }

    private Robot households(int villages, int count, int width, int height) {
        Robot.toolkit();
        var layers = new Layers();
        var shell = new ShellModel(face(), CLOCK);
        shell.place().set(Place.HOUSEHOLDS);
        Robot robot =
                Robot.at(
                        () -> {
                            var model =
                                    new HouseholdsModel(
                                            new Village(villages, count),
                                            background,
                                            id -> visited = Optional.of(id));
                            var page = new HouseholdsView(model, desk, texts, () -> {});
                            layers.show(
                                    new ShellView(
                                                    shell,
                                                    desk,
                                                    texts,
                                                    layers,
                                                    Map.of(Place.HOUSEHOLDS, page))
                                            .root());
                            return layers.root();
                        },
                        desk,
                        background,
                        width,
                        height);
        open = Optional.of(robot);
        return robot;
    }

    private static Face face() {
        return new Face(
                "坡脚村2017", "战区第四号令 四个逐村逐户", "第一轮", Optional.of(LocalDate.of(2017, 6, 4)), false);
    }

    @Test
    void theFirstStartHasFourDoorsAndAsksWhoOnce() throws Exception {
        Robot robot = start(1366, 768).picture("start");
        robot.clickId("start-open").picture("start-who");
        robot.click("记下");
        assertThat(robot.sees("请填写姓名，否则回访记录不知道是谁做的。")).isTrue();
        robot.write("李志远").press(KeyCode.ENTER);
        assertThat(desk.now().name()).isEqualTo("李志远");
        robot.picture("start-unlock");
        robot.focus("unlock-passphrase").write("错误的口令一二三").press(KeyCode.ENTER);
        assertThat(robot.sees("口令不对")).isTrue();
        robot.picture("start-unlock-wrong").press(KeyCode.ESCAPE);
        assertThat(robot.sees("从哪里开始？")).isTrue();
    }

    @Test
    void aNewWorkspaceWarnsThatThePassphraseIsLostForEver() throws Exception {
        somebody();
        Robot robot = start(1366, 768).clickId("start-new").clickId("new-file");
        robot.focus("new-passphrase").write("坡脚村的老槐树下");
        robot.focus("new-again").write("坡脚村的老槐树上").clickId("new-make");
        assertThat(robot.sees("两次输入的口令不一样。")).isTrue();
        robot.picture("start-new");
    }

    @Test
    void householdsAreFoundAndVisitedByKeyboardAlone() {
        somebody();
        Robot robot = households(1, 126, 1366, 768).picture("households-nobody");
        robot.press(KeyCode.CONTROL, KeyCode.K).write("韦").press(KeyCode.DOWN);
        robot.picture("households");
        robot.press(KeyCode.DOWN).press(KeyCode.ENTER);
        assertThat(visited).isPresent();
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDoNext() {
        somebody();
        Robot robot = households(1, 0, 1366, 768).picture("households-empty");
        assertThat(robot.sees("导入花名册")).isTrue();
    }

    @Test
    void theListFoldsOnASmallScreen() {
        somebody();
        Robot robot = households(4, 126, 1024, 768).picture("households");
        robot.press(KeyCode.DOWN).press(KeyCode.DOWN).picture("households-card");
    }

    @Test
    void aProjectorShowsLargeLettersAndNoNumbers() {
        somebody();
        desk.change(i -> i.look(true, false, false));
        Robot robot = households(4, 126, 1366, 768).press(KeyCode.DOWN).press(KeyCode.DOWN);
        robot.picture("households-projector");
        assertThat(robot.sees("990*************17")).isTrue();
    }

    private static final class TestDoors implements Doors<String> {

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
        public Outcome<String> restore(Path copy, Passphrase passphrase, Path out) {
            return Outcome.done("restored");
        }

        @Override
        public Outcome<String> recover(Path file, SlipCode slip, Passphrase fresh) {
            return Outcome.done("recovered");
        }

        @Override
        public List<Campaign> campaigns() {
            return List.of(new Campaign("qianxinan-2017", "黔西南州战区第四号令：四个逐村逐户"));
        }

        @Override
        public Outcome<String> open(Path file, Passphrase passphrase) {
            return Outcome.failed(Problem.said("wrongPassphrase", "口令不对", "请再试一次，文件没有改动。"));
        }

        @Override
        public Outcome<String> create(Path file, Passphrase passphrase, String pack) {
            return Outcome.done("made");
        }
    }

    private record Picks(Path folder) implements FilePick {
        @Override
        public Optional<Path> workspace() {
            return Optional.of(folder.resolve("坡脚村2017.zhuhu"));
        }

        @Override
        public Optional<Path> newWorkspace(String name) {
            return Optional.of(Path.of("/home/lizhiyuan/文档", name + ".zhuhu"));
        }

        @Override
        public List<Path> rosters() {
            return List.of();
        }

        @Override
        public Optional<Path> newWorkbook(String name) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public Optional<Path> newPdf(String name) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public Optional<Path> packFolder() {
            return Optional.empty();
        }
    }
}
