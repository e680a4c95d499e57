package zhuhu.screen.visit;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import zhuhu.screen.part.PlainField;

/// The keys of a visit. An input method's own keys never arrive here: fields keep them.
final class VisitKeys {

    /// What the keys do.
    interface Ways {
        void on();

        void back();

        void same();

        void jump();

        /// Jots something down about the household.
        void note();

        /// Takes back what was just taken over from last time.
        void undo();

        void turn(int by);

        void finish();

        void leave();
    }

    private final Ways ways;

    VisitKeys(Ways ways) {
        this.ways = ways;
    }

    /// For a filter: Page Up, Page Down and Shift+Enter work even where a text field would take
    /// them, unless an input method is at work on its words.
    void early(KeyEvent event) {
        boolean page =
                event.getCode() == KeyCode.PAGE_UP
                        || event.getCode() == KeyCode.PAGE_DOWN
                        || event.getCode() == KeyCode.ENTER && event.isShiftDown();
        boolean composing =
                event.getTarget() instanceof PlainField field && field.composing().get();
        if (page && !composing && !(event.getTarget() instanceof TextArea)) {
            pressed(event);
        }
    }

    void pressed(KeyEvent event) {
        if (event.isConsumed() || event.isMetaDown()) {
            return;
        }
        if (firesButton(event)) {
            return;
        }
        boolean taken =
                event.isControlDown()
                        ? withControl(event.getCode())
                        : !event.isAltDown() && plain(event.getCode(), event.isShiftDown());
        if (taken) {
            event.consume();
        }
    }

    /// Enter on a button is that button's, whatever the platform thinks of it.
    private static boolean firesButton(KeyEvent event) {
        boolean enter = event.getCode() == KeyCode.ENTER && !event.isControlDown();
        if (enter && event.getTarget() instanceof ButtonBase button && !isTick(button)) {
            event.consume();
            button.fire();
            return true;
        }
        return false;
    }

    private static boolean isTick(ButtonBase button) {
        return button instanceof CheckBox;
    }

    private boolean withControl(KeyCode code) {
        @Nullable Runnable act =
                switch (code) {
                    case ENTER -> ways::same;
                    case J -> ways::jump;
                    case Z -> ways::undo;
                    case S -> ways::finish;
                    case UP, PAGE_UP -> () -> ways.turn(-1);
                    case DOWN, PAGE_DOWN -> () -> ways.turn(1);
                    default -> null;
                };
        return run(act);
    }

    private boolean plain(KeyCode code, boolean shift) {
        @Nullable Runnable act =
                switch (code) {
                    case ENTER -> shift ? ways::back : ways::on;
                    case PAGE_UP -> () -> ways.turn(-1);
                    case PAGE_DOWN -> () -> ways.turn(1);
                    case F2 -> ways::note;
                    case ESCAPE -> ways::leave;
                    default -> null;
                };
        return run(act);
    }

    private static boolean run(@Nullable Runnable act) {
        if (act == null) {
            return false;
        }
        act.run();
        return true;
    }
}
