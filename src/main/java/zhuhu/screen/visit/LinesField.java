package zhuhu.screen.visit;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.screen.part.Composition;

/// Several lines of text. Enter goes on as everywhere; Alt+Enter begins a line, as in Excel.
final class LinesField implements Field {

    private final Seat seat;
    private final TextArea area = new TextArea();
    private final Composition composition = Composition.of(area);
    private Asked asked;
    private String shown = "";

    LinesField(Asked asked, Seat seat) {
        this.seat = seat;
        this.asked = asked;
        area.getStyleClass().add("answer-lines");
        area.setWrapText(true);
        area.setPrefRowCount(seat.cell() ? 1 : 3);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.focusedProperty()
                .addListener((_, _, now) -> {
                    if (!now) {
                        leave();
                    }
                });
        show(asked);
    }

    private void pressed(KeyEvent event) {
        if (event.isConsumed() || composition.composing().get()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            if (event.isAltDown()) {
                area.replaceSelection("\n");
            } else {
                // Reason: the text area would take it; what stands around it should have it.
                var parent = area.getParent();
                if (parent != null) {
                    parent.fireEvent(event.copyFor(parent, parent));
                }
            }
        } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            var parent = area.getParent();
            if (parent != null) {
                parent.fireEvent(event.copyFor(parent, parent));
            }
        }
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public Node focus() {
        return area;
    }

    @Override
    public void show(Asked now) {
        asked = now;
        String text = now.value().plain();
        boolean untouched = area.getText().equals(shown) || !area.isFocused();
        if (untouched && !composition.composing().get()) {
            if (!area.getText().equals(text)) {
                area.setText(text);
            }
            shown = text;
        }
    }

    @Override
    public void leave() {
        String text = composition.settled().get();
        if (!text.equals(shown)) {
            shown = text;
            seat.model().typed(asked, text);
        }
    }
}
