package zhuhu.screen;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A person at a window, without a display. One window at a time.
public final class Robot {

    private static final Path PICTURES = Path.of("target/screens");

    private final FxRobot hands = new FxRobot();
    private final Stage stage;
    private final @Nullable Background background;

    private Robot(Stage stage, @Nullable Background background) {
        this.stage = stage;
        this.background = background;
    }

    /// Starts the toolkit without a display; twice does no harm.
    public static void toolkit() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
        on(() -> {
            Theme.load();
            return true;
        });
    }

    /// Shows `content` in a window of that size and sits down before it.
    public static Robot at(
            Supplier<Parent> content, Desk desk, Background background, int widthPx, int heightPx) {
        toolkit();
        Stage stage =
                on(() -> {
                    var scene = new Scene(content.get(), widthPx, heightPx);
                    Theme.dress(scene);
                    Theme.follow(scene, desk);
                    var shown = new Stage();
                    shown.setScene(scene);
                    shown.show();
                    return shown;
                });
        var robot = new Robot(stage, background);
        robot.rest();
        return robot;
    }

    /// Does something on the window's thread and waits for its value.
    public static <T> T on(Supplier<T> act) {
        try {
            return WaitForAsyncUtils.asyncFx(act::get).get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static void does(Runnable act) {
        boolean done =
                on(() -> {
                    act.run();
                    return true;
                });
        if (!done) {
            throw new IllegalStateException();
        }
    }

    /// Waits until the background is idle and the window has drawn.
    public Robot rest() {
        try {
            for (int quiet = 0; quiet < 2; ) {
                WaitForAsyncUtils.waitFor(
                        20, TimeUnit.SECONDS, () -> background == null || background.idle());
                WaitForAsyncUtils.waitForFxEvents(2);
                quiet = background == null || background.idle() ? quiet + 1 : 0;
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("The background does not come to rest", e);
        }
        return this;
    }

    /// Clicks the button or label that shows exactly this text.
    public Robot click(String text) {
        return act(byText(text));
    }

    public Robot clickId(String id) {
        return act(byId(id));
    }

    /// Presses keys together and lets them go.
    public Robot press(KeyCode... keys) {
        hands.push(keys);
        return rest();
    }

    /// Types text into what has the focus, as an input method hands it over.
    public Robot write(String text) {
        does(() ->
                Objects.requireNonNull(stage.getScene().getFocusOwner())
                        .fireEvent(
                                new InputMethodEvent(
                                        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                                        List.of(),
                                        text,
                                        0)));
        return rest();
    }

    /// Half-typed pinyin that the input method still holds.
    public Robot compose(String pinyin) {
        var run = new InputMethodTextRun(pinyin, InputMethodHighlight.UNSELECTED_RAW);
        does(() ->
                Objects.requireNonNull(stage.getScene().getFocusOwner())
                        .fireEvent(
                                new InputMethodEvent(
                                        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                                        List.of(run),
                                        "",
                                        pinyin.length())));
        return rest();
    }

    /// Takes a word from the input method by Enter, where the system hands on that Enter too.
    public Robot takeAndPressEnter(String word) {
        does(() -> {
            Node owner = Objects.requireNonNull(stage.getScene().getFocusOwner());
            owner.fireEvent(
                    new InputMethodEvent(
                            InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), word, 0));
            owner.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "\r",
                            "",
                            KeyCode.ENTER,
                            false,
                            false,
                            false,
                            false));
        });
        return rest();
    }

    public Robot focus(String id) {
        Node node = byId(id);
        does(node::requestFocus);
        return rest();
    }

    /// Whether some label or button shows this text.
    public boolean sees(String text) {
        return on(() -> find(stage.getScene().getRoot(), n -> shows(n, text)) != null);
    }

    public Node byId(String id) {
        return Objects.requireNonNull(
                on(() -> find(stage.getScene().getRoot(), n -> id.equals(n.getId()))),
                () -> "No node with id " + id);
    }

    public Scene scene() {
        return stage.getScene();
    }

    /// Writes what the window shows to `target/screens/NAME-WIDTHxHEIGHT.png`.
    public Robot picture(String name) {
        rest();
        Scene scene = stage.getScene();
        String size = (int) scene.getWidth() + "x" + (int) scene.getHeight();
        does(() -> Pictures.write(scene, PICTURES.resolve(name + "-" + size + ".png")));
        return this;
    }

    /// Closes the window.
    public void leave() {
        does(stage::close);
        if (background != null) {
            background.close();
        }
    }

    private Robot act(Node node) {
        does(() -> {
            switch (node) {
                case Button button -> button.fire();
                case ToggleButton button -> button.fire();
                default -> node.requestFocus();
            }
        });
        return rest();
    }

    private Node byText(String text) {
        return Objects.requireNonNull(
                on(() ->
                        find(
                                stage.getScene().getRoot(),
                                n ->
                                        (n instanceof Button || n instanceof ToggleButton)
                                                && shows(n, text))),
                () -> "No button says " + text);
    }

    private static boolean shows(Node node, String text) {
        return node instanceof Labeled labeled
                && (text.equals(labeled.getText()) || text.equals(node.getAccessibleText()));
    }

    private static @Nullable Node find(Node node, Predicate<Node> wanted) {
        if (!node.isVisible()) {
            return null;
        }
        if (wanted.test(node)) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = find(child, wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
