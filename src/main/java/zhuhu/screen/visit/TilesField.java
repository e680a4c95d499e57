package zhuhu.screen.visit;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import zhuhu.form.Choice;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;

/// A few choices side by side. A digit picks, arrows move, space picks where the mark stands,
/// Delete empties.
final class TilesField implements Field {

    private static final double FIRST_WRAP_PX = 400;

    private final Seat seat;
    private final FlowPane tiles = new FlowPane();
    private Asked asked;
    private List<Choice> built = List.of();
    private int aim;

    TilesField(Asked asked, Seat seat) {
        this.seat = seat;
        this.asked = asked;
        tiles.getStyleClass().addAll("tiles", Picks.isMany(asked) ? "many" : "one");
        // Reason: until it is laid out, a flow pane measures its height at this length.
        tiles.prefWrapLengthProperty()
                .bind(Bindings.createDoubleBinding(this::wrapPx, tiles.widthProperty()));
        tiles.setFocusTraversable(true);
        tiles.setAccessibleRole(
                Picks.isMany(asked) ? AccessibleRole.LIST_VIEW : AccessibleRole.RADIO_BUTTON);
        tiles.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        tiles.focusedProperty().addListener(_ -> mark());
        show(asked);
    }

    @Override
    public Node node() {
        return tiles;
    }

    @Override
    public Node focus() {
        return tiles;
    }

    @Override
    public void show(Asked now) {
        boolean calm = asked.value().equals(now.value());
        asked = now;
        tiles.setAccessibleText(now.label());
        if (!built.equals(now.choices())) {
            built = now.choices();
            tiles.getChildren().setAll(built.stream().map(this::tile).toList());
        }
        if (!calm || !tiles.isFocused()) {
            aim = firstChosen();
        }
        mark();
    }

    private double wrapPx() {
        return Math.max(FIRST_WRAP_PX, tiles.getWidth());
    }

    private int firstChosen() {
        for (int i = 0; i < built.size(); i++) {
            if (Picks.isChosen(asked, built.get(i))) {
                return i;
            }
        }
        return Math.min(aim, Math.max(0, built.size() - 1));
    }

    private Node tile(Choice choice) {
        int number = built.indexOf(choice) + 1;
        var key = new Label(number <= 9 ? String.valueOf(number) : "");
        key.getStyleClass().add("tile-key");
        var label = new Label(choice.label());
        label.getStyleClass().add("tile-label");
        var tile = new HBox(key, label);
        tile.setAlignment(Pos.CENTER_LEFT);
        tile.getStyleClass().add("tile");
        tile.setOnMouseClicked(_ -> {
            tiles.requestFocus();
            pick(choice);
        });
        return tile;
    }

    private void pressed(KeyEvent event) {
        var digit = Picks.digit(event);
        if (digit.isPresent()) {
            if (digit.getAsInt() < built.size()) {
                pick(built.get(digit.getAsInt()));
            }
            event.consume();
            return;
        }
        if (event.isControlDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        KeyCode code = event.getCode();
        boolean taken =
                switch (code) {
                    case LEFT, UP -> move(-1);
                    case RIGHT, DOWN -> move(1);
                    case SPACE -> pickAimed();
                    case DELETE, BACK_SPACE -> empty();
                    default -> false;
                };
        if (taken) {
            event.consume();
        }
    }

    private boolean move(int by) {
        aim = Math.clamp(aim + by, 0, Math.max(0, built.size() - 1));
        mark();
        return true;
    }

    private boolean pickAimed() {
        if (aim < built.size()) {
            pick(built.get(aim));
        }
        return true;
    }

    private boolean empty() {
        answer(Value.EMPTY);
        return true;
    }

    private void pick(Choice choice) {
        aim = built.indexOf(choice);
        answer(Picks.picked(asked, choice));
    }

    private void answer(Value value) {
        seat.model().answer(asked, value);
        // Reason: the next key may come before the answer is back from the file.
        asked = Picks.with(asked, value);
        mark();
    }

    private void mark() {
        for (int i = 0; i < built.size(); i++) {
            Node tile = tiles.getChildren().get(i);
            tile.pseudoClassStateChanged(Looks.CHOSEN, Picks.isChosen(asked, built.get(i)));
            tile.pseudoClassStateChanged(Looks.AIMED, tiles.isFocused() && i == aim);
        }
    }
}
