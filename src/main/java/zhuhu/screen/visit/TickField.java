package zhuhu.screen.visit;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;

/// Something to acknowledge: ticked or not. Space or 1 ticks.
final class TickField implements Field {

    private static final Value OK = Value.text("OK");

    private final CheckBox box;
    private Asked asked;

    TickField(Asked asked, Seat seat) {
        this.asked = asked;
        box = new CheckBox(seat.cell() ? "" : seat.texts().of("visit.acknowledged"));
        box.getStyleClass().add("tick-answer");
        box.setOnAction(_ -> seat.model().answer(this.asked, box.isSelected() ? OK : Value.EMPTY));
        box.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.DIGIT1 || event.getCode() == KeyCode.NUMPAD1) {
                        event.consume();
                        box.fire();
                    }
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
        box.setSelected(now.value().equals(OK));
    }
}
