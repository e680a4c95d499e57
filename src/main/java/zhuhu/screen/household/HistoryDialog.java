package zhuhu.screen.household;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Masks;
import zhuhu.base.Texts;
import zhuhu.flow.edit.SectionHistory.Difference;
import zhuhu.flow.edit.SectionHistory.Entry;
import zhuhu.screen.part.Sources;
import zhuhu.screen.part.Words;

/// Everything that was said of one section, newest first: who, when, why, and what it changed. An
/// act that counts now can be taken back from here.
final class HistoryDialog {

    private final CardWays ways;
    private final Texts texts;

    HistoryDialog(CardWays ways) {
        this.ways = ways;
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
        var box =
                new VBox(
                        14,
                        Words.label(texts.of("history.title", label), "heading"),
                        scroll,
                        new HBox(Words.spring(), close));
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
        boolean covered = ways.desk().masked() && Masks.personal(change.property());
        String before = covered ? Masks.hide(change.before()) : change.before();
        String now = covered ? Masks.hide(change.now()) : change.now();
        return texts.of(
                "history.change",
                change.label(),
                before.isEmpty() ? texts.of("card.empty") : before,
                now.isEmpty() ? texts.of("card.empty") : now);
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
