package zhuhu.screen.exchange;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.exchange.ExportModel.Stage;
import zhuhu.screen.safety.SafetyModel;

/// Handing in: which villages, where to, and where the workbook lies.
public final class HandInPage implements ExchangePage {

    private final ExportModel model;
    private final ExportPane pane;
    private final VBox root = new VBox(16);

    /// `reveal` shows a file's folder in the system's own way; after each hand-in a backup is
    /// offered where `safety` is given.
    public HandInPage(
            ExportModel model,
            Desk desk,
            Texts texts,
            FilePick pick,
            Consumer<Path> reveal,
            Optional<SafetyModel> safety) {
        this.model = model;
        this.pane = new ExportPane(model, desk, texts, pick, reveal, safety);
        root.getStyleClass().add("pane");
        model.stage().subscribe(_ -> arrange());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.HAND_IN;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        if (model.stage().get() instanceof Stage.Idle
                || model.stage().get() instanceof Stage.Choosing) {
            model.begin();
        }
    }

    @Override
    public void focus() {
        String first =
                model.stage().get() instanceof Stage.Choosing ? "#export-write" : ".button.primary";
        if (root.lookup(first) instanceof Node node && !node.isDisabled()) {
            node.requestFocus();
        } else if (root.lookup(".button") instanceof Node button) {
            button.requestFocus();
        }
    }

    private void arrange() {
        Node now = pane.of(model.stage().get());
        root.getChildren().setAll(now);
        VBox.setVgrow(now, Priority.ALWAYS);
        if (root.getScene() != null) {
            Platform.runLater(this::focus);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.stage().get() instanceof Stage.Over) {
            model.begin();
            event.consume();
        }
    }
}
