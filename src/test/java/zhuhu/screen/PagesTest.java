package zhuhu.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Progress;
import zhuhu.flow.Today;
import zhuhu.flow.review.WithdrawBook;
import zhuhu.flow.review.Withdrawing;
import zhuhu.record.RecordId;
import zhuhu.screen.exchange.ExchangeModel;
import zhuhu.screen.exchange.ExchangeModel.Whose;
import zhuhu.screen.exchange.ExchangePage;
import zhuhu.screen.exchange.ExchangeView;
import zhuhu.screen.exchange.ExportModel;
import zhuhu.screen.exchange.HandInPage;
import zhuhu.screen.exchange.ImportModel;
import zhuhu.screen.exchange.PackagesModel;
import zhuhu.screen.exchange.PastPage;
import zhuhu.screen.exchange.RosterPage;
import zhuhu.screen.exchange.review.WithdrawModel;
import zhuhu.screen.exchange.review.WithdrawPane;
import zhuhu.screen.exchange.review.Withdrawals;
import zhuhu.screen.home.Explain;
import zhuhu.screen.home.HomeModel;
import zhuhu.screen.home.HomeView;
import zhuhu.screen.home.HomeWays;
import zhuhu.screen.home.Overview;
import zhuhu.screen.household.HouseholdsModel;
import zhuhu.screen.household.HouseholdsView;
import zhuhu.screen.part.Layers;
import zhuhu.screen.setting.Care;
import zhuhu.screen.setting.SettingsModel;
import zhuhu.screen.setting.SettingsView;

/// Home, exchange and settings with invented data, as pictures and by keyboard.
class PagesTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-10T02:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private final Texts texts = Texts.chinese();
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private final Village village = new Village(3, 126);
    private final Trade trade = new Trade();
    private Today today = village.today();
    private Whose whose = Whose.EMPTY;
    private final List<Path> chosen = new CopyOnWriteArrayList<>();
    private Path out = Path.of("");
    private Desk desk;
    private Optional<Robot> open = Optional.empty();

    @BeforeEach
    void fresh() {
        desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("李志远", "坡脚村驻村工作队", "13900000002"));
        out = folder.resolve("坡脚村_工作簿.xlsx");
    }

    @AfterEach
    void noBugs() {
        open.ifPresent(Robot::leave);
        assertThat(bugs).isEmpty();
    }

    private Robot at(Place place, int width, int height) {
        Robot.toolkit();
        Robot robot = Robot.at(() -> shell(place), desk, background, width, height);
        open = Optional.of(robot);
        return robot;
    }

    private Parent shell(Place place) {
        var layers = new Layers();
        var face =
                new Face(
                        "坡脚村2017",
                        "黔西南州“四个逐村逐户”百日攻坚战",
                        "第一轮",
                        Optional.of(LocalDate.of(2017, 6, 3)),
                        false);
        var shell = new ShellModel(face, CLOCK);
        shell.place().set(place);
        var pages = new EnumMap<Place, Page>(Place.class);
        var list = new HouseholdsModel(village, background, _ -> {});
        Runnable toExchange = () -> shell.place().set(Place.EXCHANGE);
        pages.put(
                Place.HOME,
                new HomeView(
                        new HomeModel(this::overview, this::explain, background),
                        desk,
                        texts,
                        CLOCK,
                        new Ways(shell, list)));
        pages.put(Place.HOUSEHOLDS, new HouseholdsView(list, desk, texts, toExchange));
        var packages = new PackagesModel(trade, background);
        pages.put(Place.EXCHANGE, exchange(packages));
        pages.put(
                Place.SETTINGS,
                new SettingsView(
                        new SettingsModel(new TestCare(), background), desk, texts, () -> {}));
        layers.show(new ShellView(shell, desk, texts, layers, pages).root());
        return layers.root();
    }

    /// A file into which no workbook was merged.
    private static final class NoWithdrawals implements Withdrawals {
        @Override
        public List<WithdrawBook.Book> books() {
            return List.of();
        }

        @Override
        public Outcome<Withdrawing> preview(WithdrawBook.Book book, Progress progress) {
            return Outcome.failed(Problem.of("withdrawUnknown", book.file()));
        }

        @Override
        public Outcome<Withdrawing> turn(WithdrawBook.Book book, String why, Progress progress) {
            return Outcome.failed(Problem.of("withdrawUnknown", book.file()));
        }
    }

    private ExchangeView exchange(PackagesModel packages) {
        var model = new ExchangeModel(() -> whose, background);
        List<ExchangePage> pages =
                List.of(
                        new PastPage(
                                packages,
                                desk,
                                texts,
                                new WithdrawPane(
                                        new WithdrawModel(
                                                new NoWithdrawals(), background, model::changed),
                                        desk,
                                        texts)),
                        new RosterPage(
                                new ImportModel(trade, background, model::changed),
                                desk,
                                texts,
                                new Picks()),
                        new HandInPage(
                                new ExportModel(trade, background, texts, CLOCK, model::changed),
                                desk,
                                texts,
                                new Picks(),
                                _ -> {},
                                Optional.empty()));
        return new ExchangeView(model, pages, texts);
    }

    private Overview overview() {
        return new Overview(
                true,
                today,
                trade.packages(),
                List.of(
                        new Overview.Deadline(
                                "领导蹲点调研：算准贫困账，谋好脱贫策", LocalDate.of(2017, 2, 28), false),
                        new Overview.Deadline("再识别、再回访全部完成", LocalDate.of(2017, 3, 10), true),
                        new Overview.Deadline(
                                "易地搬迁安置点全部启动，搬迁对象全部确定，产业、就业搬迁前落实到户到人",
                                LocalDate.of(2017, 3, 31),
                                false),
                        new Overview.Deadline("2016 年易地搬迁项目竣工入住", LocalDate.of(2017, 4, 30), false),
                        new Overview.Deadline("百日攻坚战第 100 天", LocalDate.of(2017, 6, 3), true)));
    }

    private Explain explain() {
        return new Explain(true, List.of(village.doubt(2, "R50"), village.doubt(5, "R75")));
    }

    private static final class Ways implements HomeWays {
        private final ShellModel shell;
        private final HouseholdsModel list;

        Ways(ShellModel shell, HouseholdsModel list) {
            this.shell = shell;
            this.list = list;
        }

        @Override
        public void exchange() {
            shell.place().set(Place.EXCHANGE);
        }

        @Override
        public void state(String state) {
            list.state().set(Optional.of(state));
            shell.place().set(Place.HOUSEHOLDS);
        }

        @Override
        public void visit(RecordId subject) {
            throw new AssertionError(subject);
        }

        @Override
        public void village(Optional<RecordId> village) {
            shell.place().set(Place.EXCHANGE);
        }

        @Override
        public void backup() {
            shell.place().set(Place.SETTINGS);
        }

        @Override
        public void doubts() {
            throw new AssertionError();
        }
    }

    @Test
    void homeTellsWhatToDoNext() {
        Robot robot = at(Place.HOME, 1366, 768).picture("home");
        assertThat(robot.sees("有 13 户没有填完")).isTrue();
        robot.press(KeyCode.ENTER);
        assertThat(robot.sees("全部 126")).isTrue();
    }

    @Test
    void anEmptyHomeSaysToReadARoster() {
        today = Today.NOTHING;
        Robot robot = at(Place.HOME, 1366, 768).picture("home-empty");
        assertThat(robot.sees("还没有备份过")).isTrue();
        robot.press(KeyCode.ENTER);
        assertThat(robot.sees("把名册文件拖到这里")).isTrue();
    }

    @Test
    void aFinishedHomeHasOnlyTheHandInLeft() {
        today = village.finished();
        Robot robot = at(Place.HOME, 1366, 768).picture("home-done");
        assertThat(robot.sees("已办结 113 / 113 户")).isTrue();
    }

    @Test
    void everyLineOfHomeLeadsSomewhere() {
        Robot robot = at(Place.HOME, 1366, 768).click("再识别、再回访全部完成 今天到期");
        assertThat(robot.sees("全部 126")).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).click("上次备份 2017-03-06 21:40");
        assertThat(robot.sees("检查文件是否完好")).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).click("已访 25 户");
        assertThat(robot.sees("全部 126")).isTrue();
    }

    @Test
    void homeFoldsOnASmallScreen() {
        assertThat(at(Place.HOME, 1024, 768).picture("home").sees("接下来")).isTrue();
    }

    @Test
    void homeIsReadableOnAProjector() {
        desk.change(i -> i.look(true, false, false));
        assertThat(at(Place.HOME, 1366, 768).picture("home-projector").sees("接下来")).isTrue();
    }

    @Test
    void rostersComeInWithDateAndPasswordAskedForAndEveryPlaceListed() {
        chosen.addAll(
                List.of(
                        Path.of("坡脚村名册.xlsx"),
                        Path.of("纳料村名册-无日期.xls"),
                        Path.of("者要村名册-密码.xlsx"),
                        Path.of("坏的.xlsx")));
        Robot robot = at(Place.EXCHANGE, 1366, 768).picture("exchange");
        robot.press(KeyCode.ENTER).picture("import-date");
        robot.write("二月").press(KeyCode.ENTER);
        assertThat(robot.sees("看不懂这个日期，请写成 2017-02-20 这样。")).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.A).write("2017年2月20日").press(KeyCode.ENTER);
        robot.write("654321").press(KeyCode.ENTER);
        assertThat(robot.sees("密码不对，请再试一次。")).isTrue();
        robot.write("123456").press(KeyCode.ENTER).picture("import-result");
        assertThat(robot.sees("需要看一看的地方：12 处")).isTrue();
        robot.clickId("import-copy");
        String copied = Robot.on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied.lines()).hasSize(13);
        robot.press(KeyCode.ESCAPE);
        assertThat(robot.sees("把名册文件拖到这里")).isTrue();
    }

    @Test
    void oneCleanRosterOnASmallScreen() {
        chosen.add(Path.of("坡脚村名册.xlsx"));
        Robot robot = at(Place.EXCHANGE, 1024, 768).picture("exchange").press(KeyCode.ENTER);
        assertThat(robot.picture("import-result").sees("导入结果")).isTrue();
    }

    @Test
    void aWorkbookGoesOutOrSaysWhyNot() {
        whose = Whose.VILLAGE;
        Robot robot = at(Place.EXCHANGE, 1366, 768).picture("export");
        assertThat(robot.sees("花名册")).isFalse();
        out = folder.resolve("只读.xlsx");
        robot.clickId("export-write");
        assertThat(robot.sees("写不进“只读.xlsx”。")).isTrue();
        robot.picture("export-failed");
        out = folder.resolve("三个村.xlsx");
        robot.clickId("export-write").picture("export-done");
        assertThat(robot.sees("已导出 126 户 504 人")).isTrue();
        assertThat(trade.ordered.getLast().villages()).isEmpty();
        robot.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN).picture("exchange-past");
        assertThat(robot.sees("往来记录")).isTrue();
        robot.clickId("exchange-more");
        assertThat(robot.sees("花名册")).isTrue();
    }

    @Test
    void settingsKeepTheNameOnLeavingAndTellWhatIsWrongWithTheFile() {
        Robot robot = at(Place.SETTINGS, 1366, 768).picture("settings");
        robot.focus("setting-name")
                .press(KeyCode.CONTROL, KeyCode.A)
                .write("王秀兰")
                .press(KeyCode.TAB);
        assertThat(desk.now().name()).isEqualTo("王秀兰");
        robot.clickId("setting-verify");
        assertThat(robot.sees("有 1 条内容与它的指纹对不上。")).isTrue();
        robot.press(KeyCode.PAGE_DOWN).picture("settings-verify");
    }

    private static final class TestCare implements Care {
        @Override
        public About about() {
            return new About(
                    "/home/lizhiyuan/文档/坡脚村2017.zhuhu",
                    "黔西南州“四个逐村逐户”百日攻坚战",
                    "中共黔西南州委、州人民政府",
                    "《脱贫攻坚战区第四号令》",
                    List.of(
                            new Form("household_visit", "逐户回访", "2017022401"),
                            new Form("household", "户登记", "1")));
        }

        @Override
        public List<Problem> verify() {
            return List.of(Problem.said("factHash", "有 1 条内容与它的指纹对不上。", "请用最近的备份打开，并把这个文件交给管理员。"));
        }

        @Override
        public void rebuild() {}
    }

    private final class Picks implements FilePick {
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
            return List.copyOf(chosen);
        }

        @Override
        public Optional<Path> newWorkbook(String name) {
            return Optional.of(out);
        }

        @Override
        public Optional<Path> newPdf(String name) {
            return Optional.of(out);
        }

        @Override
        public Optional<Path> packFolder() {
            return Optional.empty();
        }
    }
}
