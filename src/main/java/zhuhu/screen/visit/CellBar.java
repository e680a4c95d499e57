package zhuhu.screen.visit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Below a table: the question of the cell that has the focus, whole, with its hint, what is wrong,
/// and last time's answer.
final class CellBar {

    private final Seat seat;
    private final HBox root = new HBox();
    private final Label number = new Label();
    private final Label label = new Label();
    private final Label hint = new Label();
    private final Label wrong = new Label();
    private final LastPane last;

    CellBar(Seat seat) {
        this.seat = seat;
        this.last = new LastPane(seat);
        root.getStyleClass().add("cell-bar");
        number.getStyleClass().add("question-number");
        label.getStyleClass().add("question-label");
        hint.getStyleClass().add("question-hint");
        wrong.getStyleClass().add("question-wrong");
        for (Label each : java.util.List.of(label, hint, wrong)) {
            each.setWrapText(true);
        }
        var words = new VBox(label, hint, wrong);
        HBox.setHgrow(words, Priority.ALWAYS);
        root.getChildren().addAll(number, words, last.root());
        show(root, false);
    }

    Node root() {
        return root;
    }

    void show(Optional<Cell> cell, Snapshot now) {
        show(root, cell.isPresent());
        if (cell.isEmpty()) {
            return;
        }
        var asked = cell.get().asked();
        number.setText(asked.number());
        label.setText(cell.get().rowLabel() + " · " + asked.label());
        hint.setText(hintOf(asked));
        show(hint, !hint.getText().isEmpty());
        wrong.setText(Cell.wrong(asked, seat).orElse(""));
        show(wrong, !wrong.getText().isEmpty());
        last.show(asked, now.lastTime(asked.ref()));
    }

    /// The form's hint; for a few choices also their digits, since a cell shows no list.
    private static String hintOf(zhuhu.form.ScreenView.Item.Asked asked) {
        var choices = asked.choices();
        if (choices.isEmpty() || choices.size() > Field.MOST_TILES) {
            return asked.hint();
        }
        var digits = new StringBuilder(asked.hint());
        for (int i = 0; i < choices.size(); i++) {
            digits.append(digits.isEmpty() ? "" : "  ")
                    .append(i + 1)
                    .append(' ')
                    .append(choices.get(i).label());
        }
        return digits.toString();
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
