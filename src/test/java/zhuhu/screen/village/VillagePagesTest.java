package zhuhu.screen.village;

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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
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
import zhuhu.flow.Coverage;
import zhuhu.flow.HouseholdCard.Block;
import zhuhu.flow.HouseholdCard.Row;
import zhuhu.flow.HouseholdList.Filter;
import zhuhu.flow.HouseholdList.Line;
import zhuhu.flow.VillageCard;
import zhuhu.flow.VillageFigures;
import zhuhu.flow.edit.AddHousehold;
import zhuhu.flow.edit.Twins;
import zhuhu.flow.paper.PrintTable;
import zhuhu.form.Choice;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Stamp;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Face;
import zhuhu.screen.Page;
import zhuhu.screen.Place;
import zhuhu.screen.Robot;
import zhuhu.screen.ShellModel;
import zhuhu.screen.ShellView;
import zhuhu.screen.UserFolder;
import zhuhu.screen.Village;
import zhuhu.screen.part.Layers;

/// The page of a village with invented data, as pictures and by keyboard.
class VillagePagesTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-10T02:00:00Z"), ZoneOffset.UTC);
    private static final RecordId FIRST =
            new RecordId(Kind.VILLAGE, new UUID(0x5000_8000L, 0x8100_0000_0000_0001L));
    private static final RecordId SECOND =
            new RecordId(Kind.VILLAGE, new UUID(0x5000_8000L, 0x8100_0000_0000_0002L));

    @TempDir Path folder;
    private final Texts texts = Texts.chinese();
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private final Village households = new Village(1, 126);
    private final List<RecordId> visited = new CopyOnWriteArrayList<>();
    private final List<RecordId> opened = new CopyOnWriteArrayList<>();
    private final List<PrintTable.Sheet> printed = new CopyOnWriteArrayList<>();
    private final List<AddHousehold.Entry> added = new CopyOnWriteArrayList<>();
    private int villages = 1;
    private Desk desk;
    private Optional<Robot> open = Optional.empty();

    @BeforeEach
    void fresh() {
        desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("李志远", "坡脚村驻村工作队", "13900000002"));
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
                        "坡脚村2017",
                        "黔西南州“四个逐村逐户”百日攻坚战",
                        "第一轮",
                        Optional.of(LocalDate.of(2017, 6, 3)),
                        false);
        var shell = new ShellModel(face, CLOCK);
        shell.place().set(Place.VILLAGE);
        Page page =
                new VillageView(
                        new VillageModel(new Data(), background), desk, texts, layers, new Ways());
        layers.show(new ShellView(shell, desk, texts, layers, Map.of(Place.VILLAGE, page)).root());
        return layers.root();
    }

    @Test
    void everyHouseholdOwedStandsOnTheListAndOpensItsVisit() {
        Robot robot = at(1366, 768).picture("village");
        assertThat(robot.sees("全部 114")).isTrue();
        robot.click("外出无人 12").picture("village-absent");
        robot.press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.ENTER);
        assertThat(visited).hasSize(1);
        robot.clickId("coverage-card");
        assertThat(opened).isEqualTo(visited);
    }

    @Test
    void theListIsCopiedAndPrintedAsItIsShown() {
        Robot robot = at(1366, 768).click("外出无人 12").clickId("coverage-copy");
        String copied = Robot.on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied.lines()).hasSize(15);
        assertThat(copied).startsWith("坡脚村 登记户全覆盖\n应访 114 户：");
        robot.clickId("coverage-print");
        assertThat(printed.getFirst().rows()).hasSize(12);
    }

    @Test
    void theVillagesOwnVisitIsOneButtonAway() {
        at(1366, 768).clickId("village-visit");
        assertThat(visited).containsExactly(FIRST);
    }

    @Test
    void onASmallScreenTheCardAndTheListTakeTurns() {
        Robot robot = at(1024, 768).picture("village");
        assertThat(robot.sees("户表合计")).isFalse();
        robot.click("村情").picture("village-card");
        assertThat(robot.sees("户表合计")).isTrue();
    }

    @Test
    void aProjectorShowsNoPhoneNumber() {
        desk.change(i -> i.look(true, false, false));
        Robot robot = at(1366, 768).picture("village-projector");
        robot.click("村情").picture("village-projector-card");
        assertThat(robot.sees("陆示范　13900000009")).isFalse();
        assertThat(robot.sees("第一书记")).isTrue();
    }

    @Test
    void oneOfSeveralVillagesIsChosen() {
        villages = 2;
        Robot robot = at(1366, 768).picture("village-several");
        assertThat(robot.byId("village-names").isVisible()).isTrue();
    }

    @Test
    void anEmptyFileSaysToReadARoster() {
        villages = 0;
        assertThat(at(1366, 768).picture("village-empty").sees("还没有村")).isTrue();
    }

    @Test
    void aHouseholdThatNoRosterListsIsAddedOnTheSpot() {
        Robot robot = at(1366, 768).clickId("village-add").picture("village-add");
        robot.clickId("add-go");
        assertThat(robot.sees("补录的户要有一位户主，现在“与户主关系”填成户主的有 0 人。")).isTrue();
        robot.picture("village-add-stopped");
        robot.focus("add-name-1").write("田示范").focus("add-id-1").write("11010519491231002X");
        robot.clickId("add-go").picture("village-add-twins");
        assertThat(robot.sees("这些人可能已经在册")).isTrue();
        robot.clickId("add-others").picture("village-add-done");
        assertThat(added).hasSize(1);
        assertThat(added.getFirst().members().getFirst())
                .containsEntry("relation", zhuhu.record.Value.text("01"));
        robot.clickId("add-visit");
        assertThat(visited).hasSize(1);
    }

    @Test
    void whoeverIsKnownAlreadyIsOpenedInsteadOfAddedTwice() {
        Robot robot = at(1024, 768).clickId("village-add");
        robot.focus("add-name-1").write("田示范").focus("add-id-1").write("11010519491231002X");
        robot.clickId("add-go").picture("village-add-twins").click("打开那一户");
        assertThat(added).isEmpty();
        assertThat(opened).hasSize(1);
    }

    @Test
    void theDialogFitsOnAProjector() {
        desk.change(i -> i.look(true, false, false));
        Robot robot = at(1366, 768).clickId("village-add");
        robot.clickId("add-member").picture("village-add-projector");
        assertThat(robot.byId("add-name-2").isVisible()).isTrue();
    }

    private final class Ways implements VillageWays {
        @Override
        public void edit(VillageCard card, String section, String label) {}

        @Override
        public void visit(RecordId subject) {
            visited.add(subject);
        }

        @Override
        public void household(RecordId household) {
            opened.add(household);
        }

        @Override
        public void print(PrintTable.Sheet sheet) {
            printed.add(sheet);
        }

        @Override
        public void exchange() {
            throw new AssertionError();
        }
    }

    /// Invented villages.
    private final class Data implements Villages {
        @Override
        public List<Name> names() {
            return List.of(new Name(FIRST, "坡脚村", "白层镇"), new Name(SECOND, "纳料村", "白层镇"))
                    .subList(0, villages);
        }

        @Override
        public VillageCard villageCard(RecordId village) {
            return new VillageCard(
                    village,
                    village.shortKey(),
                    "坡脚村",
                    "贞丰县 白层镇",
                    "draft",
                    new VillageFigures(
                            Map.of(
                                    "counted_registered", 112L,
                                    "counted_persons", 438L,
                                    "counted_poor_households", 74L,
                                    "counted_exited_households", 38L,
                                    "counted_unsafe_house", 9L,
                                    "counted_unregistered", 3L)),
                    List.of(
                            new VillageCard.Stationed("联系县级领导", "罗示范", "13900000008", ""),
                            new VillageCard.Stationed("帮扶责任单位", "县水务局", "", "2016-04-01"),
                            new VillageCard.Stationed("第一书记", "陆示范", "13900000009", "2016-03-15"),
                            new VillageCard.Stationed("驻村工作组组长", "", "", ""),
                            new VillageCard.Stationed("驻村农技员", "韦示范", "", "")),
                    List.of(
                            block(
                                    "basics",
                                    "基本信息",
                                    row("village_name", "行政村", "坡脚村"),
                                    row("village_code", "村编号（12 位统计用区划代码）", "—"),
                                    row("township", "乡（镇、街道）", "白层镇")),
                            block(
                                    "population",
                                    "人口情况",
                                    row("households_total", "总户数（户）", "412"),
                                    row("rural_population", "农村户籍人口（人）", "1806"),
                                    row("women", "妇女（人）", "")),
                            block(
                                    "economy",
                                    "经济情况",
                                    row("collective_income", "村集体经济收入（元）", "32000"))));
        }

        private Block block(String name, String label, Row... rows) {
            return new Block(
                    name,
                    label,
                    List.of(rows),
                    Optional.of(Stamp.of("李志远", "d1", "2017-03-08", How.TYPED, null)),
                    false);
        }

        private Row row(String name, String label, String text) {
            return new Row(name, label, text);
        }

        @Override
        public Coverage coverage(RecordId village) {
            List<Line> rows =
                    households.lines(Filter.ALL).stream()
                            .filter(l -> !l.state().isEmpty())
                            .toList();
            Set<RecordId> left =
                    rows.stream()
                            .filter(l -> List.of("todo", "draft", "absent").contains(l.state()))
                            .map(Line::id)
                            .collect(Collectors.toSet());
            return new Coverage(rows, left, 2, 3);
        }

        @Override
        public List<Choice> relations() {
            return List.of(new Choice("01", "户主"), new Choice("02", "配偶"), new Choice("03", "之子"));
        }

        @Override
        public Outcome<AddHousehold.Added> addHousehold(AddHousehold.Entry entry, boolean others) {
            var household = new RecordId(Kind.HOUSEHOLD, new UUID(1, 0x8000_0000_0000_0001L));
            var stops = new ArrayList<AddHousehold.Stop>();
            if (entry.members().isEmpty()) {
                stops.add(new AddHousehold.Stop(-1, "members", Problem.of("addHouseholdHead", 0)));
            }
            List<Twins.Twin> twins =
                    stops.isEmpty()
                            ? List.of(
                                    new Twins.Twin(
                                            0,
                                            Twins.Why.NUMBER,
                                            household,
                                            "田示范",
                                            "11010519491231002X",
                                            Optional.of(
                                                    households.lines(Filter.ALL).getFirst().id()),
                                            "韦国平",
                                            "坡脚村",
                                            false))
                            : List.of();
            boolean written = stops.isEmpty() && (twins.isEmpty() || others);
            if (written) {
                added.add(entry);
            }
            return Outcome.done(
                    new AddHousehold.Added(
                            household,
                            List.of(household),
                            written ? Optional.of(household) : Optional.empty(),
                            stops,
                            twins));
        }
    }
}
