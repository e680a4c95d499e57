package zhuhu.screen.visit;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import zhuhu.flow.HouseholdNote;
import zhuhu.screen.part.NoteBox;

/// 随手记 above the visit (F2): jots something down and goes back to the very question.
final class NotePane {

    private final Seat seat;
    private final NoteBox box;
    private final StackPane root;

    NotePane(Seat seat, Runnable close) {
        this.seat = seat;
        this.box =
                new NoteBox(
                        seat.texts(),
                        "",
                        text -> {
                            seat.model().note(text, this::kept);
                            close.run();
                        },
                        close);
        box.root().getStyleClass().addAll("dialog", "jump-box");
        box.root().setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root = new StackPane(box.root());
        root.getStyleClass().addAll("veil", "jump-veil");
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F2) {
                        event.consume();
                        close.run();
                    }
                });
        root.setOnMouseClicked(event -> {
            if (event.getTarget() == root) {
                close.run();
            }
        });
        root.setVisible(false);
    }

    Region root() {
        return root;
    }

    void open() {
        root.setVisible(true);
        box.first().requestFocus();
        seat.model().note("", this::show);
    }

    void hide() {
        root.setVisible(false);
    }

    private void kept(List<HouseholdNote> notes) {
        box.kept();
        box.show(notes);
    }

    private void show(List<HouseholdNote> notes) {
        box.show(notes);
    }
}
