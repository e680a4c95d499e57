package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import zhuhu.base.CitizenId;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Workspaces;
import zhuhu.flow.edit.DirectEdit;
import zhuhu.flow.edit.DirectEdits;
import zhuhu.flow.edit.Members;
import zhuhu.flow.edit.Reason;
import zhuhu.flow.edit.RegisterAct;
import zhuhu.form.Choice;
import zhuhu.pack.PackReader;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Place;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// The card of one household in the real window: a correction, a death with a new head, a split,
/// each taken back; and pictures of all of it.
class EditJourneyTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-10T02:00:00Z"), ZoneOffset.UTC);
    private static final LocalDateTime BEFORE = LocalDateTime.of(2017, 2, 20, 9, 0);
    private static final Author AUTHOR = new Author("名册", "清水镇", "", "d1");
    private static final RecordId VILLAGE = id(Kind.VILLAGE, 1);
    private static final RecordId HOUSE = id(Kind.HOUSEHOLD, 1);
    private static final RecordId OTHER = id(Kind.HOUSEHOLD, 2);
    private static final RecordId HEAD = id(Kind.PERSON, 1);
    private static final RecordId SON = id(Kind.PERSON, 3);

    @TempDir Path folder;
    private Optional<Robot> open = Optional.empty();
    private Optional<Workspace> file = Optional.empty();

    private static RecordId id(Kind kind, long n) {
        return new RecordId(
                kind, new UUID(0x4000L, 0x8000_0000_0000_0000L + kind.ordinal() * 100 + n));
    }

    @BeforeEach
    void aVillage() {
        Workspace workspace =
                done(
                        Workspaces.create(
                                folder.resolve("坡脚村2017.zhuhu"),
                                Passphrase.of("training").orElseThrow(),
                                done(PackReader.read("qianxinan-2017")),
                                true));
        file = Optional.of(workspace);
        var act = new RegisterAct(workspace, AUTHOR, BEFORE, "section", "household", HOUSE);
        act.lay(VILLAGE, "basics", text("village_name", "坡脚村", "township", "者相镇"));
        household(act, HOUSE, "岑国平", 5);
        household(act, OTHER, "韦永福", 1);
        act.lay(
                HOUSE,
                "housing",
                text("house_structure", "03", "unsafe_house", "1", "unsafe_house_grade", "C")
                        .with("house_area", Value.number(86)));
        act.lay(HOUSE, "cause", text("main_cause", "07"));
        act.lay(
                HOUSE,
                "income@2016",
                Values.NONE
                        .with("income_members", Value.number(5))
                        .with("wage_income", Value.number(12000))
                        .with("dibao_income", Value.number(3600)));
        member(act, HEAD, HOUSE, "岑国平", "19580412", "1", "01");
        member(act, id(Kind.PERSON, 2), HOUSE, "陆秀兰", "19610903", "2", "02");
        member(act, SON, HOUSE, "岑光明", "19880120", "1", "03");
        member(act, id(Kind.PERSON, 4), HOUSE, "罗小妹", "19900611", "2", "05");
        member(act, id(Kind.PERSON, 5), HOUSE, "岑吉祥", "20120503", "1", "07");
        member(act, id(Kind.PERSON, 6), OTHER, "韦永福", "19500101", "1", "01");
        done(act.write(Reason.of("名册")));
        for (String number : List.of("13800000001", "13800000002")) {
            var side = Revision.of(HOUSE, "contact", List.of(), text("phone", number));
            workspace.write(w -> {
                w.add(
                        side,
                        Stamp.of(
                                number.endsWith("1") ? "王一鸣" : "李志远",
                                "d9",
                                "2017-03-01",
                                How.TYPED,
                                null));
                return true;
            });
        }
    }

    private static void household(RegisterAct act, RecordId id, String head, int count) {
        act.lay(
                id,
                "place",
                text("head_name", head, "group_name", "第三组", "village", VILLAGE.text()));
        act.lay(
                id,
                "identification",
                text("registered", "1", "household_type", "01", "identify_standard", "01"));
        act.lay(id, "status", text("poverty_status", "0"));
        act.lay(id, "members", Values.NONE.with("member_count", Value.number(count)));
    }

    private static void member(
            RegisterAct act,
            RecordId id,
            RecordId home,
            String name,
            String born,
            String sex,
            String relation) {
        String first = "990101" + born + (sex.equals("1") ? "001" : "002");
        act.lay(
                id,
                "identity",
                text("person_name", name, "sex", sex, "id_no", first + CitizenId.check(first)));
        act.lay(id, "residence", text("household", home.text(), "relation", relation));
        act.lay(id, "education", text("education", "03"));
    }

    private static Values text(String... pairs) {
        Values values = Values.NONE;
        for (int i = 0; i < pairs.length; i += 2) {
            values = values.with(pairs[i], Value.text(pairs[i + 1]));
        }
        return values;
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T>(T value)) {
            return value;
        }
        throw new AssertionError(outcome.toString());
    }

    @AfterEach
    void leave() {
        open.ifPresent(Robot::leave);
    }

    private Workspace workspace() {
        return file.orElseThrow();
    }

    private Robot card(int width, boolean projector) {
        Robot.toolkit();
        var desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("李志远", "坡脚村驻村工作队", "13900000002"));
        if (projector) {
            desk.change(i -> i.look(true, false, false));
        }
        Background background = Background.thread(Platform::runLater, AssertionError::new);
        var desktop = new Desktop(desk, Texts.chinese(), CLOCK, background, new NoFiles(), _ -> {});
        Robot robot = Robot.at(desktop::root, desk, background, width, 768);
        open = Optional.of(robot);
        Robot.does(() -> desktop.enter(workspace()));
        robot.rest();
        Robot.does(() -> desktop.go(Place.HOUSEHOLDS));
        until(robot, () -> desktop.households().map(l -> !l.lines().isEmpty()).orElse(false));
        Robot.does(() -> {
            var list = desktop.households().orElseThrow();
            list.choose(list.lines().stream().filter(l -> l.id().equals(HOUSE)).findFirst());
        });
        until(robot, () -> desktop.households().orElseThrow().card().get().isPresent());
        return robot;
    }

    /// Waits for what the background brings, however slow the machine.
    private static void until(Robot robot, Supplier<Boolean> there) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Robot.on(there));
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
        robot.rest();
    }

    private static Robot menu(Robot robot, String id) {
        var menu = (MenuButton) robot.byId("card-change");
        Robot.does(() -> item(menu, id).fire());
        return robot.rest();
    }

    private static MenuItem item(MenuButton menu, String id) {
        return menu.getItems().stream().filter(i -> id.equals(i.getId())).findFirst().orElseThrow();
    }

    private static Robot choose(Robot robot, String id, String words) {
        @SuppressWarnings("unchecked")
        var box = (ComboBox<Object>) robot.byId(id);
        Robot.does(() ->
                box.setValue(
                        box.getItems().stream()
                                .filter(i -> says(i, words))
                                .findFirst()
                                .orElseThrow()));
        return robot.rest();
    }

    private static boolean says(Object item, String words) {
        return switch (item) {
            case Choice choice -> choice.label().equals(words);
            case Members.Member member -> member.name().equals(words);
            default -> item.toString().contains(words);
        };
    }

    private static Robot tick(Robot robot, String id) {
        var box = (CheckBox) robot.byId(id);
        Robot.does(() -> box.setSelected(true));
        return robot.rest();
    }

    private List<String> members(RecordId household) {
        return Members.now(workspace(), household).stream()
                .map(m -> m.name() + m.relation())
                .toList();
    }

    @Test
    void aCorrectionAsksWhyAndCanBeTakenBack() {
        Robot robot = card(1366, false).picture("card-ways");
        robot.clickId("edit-housing").picture("edit-housing");
        robot.press(KeyCode.CONTROL, KeyCode.A);
        robot.write("92");
        robot.press(KeyCode.ENTER);
        robot.clickId("edit-save").picture("edit-no-reason");
        assertThat(robot.sees("请写为什么改。")).isTrue();

        robot.focus("edit-reason").write("量过了").clickId("edit-save").picture("card-corrected");
        assertThat(workspace().section(HOUSE, "housing").shown().plain("house_area"))
                .isEqualTo("92");

        robot.click("历史 岑国平 住房").picture("history");
        assertThat(robot.sees("原因：量过了")).isTrue();
        robot.clickId("history-close").clickId("card-undo");
        assertThat(workspace().section(HOUSE, "housing").shown().plain("house_area"))
                .isEqualTo("86");
        robot.click("历史 岑国平 住房").picture("history-undone");
        assertThat(robot.sees("已撤销")).isTrue();

        robot.clickId("history-close").clickId("edit-housing");
        robot.press(KeyCode.CONTROL, KeyCode.A).write("92").press(KeyCode.ENTER);
        robot.focus("edit-reason").write("量过了").clickId("edit-save").picture("edit-taken-back");
        assertThat(robot.sees("同样的修改刚刚撤销过，就在这一秒里。")).isTrue();
    }

    @Test
    void nothingChangedIsNothingWritten() {
        Robot robot = card(1366, false).clickId("edit-housing");
        robot.focus("edit-reason").write("看看").clickId("edit-save").picture("edit-nothing");
        assertThat(robot.sees("和现在的内容一样，没有写下什么。")).isTrue();
        robot.clickId("edit-same");
        assertThat(workspace().revisions(HOUSE).stream().filter(r -> r.section().equals("housing")))
                .hasSize(2);
    }

    @Test
    void theHeadDiesAndTheSonFollows() {
        Robot robot = menu(card(1366, false), "card.change.leave");
        choose(robot, "leave-why", "死亡").picture("dialog-leave");
        choose(robot, "leave-who", "岑国平");
        choose(robot, "head-who", "岑光明").picture("dialog-head");
        choose(robot, "head-why", "死亡");
        robot.focus("act-reason").write("3 月 1 日病故").clickId("act-do").picture("card-new-head");

        assertThat(members(HOUSE)).containsExactly("岑光明01", "罗小妹02", "岑吉祥03", "陆秀兰12");
        assertThat(workspace().section(HOUSE, "place").shown().plain("head_name")).isEqualTo("岑光明");
        assertThat(robot.sees("已不在户 1 人")).isTrue();

        robot.clickId("card-undo").picture("card-undone");
        assertThat(members(HOUSE)).hasSize(5).contains("岑国平01");
    }

    @Test
    void theSonsFamilySplitsOff() {
        Robot robot = menu(card(1366, false), "card.change.split");
        tick(tick(tick(robot, "tick-2"), "tick-3"), "tick-4");
        choose(robot, "split-head", "岑光明").picture("dialog-split");
        robot.clickId("act-do").picture("dialog-no-reason");
        assertThat(robot.sees("请写为什么改。")).isTrue();
        robot.focus("act-reason").write("户口簿已分").clickId("act-do").picture("card-split");

        assertThat(members(HOUSE)).containsExactly("岑国平01", "陆秀兰02");
        assertThat(workspace().query("SELECT id FROM household WHERE head_name = '岑光明'"))
                .hasSize(1);
        assertThat(robot.sees("已到岑光明户")).isTrue();
    }

    @Test
    void aHelperIsAddedOnTheCardAndThenChanged() {
        Robot robot = card(1366, false).clickId("add-pairing").picture("edit-new-pairing");
        robot.write("黄示范").press(KeyCode.ENTER);
        robot.focus("edit-reason").write("换了帮扶人").clickId("edit-save").picture("card-pairing");
        assertThat(workspace().query("SELECT household FROM pairing WHERE helper_name = '黄示范'"))
                .containsExactly(java.util.Map.of("household", HOUSE.text()));

        robot.clickId("edit-pairing");
        robot.press(KeyCode.CONTROL, KeyCode.A).write("黄示例").press(KeyCode.ENTER);
        robot.focus("edit-reason").write("名字写错了").clickId("edit-save");
        assertThat(workspace().query("SELECT id FROM pairing WHERE helper_name = '黄示例'"))
                .hasSize(1);
    }

    @Test
    void theHeadsNameIsCorrectedOnTheHouseholdToo() {
        try (var edit =
                done(
                        DirectEdits.open(
                                workspace(),
                                HEAD,
                                "identity",
                                AUTHOR,
                                () -> LocalDateTime.now(CLOCK)))) {
            edit.answer(edit.find("person_name").getFirst(), Value.text("岑国萍"));
            done(
                    edit.save(
                            DirectEdit.Manner.CHANGE,
                            new Reason("户口簿", "清扶发〔2017〕3 号"),
                            List.of("identity")));
        }
        assertThat(workspace().section(HOUSE, "place").shown().plain("head_name")).isEqualTo("岑国萍");
    }

    @Test
    void everyOtherPageAndDialog() {
        Robot robot = card(1366, false).clickId("edit-contact").picture("edit-contested");
        robot.clickId("edit-leave").clickId("edit-identification").picture("edit-system");
        robot.clickId("edit-leave").clickId("edit-income@2016").picture("edit-income");
        robot.clickId("edit-leave");
        menu(robot, "card.change.newborn").picture("edit-newborn");
        robot.clickId("edit-leave");
        menu(robot, "card.change.move");
        tick(robot, "tick-1");
        robot.focus("move-find").write("韦永福").picture("dialog-move");
        robot.press(KeyCode.ESCAPE);
        assertThat(robot.sees("成员变动")).isTrue();
    }

    @Test
    void narrowAndBeforeAProjector() {
        Robot narrow = card(1024, false).picture("card-ways");
        narrow.clickId("edit-housing").picture("edit-housing").clickId("edit-leave");
        menu(narrow, "card.change.head");
        choose(narrow, "head-who", "陆秀兰").picture("dialog-head");
        assertThat(narrow.sees("换户主 · 岑国平")).isTrue();
    }

    @Test
    void beforeAProjector() {
        Robot wide = card(1366, true).picture("card-ways-projector");
        wide.clickId("edit-identification").picture("edit-system-projector").clickId("edit-leave");
        menu(wide, "card.change.head");
        choose(wide, "head-who", "陆秀兰").picture("dialog-head-projector");
        assertThat(wide.sees("13800000001")).isFalse();
    }

    private static final class NoFiles implements zhuhu.screen.FilePick {
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
