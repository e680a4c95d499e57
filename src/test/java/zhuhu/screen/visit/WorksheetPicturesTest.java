package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.Visit;
import zhuhu.record.How;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.Robot;
import zhuhu.screen.UserFolder;
import zhuhu.store.Workspace;

/// The account, the years and the check of the five places, as pictures and by keyboard.
class WorksheetPicturesTest {

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
        workspace.write(writer -> {
            known(
                    writer,
                    "income@2015",
                    Map.of(
                            "income_members",
                            Value.number(5),
                            "wage_income",
                            Value.number(9000),
                            "business_income",
                            Value.number(6200),
                            "net_income",
                            Value.number(15200),
                            "net_income_per_head",
                            Value.number(3040)));
            known(
                    writer,
                    "stated_income@2015",
                    Map.of("stated_net_income_per_head", Value.number(2100)));
            known(writer, "production", Map.of("grain_to_green_land", Value.number(2)));
            return true;
        });
        visit = Family.visit(workspace);
        answer("outcome", "", Value.text("01"));
        String head = Family.HEAD.text();
        answer("work_area", head, Value.text("04"));
        answer("work_months", head, Value.number(8));
        answer("income_members", "", Value.number(5));
        visit.goTo("income");
    }

    private static void known(Workspace.Writer writer, String section, Map<String, Value> values) {
        writer.add(
                Revision.of(Family.HOUSEHOLD, section, List.of(), Values.of(values)),
                Stamp.of("名册", null, "2017-02-20", How.ROSTER, "9f".repeat(32)));
    }

    private void answer(String question, String row, Value value) {
        visit.answer(visit.find(question, row).getFirst(), value);
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

    @Test
    void anAccountIsFilledTakenOverAndTakenBackByKeyboard() {
        sitDown(1366, false);
        robot.picture("sheet-1-empty");
        robot.press(KeyCode.F6).picture("sheet-2-known");
        assertThat(visit.rows("worksheet")).hasSize(2);
        robot.write("1200").press(KeyCode.ENTER);
        robot.press(KeyCode.F7).press(KeyCode.SPACE).press(KeyCode.DOWN).press(KeyCode.ENTER);
        robot.press(KeyCode.ENTER);
        robot.write("玉米").press(KeyCode.ENTER).write("3").press(KeyCode.ENTER);
        robot.write("亩").press(KeyCode.ENTER).write("850.5").press(KeyCode.ENTER);
        robot.press(KeyCode.ENTER).write("51").press(KeyCode.ENTER);
        robot.picture("sheet-3-filled");
        assertThat(value("wage_income")).isEqualTo(Value.EMPTY);

        robot.press(KeyCode.F8).picture("sheet-4-adopted");
        assertThat(value("wage_income")).isEqualTo(Value.number(9600));
        assertThat(value("business_income").plain()).isEqualTo("2551.5");
        assertThat(value("business_expense").plain()).isEqualTo("1301.27");
        assertThat(value("ecological_income")).isEqualTo(Value.EMPTY);

        robot.press(KeyCode.SHIFT, KeyCode.F8);
        assertThat(value("wage_income")).isEqualTo(Value.EMPTY);
        assertThat(value("business_expense")).isEqualTo(Value.EMPTY);
    }

    private Value value(String question) {
        return visit.value(visit.find(question, "").getFirst());
    }

    @Test
    void narrow() {
        sitDown(1024, false);
        robot.press(KeyCode.F6).write("1200").press(KeyCode.ENTER).picture("sheet-5-narrow");
    }

    @Test
    void beforeAProjector() {
        sitDown(1366, true);
        robot.press(KeyCode.F6).write("1200").press(KeyCode.ENTER).picture("sheet-6-projector");
    }

    @Test
    void gapsAreListedByOneKey() {
        answer("clothes_enough", "", Value.text("0"));
        visit.goTo("issues");
        sitDown(1366, false);
        robot.picture("gaps-1-offered");
        robot.press(KeyCode.F6).picture("gaps-2-listed");
        assertThat(visit.rows("issues")).hasSize(1);
    }

    @Test
    void theFivePlaces() {
        visit.goTo("five_check");
        sitDown(1366, false);
        robot.press(KeyCode.DIGIT6).press(KeyCode.ENTER);
        robot.press(KeyCode.DIGIT4).press(KeyCode.DIGIT5).press(KeyCode.ENTER);
        robot.write("墙上的公示牌改成缺技术").press(KeyCode.ENTER).picture("five-1-some");
        assertThat(visit.value(visit.find("agree_faults", "").getFirst()).plain())
                .isEqualTo("致贫原因");
    }
}
