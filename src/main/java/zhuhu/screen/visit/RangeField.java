package zhuhu.screen.visit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import zhuhu.form.FormNode.Question;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;

/// A number on a slider, with the number beside it to type. The slider is grey until there is an
/// answer, so that nobody takes its start for one.
final class RangeField extends LineField {

    private final Slider slider = new Slider();
    private final BigDecimal start;
    private final BigDecimal step;
    private boolean showing;

    RangeField(Asked asked, Seat seat) {
        super(asked, seat);
        Question question = asked.question();
        start = new BigDecimal(question.parameter("start"));
        step = new BigDecimal(question.parameter("step")).abs();
        var end = new BigDecimal(question.parameter("end"));
        slider.setMin(start.min(end).doubleValue());
        slider.setMax(start.max(end).doubleValue());
        slider.setBlockIncrement(step.doubleValue());
        slider.getStyleClass().add("range-slider");
        slider.setFocusTraversable(false);
        slider.valueProperty().addListener((_, _, now) -> moved(now.doubleValue()));
        if (!seat.cell()) {
            var ends = new HBox(bound(start.min(end), "low"), bound(start.max(end), "high"));
            ends.getStyleClass().add("range-ends");
            var scale = new VBox(slider, ends);
            scale.getStyleClass().add("range-scale");
            scale.setAlignment(Pos.CENTER_LEFT);
            box().getChildren().addFirst(scale);
        }
        show(asked);
    }

    private static Label bound(BigDecimal number, String side) {
        var label = new Label(number.toPlainString());
        label.getStyleClass().addAll("range-bound", side);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    @Override
    public void show(Asked now) {
        super.show(now);
        // Reason: the field above is made, and shows, before this one's parts are there.
        if (slider != null) {
            showing = true;
            boolean open = !(now.value() instanceof Value.Number);
            String first = now.question().parameter("placeholder");
            String at =
                    open ? (first.isEmpty() ? start.toPlainString() : first) : now.value().plain();
            slider.setValue(new BigDecimal(at).doubleValue());
            slider.pseudoClassStateChanged(Looks.OPEN, open);
            showing = false;
        }
    }

    /// The step nearest to where the slider stands becomes the answer.
    private void moved(double at) {
        if (!showing) {
            BigDecimal steps =
                    BigDecimal.valueOf(at).subtract(start).divide(step, 0, RoundingMode.HALF_UP);
            BigDecimal number = start.add(steps.multiply(step));
            seat().model().answer(asked(), Value.number(number));
            show(asked().with(Value.number(number)));
        }
    }
}
