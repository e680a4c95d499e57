package zhuhu.screen.visit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;

/// An answer that is only read here.
final class FixedField implements Field {

    private final Seat seat;
    private final Label label = new Label();
    private Asked asked;

    FixedField(Asked asked, Seat seat) {
        this.seat = seat;
        this.asked = asked;
        label.getStyleClass().add("fixed-answer");
        label.setWrapText(!seat.cell());
        seat.masked().addListener(_ -> show(this.asked));
        show(asked);
    }

    @Override
    public Node node() {
        return label;
    }

    @Override
    public Node focus() {
        return label;
    }

    @Override
    public void show(Asked now) {
        asked = now;
        boolean covered = seat.masked().get() && Words.isPrivate(now.question());
        String text =
                now.value().equals(Value.EMPTY) ? "" : seat.words().of(now.question(), now.value());
        label.setText(covered ? Words.masked(text) : text);
    }
}
