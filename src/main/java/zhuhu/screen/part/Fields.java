package zhuhu.screen.part;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A question of a dialog: label above, field, note below.
public final class Fields {

    private Fields() {}

    public static VBox of(String label, Node field) {
        Label words = Words.label(label, "field-label");
        words.setLabelFor(field);
        var box = new VBox(4, words, field);
        if (field instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return box;
    }

    /// With a note below that may change.
    public static VBox of(String label, Node field, Label note) {
        VBox box = of(label, field);
        note.getStyleClass().add("field-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        box.getChildren().add(note);
        return box;
    }
}
