package zhuhu.screen.household;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Masks;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.edit.SectionHistory.Difference;
import zhuhu.flow.edit.SectionHistory.Entry;
import zhuhu.flow.settle.RecordHistory;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.screen.FilePick;
import zhuhu.screen.part.Sources;
import zhuhu.screen.part.Words;

/// Everything that was said of one section, newest first: who, when, why, and what it changed. An
/// act that counts now can be taken back from here; two statements can be compared; the record's
/// whole history can be written as a table.
final class HistoryDialog {

    private final CardWays ways;
    private final Texts texts;
    private final RecordId record;
    private final List<FactId> compared = new ArrayList<>();
    private final VBox comparison = new VBox(3);

    HistoryDialog(CardWays ways, RecordId record) {
        this.ways = ways;
        this.record = record;
        this.texts = ways.texts();
    }

    void show(String label, List<Entry> entries) {
        var list = new VBox(10);
        entries.forEach(entry -> list.getChildren().add(node(entry)));
        if (entries.isEmpty()) {
            list.getChildren().add(Words.lines(texts.of("history.none"), "soft"));
        }
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("dialog-scroll");
        double em = ways.desk().emPx();
        scroll.setMaxHeight(em * (em > 18 ? 24 : 34));
        var close = new Button(texts.of("part.close"));
        close.setId("history-close");
        close.setOnAction(_ -> ways.layers().close());
        var foot = new HBox(10, Words.spring(), close);
        ways.pick().ifPresent(pick -> foot.getChildren().addFirst(export(pick)));
        comparison.getStyleClass().add("history-compared");
        show(comparison, false);
        var box =
                new VBox(
                        14,
                        Words.label(texts.of("history.title", label), "heading"),
                        comparison,
                        scroll,
                        foot);
        box.setPrefWidth(em * 42);
        ways.layers().dialog(box, close, () -> {});
    }

    private Node node(Entry entry) {
        var head = new HBox(8, Words.label(Sources.words(texts, entry.stamp()), "strong"));
        if (!entry.act().isEmpty()) {
            head.getChildren().add(Words.label(act(entry), "soft"));
        }
        if (!entry.stands()) {
            head.getChildren().add(Words.label(texts.of("history.undone"), "badge", "todo"));
        } else if (entry.isHead()) {
            head.getChildren().add(Words.label(texts.of("history.now"), "badge", "done"));
        }
        head.getChildren().add(Words.spring());
        head.getChildren().add(compare(entry));
        undo(entry).ifPresent(head.getChildren()::add);
        var box = new VBox(3, head);
        if (!entry.reason().words().isEmpty()) {
            box.getChildren().add(Words.lines(texts.of("history.why", entry.reason().words())));
        }
        if (!entry.reason().document().isEmpty()) {
            box.getChildren()
                    .add(Words.lines(texts.of("history.document", entry.reason().document())));
        }
        if (entry.changes().isEmpty()) {
            box.getChildren().add(Words.label(texts.of("history.same"), "faint", "small"));
        }
        for (Difference change : entry.changes()) {
            box.getChildren().add(Words.lines(words(change), "soft", "small"));
        }
        box.getStyleClass().add("history-entry");
        return box;
    }

    private String act(Entry entry) {
        return entry.act().equals("visit")
                ? texts.of("history.visit")
                : texts.of("act." + entry.act());
    }

    private String words(Difference change) {
        return words(change.property(), change.label(), change.before(), change.now());
    }

    private String words(String property, String label, String was, String is) {
        boolean covered = ways.desk().masked() && Masks.personal(property);
        String before = covered ? Masks.hide(was) : was;
        String now = covered ? Masks.hide(is) : is;
        return texts.of(
                "history.change",
                label,
                before.isEmpty() ? texts.of("card.empty") : before,
                now.isEmpty() ? texts.of("card.empty") : now);
    }

    /// Marks a statement; two marked ones are compared, the older first.
    private Node compare(Entry entry) {
        var mark = new CheckBox(texts.of("settle.history.compare"));
        mark.setMinWidth(Region.USE_PREF_SIZE);
        mark.setOnAction(_ -> {
            compared.remove(entry.revision());
            if (mark.isSelected()) {
                compared.add(entry.revision());
            }
            compare();
        });
        return mark;
    }

    private void compare() {
        if (compared.size() != 2) {
            show(comparison, false);
            return;
        }
        FactId one = compared.getFirst();
        FactId other = compared.getLast();
        ways.ask(
                () -> ways.acts().between(record, one, other),
                found -> {
                    comparison
                            .getChildren()
                            .setAll(Words.label(texts.of("settle.history.between"), "subheading"));
                    if (found.isEmpty()) {
                        comparison
                                .getChildren()
                                .add(Words.label(texts.of("history.same"), "faint", "small"));
                    }
                    for (RecordHistory.Difference each : found) {
                        comparison
                                .getChildren()
                                .add(
                                        Words.lines(
                                                words(
                                                        each.property(),
                                                        each.label(),
                                                        each.before(),
                                                        each.after()),
                                                "small"));
                    }
                    show(comparison, true);
                });
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private Node export(FilePick pick) {
        var export = new Button(texts.of("settle.history.export"));
        export.setId("history-export");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setOnAction(_ ->
                pick.newWorkbook(texts.of("settle.history.file"))
                        .ifPresent(out ->
                                ways.ask(
                                        () -> ways.acts().exportHistory(record, out),
                                        outcome -> ways.layers().toast(told(outcome)))));
        return export;
    }

    private String told(Outcome<Path> outcome) {
        return switch (outcome) {
            case Outcome.Done<Path>(Path file) ->
                    texts.of("settle.lost.written", file.getFileName());
            case Outcome.Failed<Path>(List<Problem> problems) -> texts.message(problems.getFirst());
        };
    }

    private Optional<Node> undo(Entry entry) {
        boolean own =
                !entry.act().isEmpty()
                        && !entry.act().equals("visit")
                        && !entry.act().equals("revisit");
        if (!own || !entry.isHead()) {
            return Optional.empty();
        }
        return entry.via()
                .map(act -> {
                    var undo = new Button(texts.of("card.undo"));
                    undo.getStyleClass().add("quiet");
                    undo.setOnAction(_ -> {
                        if (undo.getText().equals(texts.of("card.undo"))) {
                            undo.setText(texts.of("history.undo.sure", act(entry)));
                        } else {
                            ways.undo(act);
                        }
                    });
                    undo.setMinWidth(Region.USE_PREF_SIZE);
                    return undo;
                });
    }
}
