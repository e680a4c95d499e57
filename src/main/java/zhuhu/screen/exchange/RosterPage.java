package zhuhu.screen.exchange;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Words;

/// Reading rosters: the door, an import under way, and what came of it.
public final class RosterPage implements ExchangePage {

    private final ImportModel model;
    private final Texts texts;
    private final ImportPane pane;
    private final Button read;
    private final Region door;
    private final VBox root = new VBox(16);

    public RosterPage(ImportModel model, Desk desk, Texts texts, FilePick pick) {
        this.model = model;
        this.texts = texts;
        this.pane = new ImportPane(model, desk, texts);
        this.read = new Button(texts.of("import.choose"), Icon.OPEN.of(18));
        read.setId("exchange-import");
        read.getStyleClass().add("primary");
        read.setOnAction(_ -> model.read(pick.rosters()));
        door = door();
        root.getStyleClass().add("pane");
        model.stage().subscribe(_ -> arrange());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.ROSTERS;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {}

    @Override
    public void focus() {
        if (root.getChildren().contains(door)) {
            read.requestFocus();
        } else if (root.lookup(".text-input") instanceof Node field) {
            field.requestFocus();
        } else if (root.lookup(".button") instanceof Node button) {
            button.requestFocus();
        }
    }

    @Override
    public boolean dropped(List<Path> files) {
        model.read(files);
        return true;
    }

    private void arrange() {
        Node now =
                model.stage().get() instanceof ImportModel.Stage.Idle
                        ? door
                        : pane.of(model.stage().get());
        root.getChildren().setAll(now);
        VBox.setVgrow(now, Priority.ALWAYS);
        // Reason: the button that led here is gone; the keyboard goes on with what has come.
        if (root.getScene() != null) {
            Platform.runLater(this::focus);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE
                && model.stage().get() instanceof ImportModel.Stage.Over) {
            model.close();
            event.consume();
        }
    }

    private Region door() {
        Region mark = Icon.IMPORT.of(30);
        mark.getStyleClass().add("icon-teal");
        var drop =
                new VBox(
                        mark,
                        Words.label(texts.of("import.drop"), "subheading"),
                        Words.label(texts.of("import.drop.why"), "soft", "small"),
                        read);
        drop.getStyleClass().add("drop");
        VBox.setMargin(read, new Insets(6, 0, 0, 0));
        VBox.setVgrow(drop, Priority.ALWAYS);
        var sheet =
                new VBox(
                        12,
                        Words.label(texts.of("import.title"), "heading"),
                        Words.lines(slot().why(texts), "soft"),
                        drop);
        sheet.getStyleClass().addAll("sheet", "padded");
        return sheet;
    }
}
