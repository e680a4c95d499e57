package zhuhu.screen.safety;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Words;
import zhuhu.store.Passphrase;

/// Covers the window until the passphrase is typed. The file stays open behind it: what was typed
/// is saved as the focus leaves its field, long acts go on, and unlocking comes back to the very
/// place. The window's thread only.
public final class Lock {

    private static final Pattern NUMBERS = Pattern.compile("[0-9０-９]{11,}");
    private static final int PATIENCE = 3;

    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final String file;
    private final Predicate<Passphrase> opens;
    private final BooleanSupplier unsaved;
    private final Runnable leave;

    /// `opens` tells whether that passphrase opens the file; `unsaved` whether an answer stands on
    /// a screen alone; `leave` closes the file.
    public Lock(
            Desk desk,
            Texts texts,
            Layers layers,
            String file,
            Predicate<Passphrase> opens,
            BooleanSupplier unsaved,
            Runnable leave) {
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.file = file;
        this.opens = opens;
        this.unsaved = unsaved;
        this.leave = leave;
    }

    /// Locks now; nothing happens where it is locked already.
    public void now() {
        if (layers.locked()) {
            return;
        }
        var passphrase = new PasswordField();
        passphrase.setId("lock-passphrase");
        layers.lock(pane(passphrase), passphrase);
        forgetNumbers();
    }

    private Region pane(PasswordField passphrase) {
        var wrong = Words.lines("", "words-bad", "small");
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        var open = new Button(texts.of("lock.open"));
        open.setId("lock-open");
        open.getStyleClass().add("primary");
        open.setDefaultButton(true);
        var tries = new int[1];
        open.setOnAction(_ -> {
            boolean right = Passphrase.of(passphrase.getText()).filter(opens).isPresent();
            if (right) {
                layers.unlock();
                return;
            }
            tries[0]++;
            passphrase.clear();
            passphrase.requestFocus();
            wrong.setText(texts.of("lock.wrong"));
            if (tries[0] >= PATIENCE) {
                wait(open, tries[0]);
            }
        });
        var close = new Button(texts.of("lock.leave"));
        close.setId("lock-leave");
        close.setOnAction(_ -> {
            // Reason: what could not be saved is on the screen below and nowhere else.
            if (unsaved.getAsBoolean()) {
                wrong.setText(texts.of("lock.leave.unsaved"));
            } else {
                leave.run();
            }
        });
        var buttons = new HBox(10, close, Words.spring(), open);
        var card =
                new VBox(16, head(), Fields.of(texts.of("unlock.passphrase"), passphrase), wrong);
        card.getChildren()
                .addAll(buttons, Words.lines(texts.of("lock.leave.why"), "faint", "small"));
        card.getStyleClass().add("dialog");
        card.setMaxSize(desk.emPx() * 30, Region.USE_PREF_SIZE);
        var pane = new StackPane(card);
        pane.getStyleClass().add("lock");
        return pane;
    }

    private Node head() {
        var words =
                new VBox(
                        2,
                        Words.label(texts.of("lock.title"), "heading"),
                        Words.lines(texts.of("lock.why", file, desk.now().name()), "soft"));
        var head = new HBox(14, Icon.LOCK.of(30), words);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /// Reason: whoever guesses must not guess as fast as keys can be pressed.
    private static void wait(Button open, int tries) {
        open.setDisable(true);
        var pause = new PauseTransition(Duration.seconds(2.0 * (tries - PATIENCE + 1)));
        pause.setOnFinished(_ -> open.setDisable(false));
        pause.play();
    }

    /// Reason: a number that was copied could be pasted anywhere by whoever comes next.
    private static void forgetNumbers() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString() && NUMBERS.matcher(clipboard.getString()).find()) {
            clipboard.clear();
        }
    }
}
