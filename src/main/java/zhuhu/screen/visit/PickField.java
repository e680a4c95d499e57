package zhuhu.screen.visit;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Popup;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;
import zhuhu.screen.part.Icon;

/// A choice, or several, from a list that opens: in tables, and where there are many. A digit picks
/// one of the first nine without opening; space, Alt+Down or a letter opens; Delete empties.
final class PickField implements Field {

    private final Seat seat;
    private final HBox box;
    private final Label label = new Label();
    private Asked asked;

    PickField(Asked asked, Seat seat) {
        this.seat = seat;
        this.asked = asked;
        label.getStyleClass().add("pick-label");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        box = new HBox(label, Icon.DOWN.of(12));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("pick-answer");
        box.setFocusTraversable(true);
        box.setAccessibleRole(AccessibleRole.COMBO_BOX);
        box.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        box.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        box.setOnMouseClicked(_ -> {
            box.requestFocus();
            open("");
        });
        show(asked);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node focus() {
        return box;
    }

    @Override
    public void show(Asked now) {
        asked = now;
        boolean empty = now.value().equals(Value.EMPTY);
        label.setText(empty ? "" : seat.words().of(now.question(), now.value()));
        box.setAccessibleText(now.label() + " " + label.getText());
    }

    private void pressed(KeyEvent event) {
        var digit = Picks.digit(event);
        boolean few = asked.choices().size() <= Field.MOST_TILES;
        if (digit.isPresent() && few) {
            if (digit.getAsInt() < asked.choices().size()) {
                answer(Picks.picked(asked, asked.choices().get(digit.getAsInt())));
            }
            event.consume();
        } else if (isOpening(event)) {
            open("");
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            answer(Value.EMPTY);
            event.consume();
        }
    }

    private static boolean isOpening(KeyEvent event) {
        return event.getCode() == KeyCode.SPACE && !event.isControlDown()
                || event.getCode() == KeyCode.F4
                || event.getCode() == KeyCode.DOWN && event.isAltDown();
    }

    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean word = !text.isEmpty() && Character.isLetter(text.codePointAt(0));
        if (word && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown()) {
            event.consume();
            open(text);
        }
    }

    private void answer(Value value) {
        seat.model().answer(asked, value);
        show(Picks.with(asked, value));
    }

    private void open(String find) {
        var popup = new Popup();
        var list =
                new PickList(
                        asked,
                        seat.texts(),
                        this::answer,
                        () -> {
                            popup.hide();
                            box.requestFocus();
                        });
        Sheets.dress(list.root(), label.getFont().getSize());
        list.root().setMinWidth(box.getWidth());
        list.root().setStyle("-fx-font-size: " + label.getFont().getSize() + "px;");
        popup.getContent().add(list.root());
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        Bounds at = box.localToScreen(box.getBoundsInLocal());
        popup.setOnHidden(_ -> box.pseudoClassStateChanged(Looks.OPEN, false));
        box.pseudoClassStateChanged(Looks.OPEN, true);
        popup.show(box, at.getMinX(), at.getMaxY() + 2);
        list.begin(find);
    }
}
