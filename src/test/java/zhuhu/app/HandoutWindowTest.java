package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Workspaces;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Place;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// Handing out as the township's clerk does it, and starting from a task as a village does, in real
/// windows, with pictures.
final class HandoutWindowTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);

    @TempDir static Path shared;
    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private final String home = System.getProperty("user.home");

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @SuppressWarnings("NullAway.Init")
    private Desktop desktop;

    @SuppressWarnings("NullAway.Init")
    private Robot robot;

    private Path chosen = Path.of("");

    @BeforeAll
    static void township() throws IOException {
        Path sample = shared.resolve("sample");
        Cli.PLAIN.run("sample", sample, "--villages", 3, "--households", 6, "--seed", 5);
        Path file = shared.resolve("清水镇.zhuhu");
        Cli.PLAIN.run("new", file, "--pack", "qianxinan-2017", "--training");
        try (Stream<Path> rosters = Files.list(sample.resolve("rosters"))) {
            rosters.sorted().forEach(roster -> Cli.PLAIN.run("import", roster, "--into", file));
        }
        Cli.Ran ran = Cli.PLAIN.run("assign", file, "--out-dir", shared.resolve("tasks"), "--json");
        assertThat(ran.status()).isZero();
    }

    @AfterEach
    void noBugs() {
        System.setProperty("user.home", home);
        Robot.does(() -> desktop.end());
        robot.leave();
        assertThat(bugs).isEmpty();
    }

    private void sit(int widthPx, boolean projector, boolean known) {
        System.setProperty("user.home", folder.toString());
        desk = new Desk(new UserFolder(folder.resolve("user")));
        if (known) {
            desk.change(i -> i.who("赵二妹", "清水镇扶贫站", ""));
        }
        desk.change(i -> i.look(projector, false, false));
        Robot.toolkit();
        robot =
                Robot.at(
                        () -> {
                            desktop =
                                    new Desktop(
                                            desk,
                                            Texts.chinese(),
                                            CLOCK,
                                            background,
                                            new Picks(),
                                            _ -> {});
                            desktop.doors();
                            return desktop.root();
                        },
                        desk,
                        background,
                        widthPx,
                        768);
    }

    private void type(String id, String text) {
        var field = (TextInputControl) robot.byId(id);
        Robot.does(() -> field.setText(text));
        robot.rest();
    }

    private void enter() throws IOException {
        Path file = Files.copy(shared.resolve("清水镇.zhuhu"), folder.resolve("清水镇.zhuhu"));
        Passphrase typed = Passphrase.of("training").orElseThrow();
        Robot.does(() ->
                background.run(
                        () -> Workspaces.open(file, typed),
                        opened -> {
                            if (opened instanceof Outcome.Done<Workspace>(Workspace workspace)) {
                                desktop.enter(workspace);
                            }
                        }));
        robot.rest();
        Robot.does(() -> desktop.go(Place.EXCHANGE));
        robot.rest();
        robot.click(Texts.chinese().of("upward.page.handout"));
    }

    @Test
    void theClerkOpensARoundAndHandsOut() throws IOException {
        sit(1366, false, true);
        enter();
        robot.picture("handout-villages");

        robot.clickId("round-new");
        type("round-id", "2017-06");
        type("round-title", "6 月第二轮回访");
        type("round-due", "2017年6月30日");
        robot.clickId("round-act").picture("handout-round");
        robot.clickId("round-act");
        assertThat(robot.sees("6 月第二轮回访")).isTrue();

        chosen = folder.resolve("out");
        robot.clickId("handout-write").picture("handout-over");
        try (Stream<Path> files = Files.list(chosen)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName())))
                    .hasSize(3)
                    .allSatisfy(name -> assertThat(name).endsWith("_2017-06.xlsx"));
        }
    }

    @Test
    void aWrongRoundSaysWhatIsWrongBeforeAProjector() throws IOException {
        sit(1366, true, true);
        enter();
        robot.picture("handout-projector");
        robot.clickId("round-new");
        type("round-id", "a/b");
        robot.clickId("round-act").picture("handout-round-wrong");
        assertThat(robot.sees(Texts.chinese().of("handout.round.look"))).isTrue();
    }

    @Test
    void aVillageStartsInTwoClicks() throws IOException {
        try (Stream<Path> tasks = Files.list(shared.resolve("tasks"))) {
            chosen = tasks.sorted().findFirst().orElseThrow();
        }
        sit(1366, false, false);
        robot.picture("handout-doors");
        robot.clickId("start-task").picture("handout-start");
        type("task-passphrase", "上坝村的好口令2017");
        type("task-again", "上坝村的好口令2017");
        robot.clickId("task-begin");

        robot.picture("handout-started");
        assertThat(desktop.households().orElseThrow()).isNotNull();
        assertThat(robot.sees(Texts.chinese().of("who.title"))).isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName())))
                    .anySatisfy(name -> assertThat(name).endsWith("_2017-03.zhuhu"));
        }
    }

    private void visitFirst() {
        Robot.does(() -> desktop.households().orElseThrow().refresh());
        robot.rest();
        Robot.does(() -> desktop.visit(desktop.households().orElseThrow().lines().getFirst().id()));
        robot.rest();
    }

    @Test
    void theHandInNamesEachDraftAndLeadsBackToIt() throws IOException {
        sit(1366, false, true);
        enter();
        visitFirst();
        robot.press(KeyCode.DIGIT1);
        robot.press(KeyCode.ESCAPE);
        Robot.does(() -> desktop.go(Place.EXCHANGE));
        robot.rest();
        robot.clickId("exchange-hand_in").picture("handout-drafts");

        assertThat(robot.sees(Texts.chinese().of("handout.drafts", 1))).isTrue();
        robot.clickId("export-finish");
        assertThat(desktop.visiting()).isPresent();
    }

    @Test
    void aLaptopAtWorkTakesTheNextTaskIn() throws IOException {
        Path next = folder.resolve("next");
        Path later = folder.resolve("later.zhuhu");
        Files.copy(shared.resolve("清水镇.zhuhu"), later);
        Cli.PLAIN.run("round", later, "--start", "2017-06", "--due", "2017-06-30");
        Cli.PLAIN.run("assign", later, "--out-dir", next);
        try (Stream<Path> tasks = Files.list(next)) {
            chosen = tasks.sorted().findFirst().orElseThrow();
        }
        sit(1366, false, true);
        enter();
        robot.clickId("exchange-task").picture("handout-take");
        robot.clickId("pack-look").clickId("take-choose").picture("handout-take-plan");
        robot.clickId("take-do").picture("handout-take-over");
        assertThat(robot.sees(Texts.chinese().of("handout.take.over", "上坝村"))).isTrue();
    }

    @Test
    void whatIsNoTaskSaysSoAndMakesNothing() throws IOException {
        chosen = Files.writeString(folder.resolve("坏的.xlsx"), "不是工作簿");
        sit(1024, false, false);
        robot.clickId("start-task").picture("handout-start-wrong");
        assertThat(robot.byId("task-begin").isDisabled()).isTrue();
    }

    /// Chooses what the test says.
    private final class Picks implements FilePick {

        @Override
        public Optional<Path> task() {
            return Optional.of(chosen);
        }

        @Override
        public Optional<Path> newFolder(String title) {
            return Optional.of(chosen);
        }

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
