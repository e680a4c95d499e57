package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import zhuhu.screen.Robot;

/// The whole way of a township through a round: six workbooks come in, are tried out and merged,
/// conflicts are settled, one workbook is taken out and back, one visit is sent back, answered and
/// approved, and the township's workbook goes up.
class TownshipJourneyTest extends TownWindow {

    private int pictures;

    @Test
    void sixWorkbooksBecomeOneThatGoesUp() throws IOException {
        var six = new SixHandIns(folder);
        enter(six.township());
        merge(six);
        settle();
        withdraw();
        Path slip = sendBack();
        answer(six.answered(slip, "arrival", "走访人已写全，面积核实无误"));
        handIn();
    }

    private void picture(String name) {
        robot().picture("journey-township-%02d-%s".formatted(++pictures, name));
    }

    private void merge(SixHandIns six) {
        chosen = six.books;
        robot().clickId("exchange-merge");
        picture("door");
        robot().clickId("merge-files");
        picture("password");
        type("merge-password", SixHandIns.PASSWORD);
        robot().clickId("merge-open");
        picture("tried");
        List<List<String>> rows = table("merge-books", 1, 13);
        assertThat(rows).hasSize(7);
        assertThat(rows.getFirst()).startsWith("全部 6 个文件");
        for (int column = 5; column < 12; column++) {
            int at = column;
            int all = Integer.parseInt(rows.getFirst().get(at));
            assertThat(rows.stream().skip(1).mapToInt(r -> Integer.parseInt(r.get(at))).sum())
                    .isEqualTo(all);
        }
        // Reason: the second laptop of each village says otherwise about one household.
        assertThat(rows).extracting(r -> r.get(8).equals("0")).startsWith(false, true, false, true);
        robot().clickId("merge-go");
        picture("merged");
        assertThat(robot().sees("3 处冲突要定")).isTrue();
    }

    private void settle() {
        robot().clickId("merge-next-conflicts");
        assertThat(robot().sees("逐处定（3）")).isTrue();
        picture("conflicts");
        robot().press(KeyCode.LEFT);
        picture("first");
        robot().press(KeyCode.RIGHT).press(KeyCode.E);
        picture("third");
        robot().focus("settle-third-house_area").press(KeyCode.CONTROL, KeyCode.A).write("70");
        robot().press(KeyCode.CONTROL, KeyCode.ENTER);
        picture("settled");
        assertThat(robot().sees("没有要定的")).isTrue();
        assertThat(robot().scene().getFocusOwner().getId()).isEqualTo("settle-undo");
    }

    private void withdraw() {
        robot().clickId("exchange-past");
        picture("files");
        select("past-table", 0);
        robot().clickId("withdraw-open");
        picture("withdraw");
        List<List<String>> changes = table("withdraw-table", 0, 5);
        assertThat(changes).extracting(List::getFirst).contains("保留", "内容改变");
        type("withdraw-why", "录错了轮次");
        robot().clickId("withdraw-act");
        picture("withdrawn");
        robot().clickId("withdraw-leave");
        picture("files-out");
        robot().clickId("exchange-review");
        assertThat(table("review-table", 0, 4)).hasSize(8);
        robot().clickId("exchange-past");
        select("past-table", 0);
        robot().clickId("withdraw-open").clickId("withdraw-act").clickId("withdraw-leave");
    }

    private Path sendBack() throws IOException {
        robot().clickId("exchange-review");
        assertThat(table("review-table", 0, 4)).hasSize(9);
        select("review-table", row("李志远"));
        picture("review");
        robot().clickId("review-back");
        Robot.does(() ->
                robot().scene().getRoot().lookupAll(".check-box").stream()
                        .filter(n -> n instanceof CheckBox c && c.getText().equals("上门情况"))
                        .forEach(n -> ((CheckBox) n).fire()));
        type("sendback-comment", "请写全走访人，并核实房屋面积");
        picture("send-back");
        robot().clickId("sendback-act");
        picture("sent-back");
        assertThat(state()).isEqualTo("returned");
        robot().clickId("review-slips");
        picture("slips");
        try (Stream<Path> slips = Files.list(folder.resolve("退回单"))) {
            List<Path> all = slips.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private void answer(Path answered) {
        chosen = List.of(answered);
        robot().clickId("exchange-merge").clickId("merge-back").clickId("merge-files");
        picture("answer-tried");
        robot().clickId("merge-go").clickId("exchange-review");
        assertThat(state()).isEqualTo("answered");
        select("review-table", row("李志远"));
        picture("answered");
        assertThat(robot().sees("请写全走访人，并核实房屋面积")).isTrue();
        robot().clickId("review-approve");
        picture("approved");
        if (!state().equals("approved")) {
            robot().clickId("review-anyway");
            picture("approved-anyway");
        }
        assertThat(state()).isEqualTo("approved");
    }

    private int row(String visitor) {
        return Stream.iterate(0, i -> i + 1)
                .filter(i -> table("review-table", 0, 8).get(i).get(5).equals(visitor))
                .findFirst()
                .orElseThrow();
    }

    private String state() {
        return table("review-table", 0, 8).get(row("李志远")).get(3);
    }

    private void handIn() throws IOException {
        robot().clickId("exchange-hand_in");
        picture("hand-in");
        robot().clickId("export-write");
        picture("handed-in");
        Path book = folder.resolve("3个村_工作簿_2017-03-13.xlsx");
        Cli.Ran verified = Cli.PLAIN.run("verify", book, "--json");
        assertThat(verified.status()).as(verified.toString()).isZero();
    }
}
