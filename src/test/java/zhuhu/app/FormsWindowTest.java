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
import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.LoadForm;
import zhuhu.flow.Workspaces;
import zhuhu.flow.form.FormVersions;
import zhuhu.pack.PackReader;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.screen.form.FormsModel;
import zhuhu.screen.form.FormsPane;
import zhuhu.screen.visit.VisitView;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// Forms in a window: listed, loaded, refused, compared, written out, tried.
class FormsWindowTest {

    private static final Path OFFICE = Path.of("src/test/resources/forms/office.md");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-06T02:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private Workspace workspace;
    private Path chosen = OFFICE;

    @SuppressWarnings("NullAway.Init")
    private Robot robot;

    private final StackPane stage = new StackPane();

    @BeforeEach
    void open() throws IOException {
        workspace =
                done(
                        Workspaces.create(
                                folder.resolve("a.zhuhu"),
                                Passphrase.of("training").orElseThrow(),
                                done(PackReader.read("qianxinan-2017")),
                                true));
        done(LoadForm.into(workspace, OFFICE));
        robot =
                Robot.at(
                        () -> {
                            show();
                            return stage;
                        },
                        new Desk(new UserFolder(folder.resolve("user"))),
                        background,
                        1366,
                        768);
    }

    private void show() {
        var model =
                new FormsModel(
                        new OpenForms(workspace, CLOCK),
                        background,
                        trial ->
                                stage.getChildren()
                                        .setAll(
                                                VisitView.trial(
                                                                trial,
                                                                Texts.chinese(),
                                                                background,
                                                                this::show)
                                                        .root()));
        var page = new VBox(new FormsPane(model, Texts.chinese(), new Picks()).root());
        page.getStyleClass().addAll("sheet", "padded");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        stage.getChildren().setAll(scroll);
    }

    @AfterEach
    void noBugs() {
        robot.leave();
        workspace.close();
        assertThat(bugs).isEmpty();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private Path edited(String name, String from, String to) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve("lists"));
        Files.copy(
                OFFICE.resolveSibling("lists").resolve("crops.csv"),
                folder.resolve("lists").resolve("crops.csv"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        String text = Files.readString(OFFICE);
        assertThat(text).contains(from);
        return Files.writeString(
                file, text.replace("| office | 1 |", "| office | 2 |").replace(from, to));
    }

    @Test
    void aNewerVersionIsLoadedAndComparedWithTheOneBefore() throws IOException {
        chosen = edited("newer.md", "几头猪", "存栏几头猪");
        robot.picture("forms-01-list").clickId("forms-load").rest();
        robot.picture("forms-02-loaded");
        assertThat(FormVersions.of(workspace))
                .filteredOn(v -> v.id().equals("office"))
                .extracting(v -> v.version() + " " + v.current())
                .containsExactly("2 true", "1 false");
        robot.clickId("forms-compare-office").rest();
        robot.picture("forms-03-differences");
        assertThat(robot.sees("几头猪 → 存栏几头猪")).isTrue();
    }

    @Test
    void aFormWithFaultsIsRefusedLineByLine() throws IOException {
        chosen =
                edited(
                        "bad.md",
                        "| barcode | code | 档案条码 | Bar code |",
                        "| geopoint | code | ${last-saved#came} | Bar code |");
        robot.clickId("forms-load").rest();
        robot.picture("forms-04-problems");
        assertThat(robot.sees("不能用题型“geopoint”：入户用的电脑没有卫星定位。")).isTrue();
        assertThat(FormVersions.of(workspace)).noneMatch(v -> v.version().equals("2"));
    }

    @Test
    void theSameVersionWithOtherContentIsRefused() throws IOException {
        chosen = folder.resolve("same.md");
        edited("same.md", "几头猪", "存栏几头猪");
        Files.writeString(
                chosen, Files.readString(chosen).replace("| office | 2 |", "| office | 1 |"));
        robot.clickId("forms-load").rest();
        assertThat(robot.sees("表单没有载入，有 1 处要改：")).isTrue();
    }

    @Test
    void aVersionIsWrittenForExcelAndLoadsAgainAsTheSame() {
        robot.clickId("forms-write-office").rest();
        Path written = folder.resolve("office-1.xlsx");
        assertThat(written).exists();
        String hash = workspace.pack().form("office").orElseThrow().hash();
        assertThat(done(LoadForm.into(workspace, written)).hash()).isEqualTo(hash);
    }

    @Test
    void aFormIsTriedOutAndNothingIsKept() {
        long before = revisions();
        robot.clickId("forms-try-office").rest();
        robot.write("8:30").press(KeyCode.ENTER).rest();
        robot.picture("forms-05-try");
        assertThat(robot.sees("试填：随便填，什么都不会保存；按 Esc 离开")).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.S).rest();
        robot.picture("forms-06-try-end");
        assertThat(revisions()).isEqualTo(before);
        assertThat(workspace.drafts()).isEmpty();
    }

    private long revisions() {
        return Long.parseLong(
                workspace
                        .query("SELECT count(*) AS n FROM revision")
                        .getFirst()
                        .getOrDefault("n", "0"));
    }

    private final class Picks implements FilePick {
        @Override
        public Optional<Path> form() {
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
            return Optional.of(folder.resolve(name + ".xlsx"));
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
