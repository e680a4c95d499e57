package zhuhu.screen.part;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keeps the half-typed pinyin of an input method away from searching, saving and keys. The
/// window's thread only.
public final class Composition {

    // Reason: where the system hands on the Enter or space that took a word from the input method,
    // it comes at once; a person needs longer for a second key.
    private static final long OWN_KEY_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final TextInputControl field;
    private final ReadOnlyBooleanWrapper composing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper settled = new ReadOnlyStringWrapper("");
    private long takenNanos;
    private boolean taken;

    private Composition(TextInputControl field) {
        this.field = field;
    }

    /// Watches a field for as long as it lives.
    public static Composition of(TextInputControl field) {
        var composition = new Composition(field);
        field.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, composition::composed);
        field.addEventFilter(KeyEvent.KEY_PRESSED, composition::pressed);
        field.addEventFilter(KeyEvent.KEY_RELEASED, _ -> composition.taken = false);
        field.textProperty().addListener(_ -> composition.settle());
        field.focusedProperty().addListener((_, _, now) -> composition.focused(now));
        composition.settle();
        return composition;
    }

    /// Whether an input method holds text that is not yet taken.
    public ReadOnlyBooleanProperty composing() {
        return composing.getReadOnlyProperty();
    }

    /// The text as it stood when nothing was being composed: what may be searched and saved.
    public ReadOnlyStringProperty settled() {
        return settled.getReadOnlyProperty();
    }

    private void composed(InputMethodEvent event) {
        boolean before = composing.get();
        composing.set(!event.getComposed().isEmpty());
        if (before && !composing.get()) {
            taken = true;
            takenNanos = System.nanoTime();
        }
    }

    private void pressed(KeyEvent event) {
        boolean own =
                taken
                        && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)
                        && System.nanoTime() - takenNanos < OWN_KEY_NANOS;
        taken = false;
        if (own || composing.get()) {
            event.consume();
        }
    }

    private void settle() {
        if (!composing.get()) {
            String text = field.getText();
            settled.set(text == null ? "" : text);
        }
    }

    private void focused(boolean now) {
        if (!now && composing.get()) {
            // Reason: the field itself would keep the raw pinyin; an empty event drops it.
            field.fireEvent(
                    new InputMethodEvent(
                            InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), "", 0));
        }
    }
}
