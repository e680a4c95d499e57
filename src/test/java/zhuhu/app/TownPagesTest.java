package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import zhuhu.screen.Robot;

/// 待定 and 县里的表 in the program's own window.
class TownPagesTest extends TownWindow {

    @Test
    void heldChangesAreAcceptedRefusedAndTakenBack() {
        var six = new SixHandIns(folder, 2);
        Path hand =
                SixHandIns.typedOver(
                        six.books.getFirst(),
                        "上坝村_手改.xlsx",
                        book -> {
                            SixHandIns.type(book, "人", 0, "identity.person_name", "韦新名");
                            SixHandIns.type(book, "人", 1, "identity.person_name", "韦改名");
                            SixHandIns.type(book, "人", 2, "identity.person_name", "韦又改");
                        });
        chosen = List.of(hand);
        Robot robot = enter(six.township());
        robot.clickId("exchange-waiting").picture("waiting-none");
        robot.clickId("exchange-merge").clickId("merge-files").picture("waiting-tried");
        robot.clickId("merge-go").clickId("exchange-waiting").picture("waiting-list");
        assertThat(table("waiting-table", 0, 1)).hasSize(3).containsOnly(List.of("等人定"));
        select("waiting-table", 0);
        robot.focus("waiting-table").press(KeyCode.A).picture("waiting-accepted");
        assertThat(table("waiting-table", 0, 1)).hasSize(2);
        // Reason: what was accepted and is taken back stands as refused; it waits no more.
        robot.clickId("waiting-undo").picture("waiting-undone");
        assertThat(table("waiting-table", 0, 1)).hasSize(2);
        select("waiting-table", 0);
        type("waiting-why", "村里核对过，没有改名");
        robot.clickId("waiting-refuse").picture("waiting-refused");
        assertThat(table("waiting-table", 0, 1)).hasSize(1);
    }

    @Test
    void aBuiltInTemplateIsLookedOverAndFilled() {
        var six = new SixHandIns(folder, 2);
        Robot robot = enter(six.township());
        robot.clickId("exchange-county").picture("county-door");
        robot.clickId("county-b").picture("county-mapping");
        assertThat(table("county-table", 0, 3)).hasSizeGreaterThan(10);
        robot.clickId("county-fill").picture("county-filled");
        assertThat(robot.byId("county-reveal")).isNotNull();
        assertThat(folder.resolve("国家系统表 2017-18_2017-03-13.xlsx")).isNotEmptyFile();
    }
}
