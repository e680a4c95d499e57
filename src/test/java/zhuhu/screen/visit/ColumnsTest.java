package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import zhuhu.form.AnswerKind;
import zhuhu.form.FormNode.Question;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView.Item;
import zhuhu.form.ScreenView.Row;
import zhuhu.record.Value;
import zhuhu.screen.visit.Columns.Column;

class ColumnsTest {

    @Test
    void columnsStandInBandsBySection() {
        var columns =
                Columns.of(List.of(row("a", "#identity", "name", "sex", "#health", "health")));

        assertThat(bands(columns)).containsExactly("identity: name sex", "health: health");
    }

    @Test
    void aColumnIsThereIfAnyRowAsksItAtItsOwnPlace() {
        var columns =
                Columns.of(
                        List.of(
                                row("a", "#school", "education", "aid"),
                                row("b", "#school", "education", "status", "aid"),
                                row("c", "#school", "first", "#work", "skill")));

        assertThat(bands(columns))
                .containsExactly("school: first education status aid", "work: skill");
        Column status = columns.bands().getFirst().columns().get(2);
        assertThat(columns.lines().get(0).cell(status)).isEmpty();
        assertThat(columns.lines().get(1).cell(status)).isPresent();
    }

    @Test
    void aTableWithoutRowsHasNoColumns() {
        assertThat(Columns.of(List.of()).bands()).isEmpty();
    }

    @Test
    void questionsBeforeAnyHeadingMakeABandWithoutName() {
        assertThat(bands(Columns.of(List.of(row("a", "date", "visitor")))))
                .containsExactly(": date visitor");
    }

    private static List<String> bands(Columns columns) {
        return columns.bands().stream()
                .map(b ->
                        b.name()
                                + ": "
                                + String.join(" ", b.columns().stream().map(Column::name).toList()))
                .toList();
    }

    private static Row row(String id, String... names) {
        var items = new ArrayList<Item>();
        for (String name : names) {
            items.add(
                    name.startsWith("#")
                            ? new Item.Heading(name.substring(1), name.substring(1))
                            : asked(id, name));
        }
        return new Row(id, id, items);
    }

    private static Item.Asked asked(String row, String name) {
        var question =
                new Question(
                        name,
                        "text",
                        AnswerKind.TEXT,
                        name,
                        "",
                        "",
                        "",
                        List.of(),
                        false,
                        false,
                        false,
                        Optional.empty());
        return new Item.Asked(
                new Ref("t[" + row + "]/" + name),
                "1",
                question,
                name,
                "",
                false,
                false,
                List.of(),
                Value.EMPTY);
    }
}
