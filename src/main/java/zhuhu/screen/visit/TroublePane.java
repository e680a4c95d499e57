package zhuhu.screen.visit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Words;

/// Says that what was entered is not in the file, why, and tries again.
final class TroublePane {

    private final Texts texts;
    private final HBox root = new HBox(12);
    private final Label what = Words.lines("", "strong");
    private final Label next = Words.lines("", "small");
    private final Button give;

    /// `leave` goes away without what could not be kept.
    TroublePane(Texts texts, Runnable again, Runnable leave) {
        this.texts = texts;
        var words = new VBox(2, what, next);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var retry = button("visit-again", texts.of("visit.unsaved.again"), again);
        retry.getStyleClass().add("primary");
        give = button("visit-give-up", texts.of("visit.unsaved.leave"), leave);
        root.getChildren().setAll(Icon.STOP.of(20), words, give, retry);
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().addAll("note", "bad", "trouble");
        root.setMinHeight(Region.USE_PREF_SIZE);
        show(null);
    }

    Node root() {
        return root;
    }

    void show(@Nullable Problem why) {
        root.setVisible(why != null);
        root.setManaged(why != null);
        give.setVisible(false);
        give.setManaged(false);
        if (why != null) {
            what.setText(texts.of("visit.unsaved", texts.message(why)));
            next.setText(texts.of("visit.unsaved.next"));
        }
    }

    /// The visitor wants to go all the same.
    void askLeave() {
        next.setText(texts.of("visit.unsaved.leaving"));
        give.setVisible(true);
        give.setManaged(true);
    }

    private static Button button(String id, String words, Runnable act) {
        var button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
