package zhuhu.screen.visit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import zhuhu.base.Texts;
import zhuhu.screen.part.Icon;

/// Below the questions: every way on with its key, and whether all is saved.
final class KeyStrip {

    /// What the strip's buttons do.
    record Ways(
            Runnable back,
            Runnable jump,
            Runnable note,
            Runnable same,
            Runnable next,
            Runnable leave) {}

    /// What the words beside the buttons need, edges included.
    private static final double WORDS_EMS = 9;

    private static final double MARK_EMS = 6;

    private final HBox root = new HBox();
    private final Label saved = new Label();
    private final List<Button> known;
    private final Button same;
    private final Button next;
    private final Texts texts;

    KeyStrip(Texts texts, Ways ways) {
        this.texts = texts;
        root.getStyleClass().add("key-strip");
        var leave = button(texts.of("visit.leave"), "Esc", ways.leave());
        var back = button(texts.of("visit.back"), "PgUp", ways.back());
        var jump = button(texts.of("visit.jump"), "Ctrl+J", ways.jump());
        var note = button(texts.of("visit.note"), "F2", ways.note());
        same = button(texts.of("visit.same"), "Ctrl+Enter", ways.same());
        same.getStyleClass().add("flat-teal");
        next = button(texts.of("visit.next"), "Enter", ways.next());
        next.getStyleClass().add("primary");
        known = List.of(leave, back, note);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        saved.getStyleClass().add("saved");
        root.setMinWidth(0);
        root.widthProperty().addListener(_ -> fold());
        root.getChildren().addAll(leave, back, jump, note, saved, space, same, next);
        saved(true);
    }

    /// Reason: where the buttons need all the room, a mark says as well that all is saved; where
    /// even that is too much, the keys that everybody knows are left out.
    private void fold() {
        double em = saved.getFont().getSize();
        known.forEach(button -> button.setContentDisplay(ContentDisplay.RIGHT));
        boolean tight = root.getWidth() < needPx() + WORDS_EMS * em;
        saved.setContentDisplay(tight ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        saved.setMinWidth(tight ? em * 2 : Region.USE_PREF_SIZE);
        if (root.getWidth() < needPx() + MARK_EMS * em) {
            known.forEach(button -> button.setContentDisplay(ContentDisplay.TEXT_ONLY));
        }
    }

    private double needPx() {
        return root.getChildren().stream()
                .filter(node -> node instanceof Button && node.isManaged())
                .mapToDouble(node -> node.prefWidth(-1) + root.getSpacing())
                .sum();
    }

    Node root() {
        return root;
    }

    void saved(boolean now) {
        saved.pseudoClassStateChanged(Looks.WRONG, false);
        saved.setText(now ? texts.of("visit.saved") : texts.of("visit.saving"));
        saved.setGraphic(now ? Icon.CHECK.of(14) : Icon.CLOCK.of(14));
    }

    void unsaved() {
        saved.setText(texts.of("visit.notSaved"));
        saved.setGraphic(Icon.STOP.of(14));
        saved.pseudoClassStateChanged(Looks.WRONG, true);
    }

    /// On the last page there is nothing to confirm any more.
    void show(VisitModel.Page page) {
        boolean screen = page == VisitModel.Page.SCREEN;
        same.setVisible(screen);
        next.setVisible(screen);
        root.setVisible(page != VisitModel.Page.DONE);
        root.setManaged(page != VisitModel.Page.DONE);
    }

    void focusNext() {
        next.requestFocus();
    }

    static Button button(String text, String key, Runnable act) {
        var cap = new Label(key);
        cap.getStyleClass().add("key-hint");
        var button = new Button(text, cap);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setOnAction(_ -> act.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
