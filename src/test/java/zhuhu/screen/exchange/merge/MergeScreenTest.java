package zhuhu.screen.exchange.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Face;
import zhuhu.screen.FilePick;
import zhuhu.screen.Place;
import zhuhu.screen.Robot;
import zhuhu.screen.ShellModel;
import zhuhu.screen.ShellView;
import zhuhu.screen.UserFolder;
import zhuhu.screen.exchange.ExchangeModel;
import zhuhu.screen.exchange.ExchangeModel.Whose;
import zhuhu.screen.exchange.ExchangeView;
import zhuhu.screen.part.Layers;

/// Merging with invented files, as pictures and by keyboard.
class MergeScreenTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-10T02:00:00Z"), ZoneOffset.UTC);
    private static final List<String> VILLAGES =
            List.of("坡脚村", "纳料村", "者要村", "洛央村", "板坝村", "冗渡村", "平卜村", "八渡村");

    @TempDir Path folder;
    private final Texts texts = Texts.chinese();
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private final Books books = new Books();
    private final List<String> ways = new ArrayList<>();
    private Desk desk;
    private Optional<Robot> open = Optional.empty();

    @BeforeEach
    void fresh() {
        desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("王示范", "清水镇扶贫工作站", "13900000002"));
        VILLAGES.forEach(v -> books.inFolder.add(Path.of(v + "_工作簿_2017-03-09.xlsx")));
        books.inFolder.add(Path.of("坡脚村_重交_2017-03-10.xlsx"));
        books.inFolder.add(Path.of("坏的_纳料村.xlsx"));
        books.inFolder.add(Path.of("贫困人口名册.xlsx"));
    }

    @AfterEach
    void noBugs() {
        open.ifPresent(Robot::leave);
        assertThat(bugs).isEmpty();
    }

    private Robot at(int width, int height) {
        Robot.toolkit();
        Robot robot = Robot.at(this::shell, desk, background, width, height);
        open = Optional.of(robot);
        return robot;
    }

    private Parent shell() {
        var layers = new Layers();
        var face =
                new Face(
                        "清水镇2017",
                        "黔西南州“四个逐村逐户”百日攻坚战",
                        "第一轮",
                        Optional.of(LocalDate.of(2017, 6, 3)),
                        false);
        var shell = new ShellModel(face, CLOCK);
        shell.place().set(Place.EXCHANGE);
        var exchange = new ExchangeModel(() -> Whose.TOWNSHIP, background);
        var model = new MergeModel(books, background, exchange::changed);
        var page = new MergePage(model, desk, texts, new Picks(), new Ways());
        var view = new ExchangeView(exchange, List.of(page), texts);
        layers.show(new ShellView(shell, desk, texts, layers, Map.of(Place.EXCHANGE, view)).root());
        return layers.root();
    }

    @Test
    void aFolderIsTriedOutLookedThroughAndMergedByKeyboard() {
        Robot robot = at(1366, 768).picture("merge-door");
        assertThat(robot.sees("把交来的工作簿或整个文件夹拖到这里")).isTrue();
        robot.clickId("merge-folder").picture("merge-tried");
        assertThat(robot.sees("合并 8 份")).isTrue();
        assertThat(robot.sees("11 个文件：可合并 8，以前合并过 1，拒收 2")).isTrue();
        robot.press(KeyCode.DOWN).press(KeyCode.SPACE);
        assertThat(robot.sees("合并 7 份")).isTrue();
        robot.clickId("merge-chip-damaged").picture("merge-rows");
        robot.press(KeyCode.TAB);
        robot.focus("merge-books");
        for (int i = 0; i < 9; i++) {
            robot.press(KeyCode.DOWN);
        }
        robot.picture("merge-refused");
        assertThat(robot.sees("请让村里重新拷贝一份再交。其余文件照常合并。")).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).picture("merge-over");
        assertThat(robot.sees("已合并")).isTrue();
        assertThat(books.merged.getFirst()).hasSize(7);
        robot.clickId("merge-next-conflicts");
        assertThat(ways).containsExactly("conflicts");
        robot.press(KeyCode.ESCAPE);
        assertThat(robot.sees("把交来的工作簿或整个文件夹拖到这里")).isTrue();
    }

    @Test
    void aLockedFileAsksForItsPassword() {
        books.inFolder.clear();
        books.inFolder.add(Path.of("坡脚村_密码.xlsx"));
        books.inFolder.add(Path.of("纳料村_密码.xlsx"));
        Robot robot = at(1366, 768).clickId("merge-folder").picture("merge-password");
        robot.write("错").press(KeyCode.ENTER);
        assertThat(robot.sees("密码不对，请再试一次，或跳过这个文件。")).isTrue();
        robot.write("123456").press(KeyCode.ENTER);
        assertThat(robot.sees("合并 2 份")).isTrue();
    }

    @Test
    void aCleanMergeSaysSo() {
        books.open = new Merging.Open(0, 0, 0);
        Robot robot = at(1024, 768).clickId("merge-folder").picture("merge-tried");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).picture("merge-over");
        assertThat(robot.sees("合进来的文件没有要人定的；没有收的见下表。")).isTrue();
    }

    @Test
    void aProjectorShowsItLarge() {
        desk.change(i -> i.look(true, false, false));
        Robot robot = at(1366, 768).clickId("merge-folder").picture("merge-tried-projector");
        assertThat(robot.sees("合并 8 份")).isTrue();
    }

    private final class Ways implements MergeWays {
        @Override
        public void conflicts() {
            ways.add("conflicts");
        }

        @Override
        public void waiting() {
            ways.add("waiting");
        }

        @Override
        public void account() {
            ways.add("account");
        }

        @Override
        public void rosters() {
            ways.add("rosters");
        }

        @Override
        public void record(RecordId record) {
            ways.add("record");
        }
    }

    private record Picks() implements FilePick {
        @Override
        public Optional<Path> workbookFolder() {
            return Optional.of(Path.of("上交"));
        }

        @Override
        public Optional<Path> workspace() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newWorkspace(String name) {
            return Optional.empty();
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
