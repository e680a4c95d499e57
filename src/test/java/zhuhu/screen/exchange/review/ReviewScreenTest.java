package zhuhu.screen.exchange.review;

import static org.assertj.core.api.Assertions.assertThat;

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
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Progress;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.roster.ImportedRoster;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Face;
import zhuhu.screen.FilePick;
import zhuhu.screen.Place;
import zhuhu.screen.Robot;
import zhuhu.screen.ShellModel;
import zhuhu.screen.ShellView;
import zhuhu.screen.UserFolder;
import zhuhu.screen.exchange.Exchange;
import zhuhu.screen.exchange.ExchangeModel;
import zhuhu.screen.exchange.ExchangeModel.Whose;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.exchange.ExchangeView;
import zhuhu.screen.exchange.PackagesModel;
import zhuhu.screen.exchange.PastPage;
import zhuhu.screen.part.Layers;
import zhuhu.store.Workspace.PackageRow;

/// Sending back, approving and taking a workbook out, as pictures and by keyboard.
class ReviewScreenTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-12T02:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private final Texts texts = Texts.chinese();
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private final TownReviews town = new TownReviews();
    private Desk desk;
    private Optional<Robot> open = Optional.empty();

    @BeforeEach
    void fresh() {
        desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("王示范", "清水镇扶贫工作站", "13900000002"));
    }

    @AfterEach
    void noBugs() {
        open.ifPresent(Robot::leave);
        assertThat(bugs).isEmpty();
    }

    /// Nobody chooses a file here.
    private record Picks() implements FilePick {
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
        exchange.go(ExchangeSlot.REVIEW);
        var model = new ReviewModel(town, background, exchange::changed);
        var page = new ReviewPage(model, desk, texts, layers, new Picks());
        var view = new ExchangeView(exchange, List.of(page), texts);
        layers.show(new ShellView(shell, desk, texts, layers, Map.of(Place.EXCHANGE, view)).root());
        return layers.root();
    }

    @Test
    void visitsAreSentBackAndApprovedByKeyboard() {
        Robot robot = at(1366, 768).picture("review-list");
        assertThat(robot.sees("已答复 4")).isTrue();
        robot.focus("review-table");
        robot.press(KeyCode.HOME).press(KeyCode.DOWN).picture("review-answered");
        assertThat(robot.sees("答复：少算了两个月，已按工资条改")).isTrue();
        robot.press(KeyCode.HOME).press(KeyCode.CONTROL, KeyCode.R).picture("review-dialog");
        assertThat(robot.sees("整份回访")).isTrue();
        robot.write("照片与住址不符").press(KeyCode.ENTER).picture("review-sent");
        assertThat(town.said).containsExactly("back 1 [] 照片与住址不符");
        assertThat(robot.sees("已退回 1 份回访")).isTrue();

        robot.focus("review-table");
        robot.press(KeyCode.CONTROL, KeyCode.A).press(KeyCode.CONTROL, KeyCode.G);
        robot.picture("review-left");
        assertThat(town.said).endsWith("approve 24 LEFT_OUT");
        assertThat(robot.sees("还有 5 份没有通过，请先看原因")).isTrue();
        robot.clickId("review-anyway").picture("review-approved");
        assertThat(town.said).endsWith("approve 5 APPROVED_TOO");
        assertThat(robot.sees("已通过 24")).isTrue();
    }

    @Test
    void aWorkbookIsTakenOutAndBackInAfterItsChangesWereSeen() {
        Robot.toolkit();
        Robot robot = Robot.at(this::past, desk, background, 1366, 768);
        open = Optional.of(robot);
        robot.focus("past-table");
        robot.press(KeyCode.HOME).picture("withdraw-list");
        robot.clickId("withdraw-open").picture("withdraw-preview");
        assertThat(robot.sees("撤回“坡脚村_工作簿.xlsx”")).isTrue();
        assertThat(robot.sees("务工收入：14400；务工月数：6")).isTrue();
        robot.press(KeyCode.ENTER);
        assertThat(town.said).isEmpty();
        robot.clickId("withdraw-open");
        robot.focus("withdraw-why").write("交错了村").clickId("withdraw-act");
        robot.picture("withdraw-done");
        assertThat(town.said).containsExactly("withdraw 交错了村");
        assertThat(robot.sees("已撤回“坡脚村_工作簿.xlsx”")).isTrue();
        robot.press(KeyCode.ESCAPE);
        robot.clickId("withdraw-open").picture("withdraw-back");
        assertThat(robot.sees("撤回的原因：交错了村")).isTrue();
        robot.clickId("withdraw-act");
        assertThat(town.said).last().isEqualTo("restore ");
    }

    private Parent past() {
        var layers = new Layers();
        var face = new Face("清水镇2017", "百日攻坚战", "第一轮", Optional.empty(), false);
        var shell = new ShellModel(face, CLOCK);
        shell.place().set(Place.EXCHANGE);
        var exchange = new ExchangeModel(() -> Whose.TOWNSHIP, background);
        exchange.go(ExchangeSlot.PAST);
        var withdraw = new WithdrawModel(town, background, exchange::changed);
        var page =
                new PastPage(
                        new PackagesModel(new Came(), background),
                        desk,
                        texts,
                        new WithdrawPane(withdraw, desk, texts));
        var view = new ExchangeView(exchange, List.of(page), texts);
        layers.show(new ShellView(shell, desk, texts, layers, Map.of(Place.EXCHANGE, view)).root());
        return layers.root();
    }

    /// One workbook came.
    private static final class Came implements Exchange {
        @Override
        public Outcome<List<ImportedRoster>> importRosters(
                ImportRosters.Request request, Progress progress) {
            return Outcome.done(List.of());
        }

        @Override
        public Outcome<Written> export(Order order, Progress progress) {
            return Outcome.failed(Problem.of("exportNothingToPost"));
        }

        @Override
        public List<VillageLine> villages() {
            return List.of();
        }

        @Override
        public List<PackageRow> packages() {
            return List.of(
                    new PackageRow(
                            "a1".repeat(16),
                            "in",
                            "workbook",
                            "坡脚村_工作簿.xlsx",
                            "",
                            "2017-03-10T09:12",
                            "李志远",
                            "坡脚村"));
        }
    }

    @Test
    void aProjectorShowsItLarge() {
        desk.change(i -> i.look(true, false, false));
        Robot robot = at(1366, 768).picture("review-projector");
        assertThat(robot.sees("已答复 4")).isTrue();
    }

    @Test
    void aNarrowWindowStillShowsTheActs() {
        Robot robot = at(1024, 768).picture("review-list");
        assertThat(robot.sees("通过 1 份") || robot.sees("通过 0 份")).isTrue();
    }
}
