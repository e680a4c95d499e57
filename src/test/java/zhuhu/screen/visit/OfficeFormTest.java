package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.LoadForm;
import zhuhu.flow.Visit;
import zhuhu.form.Ref;
import zhuhu.record.Value;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.store.Workspace;

/// A form with every question type of an office, filled in a window by keyboard; pictures of it.
class OfficeFormTest {

    private static final Path FORM = Path.of("src/test/resources/forms/office.md");

    @TempDir Path folder;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final Background background = Background.thread(Platform::runLater, bugs::add);
    private Workspace workspace;
    private Visit visit;

    @SuppressWarnings("NullAway.Init")
    private Robot robot;

    @BeforeEach
    void open() {
        workspace = Family.workspace(folder.resolve("a.zhuhu"));
        Family.value(LoadForm.into(workspace, FORM));
        visit =
                Family.value(
                        Visit.open(
                                workspace,
                                Family.HOUSEHOLD,
                                "office",
                                "2017-03",
                                Family.AUTHOR,
                                Family.CLOCK,
                                Visit.Keep.AT_ONCE));
    }

    private void sitDown(int widthPx, boolean projector) {
        var desk = new Desk(new UserFolder(folder.resolve("user")));
        robot =
                Robot.at(
                        () -> new VisitView(visit, Texts.chinese(), background, () -> {}).root(),
                        desk,
                        background,
                        widthPx,
                        768);
        if (projector) {
            Robot.does(() -> robot.scene().getRoot().getStyleClass().add("size-projector"));
            robot.rest();
        }
    }

    @AfterEach
    void noBugs() {
        robot.leave();
        visit.close();
        workspace.close();
        assertThat(bugs).isEmpty();
    }

    private Value said(String question) {
        return visit.value(ref(question));
    }

    private Ref ref(String question) {
        return visit.find(question, "").getFirst();
    }

    private Path photo(String name) throws IOException {
        var image = new BufferedImage(2400, 1600, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x9db7c9));
        pen.fillRect(0, 0, 2400, 1600);
        pen.setColor(new Color(0x7a4a2b));
        pen.fillPolygon(new int[] {600, 1200, 1800}, new int[] {800, 300, 800}, 3);
        pen.setColor(new Color(0xe8dcc4));
        pen.fillRect(700, 800, 1000, 600);
        pen.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "jpg", file.toFile());
        return file;
    }

    private void fill() throws IOException {
        visit.answer(ref("came"), Value.text("08:30"));
        visit.answer(ref("signed"), Value.text("2017-03-06T10:15"));
        visit.answer(ref("mark"), Value.number(7));
        visit.answer(ref("order"), Value.many(List.of("water", "road", "school")));
        assertThat(visit.attach(ref("house"), photo("house.jpg"))).isEmpty();
        visit.answer(ref("road"), Value.text("other"));
        visit.answer(ref("crop"), Value.text("c03"));
        visit.answer(ref("pigs"), Value.number(3));
        visit.answer(ref("plots"), Value.number(2));
    }

    @Test
    void pictures() throws IOException {
        sitDown(1366, false);
        robot.picture("office-01-empty");
        robot.press(KeyCode.PAGE_DOWN).picture("office-02-empty");
    }

    @Test
    void picturesFilled() throws IOException {
        fill();
        sitDown(1366, false);
        robot.press(KeyCode.ENTER).press(KeyCode.F1).picture("office-11-filled");
        robot.press(KeyCode.PAGE_DOWN).picture("office-12-filled");
    }

    @Test
    void picturesNarrow() throws IOException {
        fill();
        sitDown(1024, false);
        robot.picture("office-21-narrow");
        robot.press(KeyCode.PAGE_DOWN).picture("office-22-narrow");
    }

    @Test
    void beforeAProjectorThePhotoIsCovered() throws IOException {
        fill();
        sitDown(1366, true);
        Robot.does(() -> robot.scene().lookup(".picture-answer").requestFocus());
        robot.picture("office-31-projector");
        assertThat(robot.sees("照片已遮住")).isTrue();
    }

    @Test
    void everyTypeIsAnsweredFromTheKeyboard() {
        sitDown(1366, false);
        robot.write("8点半").press(KeyCode.ENTER);
        robot.write("2017-3-6 10:15").press(KeyCode.ENTER);
        robot.write("7").press(KeyCode.ENTER);
        robot.write("1.5").press(KeyCode.ENTER);
        robot.press(KeyCode.DOWN).press(KeyCode.ALT, KeyCode.UP).press(KeyCode.ENTER);
        robot.press(KeyCode.ENTER).write("6901234567892").press(KeyCode.ENTER);
        robot.rest();

        assertThat(said("day")).isEqualTo(Value.text("2017-03-06"));
        assertThat(said("came")).isEqualTo(Value.text("08:30"));
        assertThat(said("signed")).isEqualTo(Value.text("2017-03-06T10:15"));
        assertThat(said("mark")).isEqualTo(Value.number(7));
        assertThat(said("mu").plain()).isEqualTo("1.5");
        assertThat(said("order")).isEqualTo(Value.many(List.of("water", "road", "school")));
        assertThat(said("code")).isEqualTo(Value.text("6901234567892"));
    }

    @Test
    void aTimeThatNobodyCanReadIsToldAndNotKept() {
        sitDown(1366, false);
        robot.write("一早").press(KeyCode.ENTER).picture("office-42-no-time");
        assertThat(said("came")).isEqualTo(Value.EMPTY);
        assertThat(robot.sees("时间“一早”看不懂，请写成 8:30 的样子")).isTrue();
    }

    @Test
    void thePhotoIsTakenShownAndTakenOut() throws IOException {
        sitDown(1366, false);
        Path file = photo("p.jpg");
        Robot.does(() -> field().take(file));
        robot.rest();
        assertThat(said("house").plain()).matches("[0-9a-f]{64}\\.jpg");
        byte[] kept = workspace.attachment(said("house").plain()).orElseThrow();
        BufferedImage image = ImageIO.read(new java.io.ByteArrayInputStream(kept));
        assertThat(image.getWidth()).isEqualTo(900);
        assertThat(image.getHeight()).isEqualTo(600);
        robot.click("去掉").rest();
        assertThat(said("house")).isEqualTo(Value.EMPTY);
    }

    @Test
    void aFileThatIsNoPhotoIsSaid() {
        sitDown(1366, false);
        Robot.does(() -> field().take(FORM));
        robot.rest();
        assertThat(said("house")).isEqualTo(Value.EMPTY);
        robot.picture("office-41-no-photo");
        assertThat(robot.sees("“office.md”不是照片。 请选 JPG、PNG、BMP 或 GIF 格式的照片。")).isTrue();
    }

    private PictureField field() {
        Node box = robot.scene().lookup(".picture-answer");
        return (PictureField) Objects.requireNonNull(box.getUserData());
    }

    @Test
    void theFormSpeaksEnglishWhenAsked() {
        sitDown(1366, false);
        Robot.does(() -> {
            @SuppressWarnings("unchecked")
            var box =
                    (javafx.scene.control.ChoiceBox<String>) robot.scene().lookup(".language-pick");
            box.setValue("English(en)");
        });
        robot.rest();
        assertThat(robot.sees("What is needed most")).isTrue();
        assertThat(robot.sees("A road")).isTrue();
        robot.picture("office-51-english");
    }
}
