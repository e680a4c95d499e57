package zhuhu.screen.ledger;

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
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.edit.Edited;
import zhuhu.flow.ledger.LedgerEntry;
import zhuhu.flow.ledger.LedgerStates;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Face;
import zhuhu.screen.Place;
import zhuhu.screen.Robot;
import zhuhu.screen.ShellModel;
import zhuhu.screen.ShellView;
import zhuhu.screen.UserFolder;
import zhuhu.screen.part.Layers;

/// The ledger in its states, as pictures, and by keyboard.
class LedgerScreenTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-05-10T02:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private final Invented acts = new Invented();
    private final List<RecordId> went = new ArrayList<>();
    private final List<String> ways = new ArrayList<>();
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
        var face =
                new Face("坡脚村2017", "四个逐村逐户", "第一轮", Optional.of(LocalDate.of(2017, 6, 4)), false);
        var shell = new ShellModel(face, CLOCK);
        shell.place().set(Place.LEDGER);
        robot =
                Robot.at(
                        () -> {
                            var model =
                                    new LedgerModel(acts, background, went::add, _ -> {})
                                            .editing(new Ways());
                            var page = new LedgerView(model, desk, Texts.chinese());
                            layers.show(
                                    new ShellView(
                                                    shell,
                                                    desk,
                                                    Texts.chinese(),
                                                    layers,
                                                    Map.of(Place.LEDGER, page))
                                            .root());
                            return layers.root();
                        },
                        desk,
                        background,
                        width,
                        768);
    }

    @Test
    void issuesAreSiftedFollowedAndLeadToTheirHousehold() {
        open(1366);
        robot.picture("ledger-1-issues");
        assertThat(rows()).isEqualTo(12);

        robot.clickId("ledger-overdue").picture("ledger-2-overdue");
        assertThat(rows()).isEqualTo(4);
        robot.focus("ledger-table").press(KeyCode.DOWN).picture("ledger-3-chosen");
        robot.focus("ledger-why").write("住建站已派人");
        robot.clickId("ledger-to-doing");
        assertThat(acts.done).containsExactly("doing 住建站已派人");
        robot.clickId("ledger-edit").clickId("ledger-add");
        assertThat(ways).containsExactly("edit", "add issue");
        robot.clickId("ledger-home");
        assertThat(went).hasSize(1);
    }

    @Test
    void measuresAndHelpersAtBothWidths() {
        open(1366);
        robot.clickId("ledger-measure").picture("ledger-4-measures");
        robot.focus("ledger-table").press(KeyCode.DOWN).picture("ledger-5-measure");
        robot.clickId("ledger-pairing").picture("ledger-6-helpers");
        assertThat(robot.sees("王示范")).isFalse();
    }

    @Test
    void narrow() {
        open(1024);
        robot.picture("ledger-7-narrow");
        robot.focus("ledger-table").press(KeyCode.DOWN).picture("ledger-8-narrow-chosen");
    }

    @Test
    void beforeAProjectorPhonesAreCovered() {
        desk.change(i -> i.look(true, false, false));
        open(1366);
        robot.clickId("ledger-pairing").picture("ledger-9-projector");
        assertThat(robot.sees("13900000001")).isFalse();
    }

    @Test
    void anEmptyLedgerSaysHowItFills() {
        acts.empty = true;
        open(1366);
        robot.picture("ledger-0-empty");
        assertThat(robot.sees("台账里还没有问题")).isTrue();
    }

    private int rows() {
        return Robot.on(() -> ((TableView<?>) robot.byId("ledger-table")).getItems().size());
    }

    private final class Ways implements LedgerEdits {
        @Override
        public void edit(LedgerEntry entry, Runnable written) {
            ways.add("edit");
        }

        @Override
        public void add(Kind kind, RecordId household, String head, Runnable written) {
            ways.add("add " + kind.code());
        }
    }

    /// Twelve entries of a kind, always the same.
    private static final class Invented implements LedgerActs {

        private final List<String> done = new ArrayList<>();
        private boolean empty;

        @Override
        public List<LedgerEntry> ledger(Kind kind) {
            var entries = new ArrayList<LedgerEntry>();
            for (int i = 0; i < (empty ? 0 : 12); i++) {
                entries.add(entry(kind, i));
            }
            return entries;
        }

        private static LedgerEntry entry(Kind kind, int i) {
            List<String> states = LedgerStates.of(kind);
            String state = states.get(i % states.size());
            long late = LedgerStates.isDone(state) || i > 5 ? 0 : 40 - i * 7;
            String words =
                    switch (kind) {
                        case ISSUE ->
                                List.of("屋顶漏雨，两间房不能住人", "老人没有慢病卡", "九年级的孩子外出打工，要劝返").get(i % 3);
                        case MEASURE ->
                                List.of("养能繁母牛 2 头，合作社包销", "雨露计划助学 3000 元", "搬迁到县城安置点").get(i % 3);
                        default -> List.of("黄书记", "赵干事", "岑医生").get(i % 3);
                    };
            return new LedgerEntry(
                    id(kind, i),
                    Optional.of(id(Kind.HOUSEHOLD, i)),
                    i % 2 == 0 ? "坡脚村" : "纳料村",
                    "第" + "一二三".charAt(i % 3) + "组",
                    List.of("韦国平", "岑阿妹", "陆正荣", "班秀兰").get(i % 4),
                    words,
                    kind == Kind.MEASURE ? "产业发展" : kind == Kind.ISSUE ? "住房" : "副镇长",
                    kind == Kind.PAIRING ? "者相镇人民政府" : "王示范",
                    kind == Kind.ISSUE
                            ? List.of("村", "乡", "县").get(i % 3)
                            : kind == Kind.MEASURE ? "缺技术" : "乡镇",
                    "2017-03-0" + (1 + i % 9),
                    kind == Kind.PAIRING
                            ? ""
                            : i % 5 == 4 ? "" : "2017-0%d-20".formatted(3 + i % 4),
                    state,
                    kind == Kind.MEASURE ? Integer.toString(i * 9) : "",
                    kind == Kind.PAIRING ? "13900000001" : "",
                    "",
                    kind == Kind.PAIRING ? 0 : late);
        }

        private static RecordId id(Kind kind, int n) {
            return new RecordId(kind, new UUID(0x5000_8000L, 0x8000_0000_0000_0000L + n));
        }

        @Override
        public Outcome<Edited> issueState(RecordId issue, String state, String why) {
            done.add(state + " " + why);
            return Outcome.done(new Edited(Optional.empty(), List.of()));
        }

        @Override
        public Outcome<Edited> measureProgress(
                RecordId measure, int percent, String effect, String why) {
            return Outcome.done(new Edited(Optional.empty(), List.of()));
        }

        @Override
        public Outcome<Edited> endPairing(RecordId pairing, String why) {
            return Outcome.done(new Edited(Optional.empty(), List.of()));
        }
    }
}
