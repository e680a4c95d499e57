package zhuhu.screen.exchange.link;

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
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Face;
import zhuhu.screen.Page;
import zhuhu.screen.Place;
import zhuhu.screen.Robot;
import zhuhu.screen.ShellModel;
import zhuhu.screen.ShellView;
import zhuhu.screen.UserFolder;
import zhuhu.screen.exchange.ExchangeModel;
import zhuhu.screen.exchange.ExchangeModel.Whose;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.exchange.ExchangeView;
import zhuhu.screen.part.Layers;

/// Pairs answered by keyboard in a window, as pictures.
final class LinkPageTest {

    @TempDir Path folder;
    private final Texts texts = Texts.chinese();
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private Optional<Robot> open = Optional.empty();

    @AfterEach
    void noBugs() {
        open.ifPresent(Robot::leave);
        assertThat(bugs).isEmpty();
    }

    private Robot at(Pairs pairs, boolean projector, int width, int height) {
        Robot.toolkit();
        var desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("李志远", "楼下镇扶贫站", "13900000002"));
        if (projector) {
            desk.change(i -> i.look(true, false, false));
        }
        Robot robot = Robot.at(() -> shell(pairs, desk), desk, background, width, height);
        open = Optional.of(robot);
        return robot.rest();
    }

    private Parent shell(Pairs pairs, Desk desk) {
        var layers = new Layers();
        var shell =
                new ShellModel(
                        new Face(
                                "楼下镇2017",
                                "黔西南州“四个逐村逐户”百日攻坚战",
                                "第一轮",
                                Optional.of(LocalDate.of(2017, 6, 3)),
                                false),
                        Clock.fixed(Instant.parse("2017-03-10T02:00:00Z"), ZoneOffset.UTC));
        var exchange = new ExchangeModel(() -> Whose.TOWNSHIP, background);
        var model = new LinkModel(pairs, background, exchange::changed);
        exchange.go(ExchangeSlot.DUPLICATES);
        var pages = new EnumMap<Place, Page>(Place.class);
        pages.put(
                Place.EXCHANGE,
                new ExchangeView(exchange, List.of(new LinkPage(model, desk, texts)), texts));
        shell.place().set(Place.EXCHANGE);
        layers.show(new ShellView(shell, desk, texts, layers, pages).root());
        return layers.root();
    }

    @Test
    void pairsAreAnsweredByKeyboardAndTakenBack() {
        var pairs = new Pairs(7);
        Robot robot = at(pairs, false, 1366, 768);
        robot.picture("links-pair");
        assertThat(robot.sees("7 对等着回答")).isTrue();
        robot.press(KeyCode.RIGHT).rest();
        robot.press(KeyCode.S).rest();
        assertThat(pairs.heard).containsExactly("same SECOND");
        assertThat(robot.sees("6 对等着回答")).isTrue();
        robot.picture("links-answered");
        robot.press(KeyCode.N).rest();
        robot.press(KeyCode.D).rest();
        assertThat(robot.sees("4 对等着回答，1 对先放着")).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.Z).rest();
        robot.press(KeyCode.CONTROL, KeyCode.Z).rest();
        assertThat(robot.sees("6 对等着回答")).isTrue();
        pairs.refuses = true;
        robot.clickId("links-not-same").rest();
        robot.picture("links-refused");
    }

    @Test
    void theProjectorHidesNumbersAndTheLastAnswerLeavesAnEmptyPage() {
        var pairs = new Pairs(1);
        Robot robot = at(pairs, true, 1366, 768);
        robot.picture("links-projector");
        robot.press(KeyCode.S).rest();

        robot.picture("links-empty-projector");
        assertThat(pairs.heard).containsExactly("same OPEN");
    }

    @Test
    void aSmallWindowShowsBothCards() {
        at(new Pairs(5), false, 1024, 768).picture("links-small");
    }
}
