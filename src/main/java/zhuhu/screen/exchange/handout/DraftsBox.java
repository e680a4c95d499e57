package zhuhu.screen.exchange.handout;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.handout.DraftsLeft.Line;
import zhuhu.record.RecordId;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// The drafts that stay behind at a hand-in, household by household, each with the way to finish it
/// first. Takes no room where there are none.
public final class DraftsBox {

    private final Desk desk;
    private final Texts texts;
    private final Consumer<RecordId> finish;
    private final VBox root = new VBox(8);

    /// `finish` opens the visit of a household or village.
    public DraftsBox(Desk desk, Texts texts, Consumer<RecordId> finish) {
        this.desk = desk;
        this.texts = texts;
        this.finish = finish;
        root.setId("export-drafts");
        show(List.of());
    }

    public Node root() {
        return root;
    }

    public void show(List<Line> drafts) {
        root.setVisible(!drafts.isEmpty());
        root.setManaged(!drafts.isEmpty());
        if (drafts.isEmpty()) {
            root.getChildren().clear();
            return;
        }
        var rows = new VBox(4);
        drafts.forEach(draft -> rows.getChildren().add(row(draft)));
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(desk.emPx() * 10);
        scroll.setMinHeight(Math.min(drafts.size(), 4) * desk.emPx() * 2.5);
        root.getChildren()
                .setAll(
                        Notes.doubt(
                                texts.of("handout.drafts", drafts.size()),
                                texts.of("handout.drafts.next")),
                        scroll);
    }

    private Node row(Line draft) {
        String at = draft.at().replace('T', ' ');
        String when = at.substring(0, Math.min(16, at.length()));
        String by = draft.by().isEmpty() ? texts.of("handout.drafts.nobody") : draft.by();
        var row =
                new HBox(
                        10,
                        Words.label((draft.label() + " " + draft.place()).strip(), "strong"),
                        Words.label(texts.of("handout.drafts.saved", by, when), "soft"),
                        Words.spring());
        row.setAlignment(Pos.CENTER_LEFT);
        if (draft.here()) {
            var go = new Button(texts.of("handout.drafts.finish"));
            go.setId("export-finish");
            go.setAccessibleText(texts.of("handout.drafts.finish.of", draft.label()));
            go.setMinWidth(Region.USE_PREF_SIZE);
            go.setOnAction(_ -> finish.accept(draft.subject()));
            row.getChildren().add(go);
        } else {
            row.getChildren()
                    .add(Words.label(texts.of("handout.drafts.round", draft.round()), "faint"));
        }
        return row;
    }
}
