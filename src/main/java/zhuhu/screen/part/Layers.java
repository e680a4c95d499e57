package zhuhu.screen.part;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What the window shows, with one dialog above it and short messages at its foot. A dialog keeps
/// the focus until it closes; Esc closes it.
public final class Layers {

    private final StackPane root = new StackPane();
    private final StackPane content = new StackPane();
    private final StackPane veil = new StackPane();
    private final StackPane lock = new StackPane();
    private final Label toast = new Label();
    private final PauseTransition toastEnd = new PauseTransition(Duration.seconds(4));
    private @Nullable Node focusBefore;
    private @Nullable Node focusUnlocked;
    private boolean dialogLocked;
    private Runnable onClose = () -> {};

    public Layers() {
        veil.getStyleClass().add("veil");
        veil.setVisible(false);
        toast.getStyleClass().add("toast");
        toast.setVisible(false);
        toast.setMouseTransparent(true);
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        StackPane.setMargin(toast, new Insets(0, 0, 28, 0));
        toastEnd.setOnFinished(_ -> toast.setVisible(false));
        lock.setVisible(false);
        root.getChildren().setAll(content, veil, toast, lock);
        veil.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        event.consume();
                        close();
                    }
                });
        root.sceneProperty()
                .addListener((_, _, scene) -> {
                    if (scene != null) {
                        scene.focusOwnerProperty().addListener((_, _, now) -> keepFocus(now));
                    }
                });
    }

    public Parent root() {
        return root;
    }

    /// Replaces what the window shows.
    public void show(Parent page) {
        content.getChildren().setAll(page);
    }

    /// Lays a dialog over it; `first` gets the focus. `closed` runs when it closes, by whatever
    /// way.
    public void dialog(Region dialog, Node first, Runnable closed) {
        if (!veil.isVisible()) {
            focusBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
        }
        onClose = closed;
        dialog.getStyleClass().add("dialog");
        dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        veil.getChildren().setAll(dialog);
        veil.setVisible(true);
        first.requestFocus();
        Platform.runLater(first::requestFocus);
    }

    public boolean dialogOpen() {
        return veil.isVisible();
    }

    public void close() {
        if (veil.isVisible()) {
            veil.setVisible(false);
            veil.getChildren().clear();
            Optional.ofNullable(focusBefore).ifPresent(Node::requestFocus);
            onClose.run();
        }
    }

    /// Hides everything behind `pane`; `first` gets the focus, so that whatever was being typed is
    /// left, and saved, before it is out of sight. Lists and menus that are open close.
    public void lock(Region pane, Node first) {
        focusUnlocked = root.getScene() == null ? null : root.getScene().getFocusOwner();
        lock.getChildren().setAll(pane);
        lock.setVisible(true);
        first.requestFocus();
        Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .toList()
                .forEach(Window::hide);
        toast.setVisible(false);
        dialogLocked = veil.isVisible();
        veil.setVisible(false);
        content.setVisible(false);
        Platform.runLater(first::requestFocus);
    }

    public boolean locked() {
        return lock.isVisible();
    }

    /// Back to the very place.
    public void unlock() {
        if (!locked()) {
            return;
        }
        content.setVisible(true);
        veil.setVisible(dialogLocked);
        lock.setVisible(false);
        lock.getChildren().clear();
        Optional.ofNullable(focusUnlocked)
                .filter(node -> node.getScene() != null)
                .ifPresent(Node::requestFocus);
    }

    /// A short message that goes by itself.
    public void toast(String words) {
        toast.setText(words);
        toast.setVisible(true);
        toastEnd.playFromStart();
    }

    private void keepFocus(@Nullable Node now) {
        StackPane top = locked() ? lock : veil;
        if (!top.isVisible() || now == null || inside(top, now)) {
            return;
        }
        Node first = firstField(top);
        if (first != null) {
            Platform.runLater(first::requestFocus);
        }
    }

    private static boolean inside(Node top, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == top) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Node firstField(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isFocusTraversable() && child.isVisible() && !child.isDisabled()) {
                return child;
            }
            Node inner = child instanceof Parent p ? firstField(p) : null;
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }
}
