package zhuhu.screen.visit;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A line that leads to a question: by click, Enter or space.
final class JumpRow extends HBox {

    // Reason: a button measures wrapped words at no width at all, and so grows far too tall.
    JumpRow(Runnable act, Node... content) {
        super(content);
        getStyleClass().add("jump");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.HYPERLINK);
        setOnMouseClicked(_ -> act.run());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    boolean plain = !event.isControlDown() && !event.isShiftDown();
                    KeyCode code = event.getCode();
                    if (plain && (code == KeyCode.ENTER || code == KeyCode.SPACE)) {
                        event.consume();
                        act.run();
                    }
                });
    }
}
