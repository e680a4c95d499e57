package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.flow.Workspaces;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Place;
import zhuhu.screen.UserFolder;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// The real window with real parts: a new file, rosters in, a household opened, settings.
class GalleryTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-10T02:00:00Z"), ZoneOffset.UTC);
    private static final Path PICTURES = Path.of("target/screens");

    @TempDir Path folder;

    private Desk desk;

    @BeforeEach
    void somebody() {
        desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who("李志远", "纳料乡扶贫工作站", "13900000002"));
    }

    @Test
    void aNewFileIsMadeThroughTheDoorsAndRefusesTrainingRosters() {
        try (Gallery gallery =
                Gallery.open(desk, CLOCK, new Picks(folder, sample().rosters()), 1366, 768)) {
            gallery.picture(PICTURES.resolve("real-start-1366x768.png"));
            makeFile(gallery);
            gallery.picture(PICTURES.resolve("real-home-empty-1366x768.png"));
            gallery.act(window -> window.go(Place.EXCHANGE));
            gallery.picture(PICTURES.resolve("real-exchange-1366x768.png"));
            press(gallery, "exchange-import");
            gallery.picture(PICTURES.resolve("real-import-refused-1366x768.png"));
            List<String> words = gallery.ask(GalleryTest::words);
            assertThat(words).anyMatch(w -> w.contains("是培训用的名册，不能进入正式文件"));
        }
        assertThat(desk.now().recent()).containsExactly(folder.resolve("纳料乡.zhuhu"));
    }

    @Test
    void aTrainingFileTakesRostersShowsHouseholdsVisitsThemAndExports() {
        Workspace training = training();
        try (Gallery gallery =
                Gallery.open(desk, CLOCK, new Picks(folder, sample().rosters()), 1366, 768)) {
            gallery.act(window -> window.enter(training));
            gallery.act(window -> window.go(Place.EXCHANGE));
            press(gallery, "exchange-import");
            gallery.picture(PICTURES.resolve("real-import-1366x768.png"));
            press(gallery, "import-back");
            press(gallery, "exchange-hand_in");
            press(gallery, "export-write");
            gallery.picture(PICTURES.resolve("real-export-1366x768.png"));
            press(gallery, "export-back");
            press(gallery, "exchange-past");
            gallery.picture(PICTURES.resolve("real-exchange-past-1366x768.png"));
            gallery.act(window -> window.go(Place.HOME));
            gallery.picture(PICTURES.resolve("real-home-1366x768.png"));
            gallery.act(window -> window.go(Place.SETTINGS));
            gallery.picture(PICTURES.resolve("real-settings-1366x768.png"));
            visit(gallery, "1366x768");
        }
        assertThat(folder.resolve("2个村_工作簿_2017-03-10.xlsx")).exists();
    }

    private static void visit(Gallery gallery, String size) {
        gallery.act(window -> window.go(Place.HOUSEHOLDS));
        gallery.act(window -> {
            var list = window.households().orElseThrow();
            list.choose(Optional.of(list.lines().getFirst()));
        });
        gallery.picture(PICTURES.resolve("real-households-" + size + ".png"));
        gallery.act(window -> window.households().orElseThrow().visit());
        gallery.picture(PICTURES.resolve("real-visit-" + size + ".png"));
        Optional<Node> visit = gallery.ask(scene -> Optional.ofNullable(scene.lookup(".visit")));
        assertThat(visit).isPresent();
        assertThat(overhang(gallery, visit.get())).as("px beside the window").isLessThan(1);
    }

    private static double overhang(Gallery gallery, Node node) {
        return gallery.ask(scene -> {
            Bounds at = node.localToScene(node.getLayoutBounds());
            return Math.max(60 - at.getMinX(), at.getMaxX() - scene.getWidth());
        });
    }

    @Test
    void aVisitFitsBesideTheRailOnASmallScreen() {
        Workspace training = training();
        try (Gallery gallery =
                Gallery.open(desk, CLOCK, new Picks(folder, sample().rosters()), 1024, 768)) {
            gallery.act(window -> window.enter(training));
            gallery.act(window -> window.go(Place.EXCHANGE));
            press(gallery, "exchange-import");
            press(gallery, "import-back");
            visit(gallery, "1024x768");
        }
    }

    @Test
    void whatIsListedIsPrinted() {
        Workspace training = training();
        try (Gallery gallery =
                Gallery.open(desk, CLOCK, new Picks(folder, sample().rosters()), 1366, 768)) {
            gallery.act(window -> window.enter(training));
            gallery.act(window -> window.go(Place.EXCHANGE));
            press(gallery, "exchange-import");
            gallery.act(window -> window.go(Place.HOUSEHOLDS));
            gallery.act(window -> {
                var list = window.households().orElseThrow();
                list.choose(Optional.of(list.lines().getFirst()));
            });
            press(gallery, "household-print");
            gallery.picture(PICTURES.resolve("print-choose-1366x768.png"));
            Node list = gallery.ask(scene -> found(scene, "print-list"));
            gallery.act(_ -> ((RadioButton) list).fire());
            press(gallery, "print-go");
            gallery.picture(PICTURES.resolve("print-done-1366x768.png"));
            press(gallery, "print-close");
            press(gallery, "card-print");
            press(gallery, "print-go");
            assertThat(gallery.ask(GalleryTest::words)).anyMatch(w -> w.contains("1 份"));
            press(gallery, "print-close");
            gallery.act(window -> window.go(Place.CHECKS));
            press(gallery, "check-print");
            press(gallery, "print-close");
        }
        assertThat(folder.resolve("户名单-2017-03-10.pdf")).isNotEmptyFile();
        assertThat(folder.resolve("核查清单-2017-03-10.pdf")).isNotEmptyFile();
        assertThat(folder.toFile().list()).anyMatch(name -> name.startsWith("入户表-"));
    }

    @Test
    void aVillageIsWalkedAndAHouseholdAddedInTheWindow() {
        Workspace training = training();
        try (Gallery gallery =
                Gallery.open(desk, CLOCK, new Picks(folder, sample().rosters()), 1366, 768)) {
            gallery.act(window -> window.enter(training));
            gallery.act(window -> window.go(Place.EXCHANGE));
            press(gallery, "exchange-import");
            press(gallery, "import-back");
            gallery.act(window -> window.go(Place.VILLAGE));
            gallery.picture(PICTURES.resolve("real-village-1366x768.png"));
            press(gallery, "village-add");
            // Reason: what stands in a scroll pane is in the window only once it was drawn.
            gallery.picture(PICTURES.resolve("real-village-add-1366x768.png"));
            type(gallery, "add-name-1", "田示范");
            type(gallery, "add-id-1", "11010519491231002X");
            press(gallery, "add-go");
            gallery.picture(PICTURES.resolve("real-village-added-1366x768.png"));
            assertThat(gallery.ask(GalleryTest::words)).contains("已补录“田示范”户，1 人");
            press(gallery, "add-close");
            press(gallery, "village-visit");
            gallery.picture(PICTURES.resolve("real-village-visit-1366x768.png"));
            assertThat(gallery.ask(GalleryTest::words)).contains("到村情况");
        }
    }

    private MakeSample.Made sample() {
        return switch (MakeSample.in(folder.resolve("sample"), 2, 12, 7)) {
            case Outcome.Done<MakeSample.Made>(MakeSample.Made made) -> made;
            case Outcome.Failed<MakeSample.Made>(var problems) ->
                    throw new AssertionError(problems);
        };
    }

    private Workspace training() {
        Passphrase passphrase = Passphrase.of("training").orElseThrow();
        Outcome<Workspace> made =
                PackReader.read("qianxinan-2017")
                        .then(pack ->
                                Workspaces.create(
                                        folder.resolve("练习.zhuhu"), passphrase, pack, true));
        return switch (made) {
            case Outcome.Done<Workspace>(Workspace workspace) -> workspace;
            case Outcome.Failed<Workspace>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static void makeFile(Gallery gallery) {
        press(gallery, "start-new");
        press(gallery, "new-file");
        type(gallery, "new-passphrase", "纳料乡的老槐树下");
        type(gallery, "new-again", "纳料乡的老槐树下");
        press(gallery, "new-make");
    }

    private static void press(Gallery gallery, String id) {
        Node node = gallery.ask(scene -> found(scene, id));
        gallery.act(_ -> ((ButtonBase) node).fire());
    }

    private static void type(Gallery gallery, String id, String text) {
        Node node = gallery.ask(scene -> found(scene, id));
        gallery.act(_ -> ((TextInputControl) node).setText(text));
    }

    private static Node found(Scene scene, String id) {
        Node node = scene.lookup("#" + id);
        assertThat(node).as(id + " among " + words(scene)).isNotNull();
        return node;
    }

    private static List<String> words(Scene scene) {
        return scene.getRoot().lookupAll(".label").stream()
                .map(n -> n instanceof Labeled l ? l.getText() : "")
                .toList();
    }

    private record Picks(Path folder, List<Path> rosters) implements FilePick {
        @Override
        public Optional<Path> workspace() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newWorkspace(String name) {
            return Optional.of(folder.resolve("纳料乡.zhuhu"));
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
}
