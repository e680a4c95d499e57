package zhuhu.screen.household;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import zhuhu.base.Texts;
import zhuhu.flow.edit.Members.Member;
import zhuhu.form.Choice;
import zhuhu.record.RecordId;
import zhuhu.screen.part.Words;

/// What each member is to the head, asked again: the old relation, and a choice that holds the
/// proposal where there is one.
final class RelationsTable {

    private final GridPane grid = new GridPane(12, 6);
    private final Map<RecordId, ComboBox<Choice>> boxes = new LinkedHashMap<>();
    private final List<Choice> choices;
    private final Texts texts;
    private final String heading;

    /// `choices` of 与户主关系, 户主 included; `heading` what is asked.
    RelationsTable(List<Choice> choices, String heading, Texts texts, double emPx) {
        this.heading = heading;
        this.choices = choices;
        this.texts = texts;
        var name = new ColumnConstraints(emPx * 6);
        var was = new ColumnConstraints(emPx * 7);
        var now = new ColumnConstraints();
        now.setHgrow(Priority.ALWAYS);
        var note = new ColumnConstraints(emPx * 9);
        grid.getColumnConstraints().setAll(name, was, now, note);
    }

    Node node() {
        return grid;
    }

    /// Fills it anew: a row for each of `members`.
    void show(List<Member> members, Map<RecordId, Optional<String>> proposed) {
        grid.getChildren().clear();
        boxes.clear();
        if (members.isEmpty()) {
            return;
        }
        grid.addRow(
                0,
                Words.label(texts.of("relation.name"), "field-label"),
                Words.label(texts.of("relation.was"), "field-label"),
                Words.label(heading, "field-label"));
        int row = 1;
        for (Member member : members) {
            var box =
                    ActDialog.choice(
                            "relation-" + row,
                            choices.stream().filter(c -> !c.name().equals("01")).toList());
            Optional<String> said = proposed.getOrDefault(member.id(), Optional.empty());
            said.ifPresent(code ->
                    box.getItems().stream()
                            .filter(c -> c.name().equals(code))
                            .findFirst()
                            .ifPresent(box::setValue));
            var note =
                    Words.label(
                            texts.of(said.isPresent() ? "relation.proposed" : "relation.ask"),
                            "small",
                            said.isPresent() ? "faint" : "words-doubt");
            box.setOnAction(_ -> note.setText(""));
            boxes.put(member.id(), box);
            grid.addRow(
                    row++,
                    Words.label(member.name(), "strong"),
                    Words.label(label(member.relation()), "soft"),
                    box,
                    note);
        }
    }

    private String label(String relation) {
        return choices.stream()
                .filter(c -> c.name().equals(relation))
                .map(Choice::label)
                .findFirst()
                .orElse("—");
    }

    /// What is chosen now; "" where nothing is.
    Map<RecordId, String> chosen() {
        var chosen = new LinkedHashMap<RecordId, String>();
        boxes.forEach((id, box) -> chosen.put(id, ActDialog.chosen(box)));
        return chosen;
    }
}
