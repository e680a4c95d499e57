package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.settle.Conflicts;
import zhuhu.flow.settle.Laptops;
import zhuhu.record.How;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.screen.exchange.settle.SettleModel;
import zhuhu.screen.exchange.settle.SettlePage;
import zhuhu.store.Workspace;

/// 定冲突 by keyboard, on a real file, without a display.
class SettleWindowTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-11T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private Optional<Workspace> town = Optional.empty();
    private Optional<Background> work = Optional.empty();
    private Optional<Robot> window = Optional.empty();
    private Desk desk = new Desk(new UserFolder(Path.of("target/user-settle")));

    @BeforeEach
    void theTown() {
        desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("镇上小陈", "清水镇", "13900000002"));
        var laptops = new Laptops(folder);
        Workspace file = laptops.laptop("town");
        town = Optional.of(file);
        for (int i = 0; i < 2; i++) {
            Path answers = laptops.answers().get(i);
            try (Workspace one = laptops.laptop("one" + i);
                    Workspace two = laptops.laptop("two" + i)) {
                laptops.visit(
                        one,
                        answers,
                        Laptops.LI,
                        Laptops.SIXTH,
                        json ->
                                json.put("house_area", 81)
                                        .put("unsafe_house_grade", "A")
                                        .put("phone", "13900000011"));
                laptops.visit(
                        two,
                        answers,
                        Laptops.WANG,
                        Laptops.NINTH,
                        json ->
                                json.put("house_area", 62)
                                        .put("unsafe_house_grade", "C")
                                        .put("phone", "13900000022"));
                Laptops.hand(one, file);
                Laptops.hand(two, file);
            }
        }
        RecordId third = laptops.household(file, laptops.answers().get(2));
        Revision base = file.section(third, "place").allHeads().getFirst();
        file.write(writer -> {
            for (int i = 1; i < 4; i++) {
                writer.add(
                        Revision.of(
                                third,
                                "place",
                                List.of(base.id()),
                                base.values().with("address", Value.text("坡脚" + i + "组"))),
                        Stamp.of("村里小韦" + i, null, "2017-03-0" + i, How.WORKBOOK, "package-1"));
            }
            return true;
        });
    }

    @AfterEach
    void leave() {
        window.ifPresent(Robot::leave);
        work.ifPresent(Background::close);
        town.ifPresent(Workspace::close);
        assertThat(bugs).isEmpty();
    }

    private Robot open(int width, int height) {
        Robot.toolkit();
        Background background = Background.thread(Platform::runLater, bugs::add);
        work = Optional.of(background);
        var settling = new OpenSettling(town.orElseThrow(), desk::author, CLOCK);
        Robot robot =
                Robot.at(
                        () -> {
                            var page =
                                    new SettlePage(
                                            new SettleModel(
                                                    settling,
                                                    background,
                                                    Texts.chinese(),
                                                    () -> {}),
                                            background,
                                            desk,
                                            Texts.chinese(),
                                            new Picks(folder));
                            page.entered();
                            Platform.runLater(page::focus);
                            return page.root();
                        },
                        desk,
                        background,
                        width,
                        height);
        window = Optional.of(robot);
        return robot;
    }

    private int open() {
        return new Conflicts(town.orElseThrow()).all().size();
    }

    @Test
    void everythingIsSettledByKeyboard() {
        Robot robot = open(960, 700).rest().picture("settle-sides");
        assertThat(robot.sees("逐处定（5）")).isTrue();
        robot.press(KeyCode.LEFT);
        assertThat(robot.sees("逐处定（4）")).isTrue();
        robot.picture("settle-done");
        robot.press(KeyCode.RIGHT);
        assertThat(open()).isEqualTo(3);
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(open()).isEqualTo(4);
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(open()).isEqualTo(5);
        robot.press(KeyCode.D).picture("settle-later");
        assertThat(robot.sees("以后再说")).isTrue();
        assertThat(open()).isEqualTo(5);
        robot.press(KeyCode.ENTER).press(KeyCode.E).picture("settle-third");
        robot.press(KeyCode.ESCAPE);
        // Nothing but keys until nothing is left; of three sides the digits take one.
        for (int i = 0; i < 12 && open() > 0; i++) {
            robot.press(KeyCode.LEFT).press(KeyCode.DIGIT2);
        }
        assertThat(open()).isZero();
        assertThat(robot.picture("settle-none").sees("没有要定的")).isTrue();
        robot.clickId("settle-tab-lost").picture("settle-lost");
        assertThat(robot.sees("写成表格")).isTrue();
        robot.clickId("settle-lost-export");
        assertThat(folder.resolve("lost.xlsx")).exists();
    }

    @Test
    void aThirdIsWrittenInItsFields() {
        Robot robot = open(960, 700);
        while (!robot.sees("住房　")) {
            if (robot.scene().lookup("#settle-third-house_area") != null) {
                break;
            }
            robot.press(KeyCode.E);
            if (robot.scene().lookup("#settle-third-house_area") != null) {
                break;
            }
            robot.press(KeyCode.ESCAPE).press(KeyCode.ENTER);
        }
        robot.focus("settle-third-house_area").press(KeyCode.CONTROL, KeyCode.A).write("很大");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(robot.picture("settle-third-wrong").sees("“住房面积（㎡）”不能填“很大”。")).isTrue();
        robot.focus("settle-third-house_area").press(KeyCode.CONTROL, KeyCode.A).write("70");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(open()).isEqualTo(4);
    }

    @Test
    void aRuleSettlesManyAndIsTakenBackAtOnce() {
        Robot robot = open(960, 700);
        robot.clickId("settle-tab-rules").picture("settle-rules");
        robot.clickId("settle-apply");
        assertThat(open()).isEqualTo(1);
        robot.picture("settle-rules-done");
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(open()).isEqualTo(5);
    }

    @Test
    void aProjectorSeesNoNumbers() {
        desk.change(i -> i.look(true, false, false));
        Robot robot = open(1100, 700);
        robot.picture("settle-projector");
        assertThat(robot.sees("13900000011")).isFalse();
    }

    @Test
    void aSmallScreenHasRoom() {
        open(640, 660).rest().picture("settle-small");
        assertThat(open()).isEqualTo(5);
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
            return Optional.of(folder.resolve("lost.xlsx"));
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
