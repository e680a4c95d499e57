package zhuhu.screen.exchange.change;

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
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Progress;
import zhuhu.flow.change.FindChanges.Found;
import zhuhu.flow.change.RosterChange;
import zhuhu.flow.change.RosterChange.Sort;
import zhuhu.flow.change.RosterChange.State;
import zhuhu.flow.paper.PrintHouseholds;
import zhuhu.flow.paper.PrintTable;
import zhuhu.flow.paper.Printed;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Face;
import zhuhu.screen.FilePick;
import zhuhu.screen.Page;
import zhuhu.screen.Place;
import zhuhu.screen.Robot;
import zhuhu.screen.ShellModel;
import zhuhu.screen.ShellView;
import zhuhu.screen.UserFolder;
import zhuhu.screen.exchange.ExchangeModel;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.exchange.ExchangeView;
import zhuhu.screen.part.Layers;
import zhuhu.screen.printing.PrintDialog;
import zhuhu.screen.printing.Printing;
import zhuhu.store.Tick;

/// 变更清单 in its states, as pictures, and by keyboard.
class ChangesPageTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-05-10T02:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private final Invented acts = new Invented();
    private Desk desk;

    @SuppressWarnings("NullAway.Init")
    private Robot robot;

    @BeforeEach
    void fresh() {
        desk = new Desk(new UserFolder(folder.resolve("user")));
    }

    @AfterEach
    void noBugs() {
        robot.leave();
        assertThat(bugs).isEmpty();
    }

    private void open(int width) {
        Robot.toolkit();
        var layers = new Layers();
        Texts texts = Texts.chinese();
        var face =
                new Face("清水镇2017", "四个逐村逐户", "第一轮", Optional.of(LocalDate.of(2017, 6, 4)), false);
        var shell = new ShellModel(face, CLOCK);
        shell.place().set(Place.EXCHANGE);
        robot =
                Robot.at(
                        () -> {
                            Consumer<Path> reveal = _ -> {};
                            var print =
                                    new PrintDialog(
                                            new Nothing(),
                                            background,
                                            desk,
                                            texts,
                                            layers,
                                            new Picks(folder),
                                            CLOCK,
                                            reveal);
                            var page =
                                    new ChangesPage(
                                            new ChangesModel(acts, background),
                                            new ChangesPage.Around(
                                                    desk,
                                                    texts,
                                                    new Picks(folder),
                                                    print,
                                                    CLOCK,
                                                    reveal));
                            var model =
                                    new ExchangeModel(
                                            () -> ExchangeModel.Whose.TOWNSHIP, background);
                            model.go(ExchangeSlot.CHANGES);
                            Page exchange = new ExchangeView(model, List.of(page), texts);
                            layers.show(
                                    new ShellView(
                                                    shell,
                                                    desk,
                                                    texts,
                                                    layers,
                                                    Map.of(Place.EXCHANGE, exchange))
                                            .root());
                            return layers.root();
                        },
                        desk,
                        background,
                        width,
                        768);
    }

    @Test
    void linesAreTickedByKeyboardAndAHouseholdAtOnce() {
        open(1366);
        robot.picture("changes-1-list");
        assertThat(rows()).isEqualTo(14);

        first();
        robot.focus("changes-table").press(KeyCode.SPACE);
        assertThat(acts.said).containsExactly("tick 1");
        first();
        robot.focus("changes-table").press(KeyCode.CONTROL, KeyCode.H);
        assertThat(acts.said).hasSize(2);
        robot.picture("changes-2-ticked");
        robot.clickId("changes-undo");
        assertThat(acts.said.getLast()).startsWith("untick");
        robot.clickId("changes-not_done").picture("changes-3-not-done");
        assertThat(rows()).isEqualTo(2);
        robot.clickId("changes-all").clickId("changes-export").picture("changes-4-exported");
        assertThat(acts.said.getLast()).isEqualTo("export 14");
    }

    @Test
    void narrow() {
        open(1024);
        robot.picture("changes-5-narrow");
        assertThat(rows()).isEqualTo(14);
    }

    @Test
    void beforeAProjectorNumbersAreCovered() {
        desk.change(i -> i.look(true, false, false));
        open(1366);
        robot.picture("changes-6-projector");
        assertThat(robot.sees("13800000009")).isFalse();
    }

    @Test
    void nothingToKeyInSaysHowThatChanges() {
        acts.empty = true;
        open(1366);
        robot.picture("changes-0-empty");
        assertThat(robot.sees("没有要录入的变更")).isTrue();
    }

    @Test
    void whatCannotBeComparedSaysWhy() {
        acts.broken = true;
        open(1366);
        robot.picture("changes-7-broken");
        assertThat(robot.sees("已停止，没有写出变更清单。")).isTrue();
    }

    private void first() {
        Robot.does(() ->
                ((TableView<?>) robot.byId("changes-table")).getSelectionModel().clearAndSelect(0));
    }

    private int rows() {
        return Robot.on(() -> ((TableView<?>) robot.byId("changes-table")).getItems().size());
    }

    private record Picks(Path folder) implements FilePick {
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

    private record Nothing() implements Printing {
        @Override
        public Outcome<Printed> households(PrintHouseholds.Order order, Progress progress) {
            return Outcome.done(new Printed(Path.of("a.pdf"), 0, 0));
        }

        @Override
        public Outcome<Printed> table(Path out, PrintTable.Sheet sheet) {
            return Outcome.done(new Printed(out, 1, 1));
        }
    }

    /// Fourteen changes of four households.
    private static final class Invented implements Changing {

        private final List<String> said = new ArrayList<>();
        private boolean empty;
        private boolean broken;

        @Override
        public Outcome<Found> changes(boolean unlisted, Progress progress) {
            if (broken) {
                return Outcome.failed(Problem.of("changeCancelled"));
            }
            var changes = new ArrayList<RosterChange>();
            for (int i = 0; i < (empty ? 0 : 14); i++) {
                changes.add(change(i));
            }
            return Outcome.done(new Found(changes, empty ? 0 : 31));
        }

        private static RosterChange change(int i) {
            int house = i / 4;
            RecordId household = Ids.householdByNumber("5200000000000" + house);
            Sort sort = i % 7 == 2 ? Sort.NEW_PERSON : i % 7 == 5 ? Sort.PROPOSAL : Sort.PROPERTY;
            State state =
                    List.of(
                                    State.OPEN,
                                    State.OPEN,
                                    State.DONE,
                                    State.OPEN,
                                    State.UNSETTLED,
                                    State.NOT_DONE,
                                    State.KEYED)
                            .get(i % 7);
            String label =
                    List.of("联系电话", "文化程度", "新增人员", "是否危房户", "2016 年 人均纯收入", "退出结论", "务工时间（月）")
                            .get(i % 7);
            String roster =
                    List.of("13800000001", "初中", "名册中没有", "否", "2680", "脱贫", "（空）").get(i % 7);
            String verified =
                    List.of(
                                    "13800000009",
                                    "高中",
                                    "姓名：陆小芽；性别：女；与户主关系：之女；出生日期：2017-01-02；无证原因：新生儿未上户",
                                    "是",
                                    "3420 ／ 3180",
                                    "返贫",
                                    "8")
                            .get(i % 7);
            var key = new Tick.Key(household, "s" + i, i % 7 == 0 ? "phone" : "p" + i, "v" + i);
            return new RosterChange(
                    new RosterChange.Whose(
                            household,
                            house % 2 == 0 ? "坡脚村" : "纳料村",
                            "第一组",
                            "5200000000000" + house,
                            List.of("韦国平", "岑阿妹", "陆正荣", "班秀兰").get(house),
                            household,
                            "",
                            i % 4 == 0 ? "" : "陆小山"),
                    new RosterChange.What(sort, sort == Sort.NEW_PERSON ? "" : "s", label, "", ""),
                    new RosterChange.Said(roster, verified, i % 7 == 1 ? "04" : ""),
                    new RosterChange.Source(
                            "王示范", "2017-03-06", "3 月再回访", i % 3 == 0 ? "换了号" : "", ""),
                    state,
                    state == State.KEYED ? State.OPEN : state,
                    key,
                    state == State.KEYED
                            ? Optional.of(new Tick(key, 1, true, "2017-05-09T10:00:00", "李干事"))
                            : Optional.empty());
        }

        private static RosterChange as(RosterChange change, State state) {
            return new RosterChange(
                    change.whose(),
                    change.what(),
                    change.said(),
                    change.source(),
                    state,
                    change.unticked(),
                    change.key(),
                    Optional.of(
                            new Tick(
                                    change.key(),
                                    1,
                                    state == State.KEYED,
                                    "2017-05-10T10:00:00",
                                    "李干事")));
        }

        @Override
        public List<RosterChange> tick(List<RosterChange> changes) {
            said.add("tick " + changes.size());
            return changes.stream().map(c -> as(c, State.KEYED)).toList();
        }

        @Override
        public List<RosterChange> untick(List<RosterChange> changes) {
            said.add("untick " + changes.size());
            return changes.stream().map(c -> as(c, c.unticked())).toList();
        }

        @Override
        public Outcome<Long> export(Found listed, Path out) {
            said.add("export " + listed.changes().size());
            return Outcome.done((long) listed.changes().size());
        }
    }
}
