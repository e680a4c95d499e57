package zhuhu.screen.visit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import zhuhu.flow.LastTime;
import zhuhu.form.ScreenView.Item.Asked;

/// A question in a table: its field, and below it what is wrong or what last time's answer was, if
/// another.
final class Cell {

    private final Seat seat;
    private String rowLabel = "";
    private final Field field;
    private final VBox root = new VBox();
    private final Label below = new Label();
    private Asked asked;

    Cell(Asked asked, Seat seat) {
        this.seat = seat;
        this.asked = asked;
        this.field = Field.of(asked, seat);
        root.getStyleClass().addAll("cell", "column-" + Widths.of(asked.question()));
        below.getStyleClass().add("cell-below");
        below.setWrapText(true);
        root.getChildren().add(field.node());
    }

    Node root() {
        return root;
    }

    Field field() {
        return field;
    }

    Asked asked() {
        return asked;
    }

    String rowLabel() {
        return rowLabel;
    }

    void show(Asked now, String row, Optional<LastTime> last) {
        asked = now;
        rowLabel = row;
        field.show(now);
        Optional<String> wrong = wrong(now, seat);
        boolean contested = last.map(l -> !l.sides().isEmpty()).orElse(false);
        boolean changed = last.map(l -> !l.value().equals(now.value())).orElse(false);
        String was =
                contested
                        ? seat.texts().of("visit.contested")
                        : last.filter(_ -> changed).map(l -> was(now, l)).orElse("");
        below.setText(wrong.orElse(was));
        root.pseudoClassStateChanged(Looks.WRONG, wrong.isPresent());
        root.pseudoClassStateChanged(Looks.CONTESTED, contested);
        root.pseudoClassStateChanged(Looks.CHANGED, changed && !contested);
        boolean empty = below.getText().isEmpty();
        Children.arrange(
                root.getChildren(),
                empty ? java.util.List.of(field.node()) : java.util.List.of(field.node(), below));
    }

    private String was(Asked now, LastTime last) {
        String words = seat.words().of(now.question(), last.value());
        boolean covered = seat.masked().get() && Words.isPrivate(now.question());
        return seat.texts().of("visit.was", covered ? Words.masked(words) : words);
    }

    /// What is wrong with an answer: its shape, or what the form says of it.
    static Optional<String> wrong(Asked asked, Seat seat) {
        return seat.model()
                .faults()
                .wrong(asked.ref())
                .map(wrong -> seat.texts().of(wrong.key(), wrong.text()))
                .or(() -> seat.model().faults().told(asked.ref()).map(seat.words()::of))
                .or(() ->
                        seat.model().faults().isUnsaved(asked.ref())
                                ? Optional.of(seat.texts().of("visit.unsaved.here"))
                                : Optional.empty());
    }
}
