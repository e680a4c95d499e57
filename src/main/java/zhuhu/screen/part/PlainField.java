package zhuhu.screen.part;

import atlantafx.base.controls.CustomTextField;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A line of text that is safe with input methods: use [#settled()] and not the text property, and
/// [#onLeave(Consumer)] to save.
public final class PlainField extends CustomTextField {

    private final Composition composition = Composition.of(this);

    public PlainField() {
        this("");
    }

    public PlainField(String text) {
        super(text);
        getStyleClass().add("plain-field");
    }

    /// The text without what an input method still holds.
    public ReadOnlyStringProperty settled() {
        return composition.settled();
    }

    public ReadOnlyBooleanProperty composing() {
        return composition.composing();
    }

    /// Tells the text each time the field is left.
    public void onLeave(Consumer<String> save) {
        focusedProperty()
                .addListener((_, _, now) -> {
                    if (!now) {
                        save.accept(settled().get());
                    }
                });
    }

    /// Runs `act` on Enter, never on the Enter that takes a word from an input method.
    public void onEnter(Runnable act) {
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        act.run();
                    }
                });
    }
}
