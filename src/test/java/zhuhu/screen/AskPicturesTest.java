package zhuhu.screen;

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
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.screen.household.AskModel;
import zhuhu.screen.household.AskPane;
import zhuhu.screen.household.HouseholdsModel;
import zhuhu.screen.household.HouseholdsView;
import zhuhu.screen.part.Layers;

/// Finding households and answering the secretary, as pictures to look at and by hand.
class AskPicturesTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-10T02:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private final Texts texts = Texts.chinese();
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
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

    private Robot households(int villages, int count, int width, int height) {
        Robot.toolkit();
        var layers = new Layers();
        var face =
                new Face(
                        "坡脚村2017",
                        "战区第四号令 四个逐村逐户",
                        "第一轮",
                        Optional.of(LocalDate.of(2017, 6, 4)),
                        false);
        var shell = new ShellModel(face, CLOCK);
        shell.place().set(Place.HOUSEHOLDS);
        Robot robot =
                Robot.at(
                        () -> {
                            var village = new Village(villages, count);
                            var model = new HouseholdsModel(village, background, _ -> {});
                            var asking = new AskModel(village, background, model);
                            var page =
                                    new HouseholdsView(
                                            model,
                                            desk,
                                            texts,
                                            () -> {},
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.of(new AskPane(asking, desk, texts, layers)));
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

    @Test
    void aMemberIsFoundByPinyin() {
        Robot robot = households(4, 126, 1366, 768);
        robot.press(KeyCode.CONTROL, KeyCode.K).write("cxy").picture("households-pinyin");
        assertThat(robot.sees("找到的人")).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.K).write("没有").picture("households-notfound");
    }

    @Test
    void theSecretaryIsAnsweredByConditionsThatAreKept() {
        Robot robot = households(4, 126, 1366, 768).clickId("household-ask");
        robot.picture("ask-open");
        robot.clickId("ask-kept").picture("ask-kept");
        robot.click("危房、未脱贫、未搬迁").picture("ask-unsafe");
        assertThat(robot.sees("合计")).isTrue();
        robot.clickId("ask-keep").write("书记问的危房").picture("ask-name");
        robot.press(KeyCode.ENTER).clickId("ask-kept").picture("ask-kept-mine");
        assertThat(robot.sees("书记问的危房")).isTrue();
        robot.click("改名").write("危房没搬的").press(KeyCode.ENTER);
        robot.clickId("ask-kept");
        assertThat(robot.sees("危房没搬的")).isTrue();
        robot.click("删除");
        assertThat(robot.sees("危房没搬的")).isFalse();
        robot.press(KeyCode.ESCAPE).clickId("ask-close");
        assertThat(robot.sees("合计")).isFalse();
    }

    @Test
    void aPropertyIsChosenByPinyinAndNothingFoundIsSaid() {
        Robot robot = households(4, 126, 1366, 768).clickId("household-ask");
        robot.clickId("ask-property-0").write("zhsm").picture("ask-property-none");
        robot.press(KeyCode.ESCAPE).clickId("ask-property-0").write("hzxm");
        robot.picture("ask-property").press(KeyCode.ENTER).picture("ask-row");
        robot.focus("ask-value-0").write("没有这样的人").picture("ask-nothing");
        assertThat(robot.sees("没有符合条件的户")).isTrue();
    }

    @Test
    void theAnswerFoldsUnderTheListOnASmallScreen() {
        Robot robot = households(4, 126, 1024, 768).clickId("household-ask");
        robot.clickId("ask-kept").click("建档立卡户里没参加医保的").picture("ask-list");
        robot.clickId("ask-tally-show").picture("ask-answer");
        assertThat(robot.sees("符合的人")).isTrue();
    }

    @Test
    void aProjectorShowsTheAnswerToo() {
        desk.change(i -> i.look(true, false, false));
        Robot robot = households(4, 126, 1366, 768).clickId("household-ask");
        robot.clickId("ask-kept").click("危房、未脱贫、未搬迁").picture("ask-projector");
        robot.clickId("ask-tally-show").picture("ask-projector-tally");
        assertThat(robot.sees("合计")).isTrue();
    }
}
