package zhuhu.screen.check;

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
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.check.Finding;
import zhuhu.flow.CheckWorkspace.Checked;
import zhuhu.flow.CheckWorkspace.Line;
import zhuhu.pack.Level;
import zhuhu.record.Ids;
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

/// 核查 as pictures to look at, and what a person does there.
class ChecksScreenTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-08T02:00:00Z"), ZoneOffset.UTC);
    private static final List<Throwable> bugs = new CopyOnWriteArrayList<>();

    @TempDir Path folder;
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private final AtomicReference<String> went = new AtomicReference<>("");
    private final List<String> explained = new CopyOnWriteArrayList<>();
    private Optional<Robot> open = Optional.empty();

    @AfterEach
    void noBugs() {
        open.ifPresent(Robot::leave);
        assertThat(bugs).isEmpty();
    }

    private Robot open(Checked found, int width, int height, boolean projector) {
        Robot.toolkit();
        var desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("李志远", "坡脚村驻村工作队", "13900000002").look(projector, false, false));
        var layers = new Layers();
        var shell =
                new ShellModel(
                        new Face(
                                "坡脚村2017",
                                "战区第四号令 四个逐村逐户",
                                "第一轮",
                                Optional.of(LocalDate.of(2017, 3, 10)),
                                false),
                        CLOCK);
        shell.place().set(Place.CHECKS);
        Texts texts = Texts.chinese();
        Robot robot =
                Robot.at(
                        () -> {
                            var page =
                                    new ChecksView(
                                            new ChecksModel(new Found(found), background),
                                            desk,
                                            texts,
                                            line ->
                                                    went.set(
                                                            line.label()
                                                                    + " "
                                                                    + line.finding().question()));
                            layers.show(
                                    new ShellView(
                                                    shell,
                                                    desk,
                                                    texts,
                                                    layers,
                                                    Map.of(Place.CHECKS, page))
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

    @Test
    void nothingFoundIsSaidInWords() {
        Robot robot =
                open(new Checked(List.of(), List.of()), 1366, 768, false).picture("check-none");

        assertThat(robot.sees("没有查出什么")).isTrue();
    }

    @Test
    void findingsAreSortedIntoHeapsAndEachLeadsToItsQuestion() {
        Robot robot = open(many(), 1366, 768, false).picture("check-many");
        robot.click("疑点，没写原因 24").picture("check-doubts");
        robot.focus("checks-table").press(KeyCode.HOME).press(KeyCode.DOWN).picture("check-chosen");
        robot.focus("check-reason").write("再婚").press(KeyCode.ENTER);
        assertThat(explained).singleElement().asString().endsWith(" 再婚");
        assertThat(robot.sees("疑点，已写原因 13")).isTrue();
        robot.picture("check-explained");
        robot.focus("checks-table").press(KeyCode.HOME).press(KeyCode.ENTER);

        assertThat(went.get()).isNotEmpty();
    }

    @Test
    void inANarrowWindowTheCardStaysBesideTheTable() {
        Robot robot = open(many(), 1024, 768, false);
        robot.focus("checks-table").press(KeyCode.HOME).picture("check-narrow");

        assertThat(robot.sees("去改这一题")).isTrue();
    }

    @Test
    void beforeAProjectorLongNumbersAreCovered() {
        Robot robot = open(many(), 1366, 768, true);
        robot.focus("checks-table").press(KeyCode.END).picture("check-projector");

        assertThat(robot.sees("13800000009")).isFalse();
    }

    @Test
    void aCheckThatCouldNotBeRunIsNamed() {
        var broken =
                new Checked(
                        many().lines().subList(0, 3),
                        List.of(
                                Problem.of(
                                        "checkBroken",
                                        "county/checks.sql",
                                        "R17",
                                        12,
                                        "no such column: x")));
        Robot robot = open(broken, 1366, 768, false).picture("check-broken");

        assertThat(robot.sees("文件 county/checks.sql 第 12 行的核查 R17 没有查成：no such column: x"))
                .isTrue();
    }

    // ---- what was found

    private final class Found implements Checking {
        private final Checked found;

        Found(Checked found) {
            this.found = found;
        }

        @Override
        public Checked checked() {
            return found;
        }

        @Override
        public Outcome<RecordId> explain(RecordId household, Finding.Key doubt, String reason) {
            explained.add(doubt.rule() + " " + reason);
            return Outcome.done(household);
        }
    }

    private static Checked many() {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < 12; i++) {
            lines.add(
                    line(
                            i,
                            "R05",
                            Level.ERROR,
                            "id_no",
                            "身份证号码校验位不对：王" + i,
                            "多半抄错了一位，请对照证件逐位核对。",
                            ""));
        }
        for (int i = 0; i < 12; i++) {
            lines.add(
                    line(
                            i,
                            "R23",
                            Level.DOUBT,
                            "relation",
                            "夫妻年龄少见：李春梅，28 岁，与户主相差 26 岁",
                            "核对两人的出生日期和与户主关系。",
                            ""));
            lines.add(
                    line(
                            i,
                            "R50",
                            Level.DOUBT,
                            "wage_income",
                            "务工与工资性收入对不上：工资性收入 5400 元，没有人务工",
                            "有人务工 3 个月以上，问清工资。",
                            i % 2 == 0 ? "打零工，没有算整月" : ""));
            lines.add(
                    line(
                            i,
                            "R32",
                            Level.DOUBT,
                            "phone",
                            "三户以上用同一个电话：13800000009，共 4 户",
                            "看看是不是都填了村干部的号码。",
                            i % 2 == 0 ? "" : "家里没有电话，留的是亲属（村干部）号码"));
            lines.add(
                    line(
                            i,
                            "R73",
                            Level.HINT,
                            "net_income_per_head",
                            "人均纯收入刚过贫困线：2016 年人均 3180 元，线 3146 元",
                            "再核一遍有没有漏算的支出。",
                            ""));
        }
        lines.sort(java.util.Comparator.comparing(l -> l.finding().level()));
        return new Checked(lines, List.of());
    }

    private static Line line(
            int i,
            String rule,
            Level level,
            String question,
            String message,
            String next,
            String reason) {
        RecordId household = Ids.householdByNumber("5223010000%02d".formatted(i));
        boolean member = rule.equals("R05") || rule.equals("R23");
        RecordId record = member ? Ids.personByNumber("5223010000%02d01".formatted(i)) : household;
        var finding =
                new Finding(
                        rule,
                        level,
                        record.text(),
                        household.text(),
                        "identity",
                        question,
                        message,
                        next,
                        level == Level.DOUBT ? List.of("再婚", "确实如此，已看户口簿") : List.of(),
                        reason);
        return new Line(
                finding,
                record,
                household,
                List.of("王建国", "李志强", "张文才").get(i % 3),
                member ? "李春梅" : "",
                i % 2 == 0 ? "坡脚村" : "上坝村",
                "大寨组");
    }
}
