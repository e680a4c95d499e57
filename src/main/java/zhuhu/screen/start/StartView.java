package zhuhu.screen.start;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.WhoDialog;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Words;

/// The four doors, and the files opened lately.
public final class StartView {

    private final StartModel<?> model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final FilePick pick;
    private final HBox root = new HBox();
    private final VBox recent = new VBox(2);

    public StartView(StartModel<?> model, Desk desk, Texts texts, Layers layers, FilePick pick) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.pick = pick;
        root.getStyleClass().add("start");
        Node band = band();
        Node doors = doors();
        HBox.setHgrow(doors, Priority.ALWAYS);
        root.getChildren().setAll(band, doors);
        listRecent();
        // Reason: who comes back has only to press Enter and type the passphrase.
        Platform.runLater(() ->
                Optional.ofNullable(recent.lookup(".recent"))
                        .or(() -> Optional.ofNullable(root.lookup("#start-open")))
                        .ifPresent(Node::requestFocus));
    }

    public Parent root() {
        return root;
    }

    private Node band() {
        Label version = Words.label(texts.of("start.version"), "faint", "small");
        var box =
                new VBox(
                        Words.label(texts.of("app.name"), "brand"),
                        Words.lines(texts.of("start.what"), "soft"),
                        Words.spring(),
                        Words.lines(texts.of("start.safe"), "soft", "small"),
                        version);
        box.getStyleClass().add("start-band");
        box.setMinWidth(desk.emPx() * 20);
        box.setPrefWidth(desk.emPx() * 25);
        return box;
    }

    private Node doors() {
        Button open =
                door(
                        "start-open",
                        Icon.OPEN,
                        texts.of("start.open"),
                        texts.of("start.open.why"),
                        false);
        open.setOnAction(_ -> known(() -> pick.workspace().ifPresent(this::unlock)));
        Button fresh =
                door(
                        "start-new",
                        Icon.TOWNSHIP,
                        texts.of("start.new"),
                        texts.of("start.new.why"),
                        false);
        fresh.setOnAction(
                _ -> known(() -> new NewWorkspaceDialog(model, desk, texts, layers, pick).ask()));
        Button task =
                door(
                        "start-task",
                        Icon.TASK,
                        texts.of("start.task"),
                        texts.of("start.task.why"),
                        false);
        task.setOnAction(_ ->
                pick.task()
                        .ifPresent(file ->
                                new TaskDialog(model, desk, texts, layers, pick).ask(file)));
        Button train =
                door(
                        "start-train",
                        Icon.TRAINING,
                        texts.of("start.train"),
                        texts.of("start.train.why"),
                        true);
        var list =
                new VBox(
                        12,
                        Words.label(texts.of("start.title"), "title"),
                        Words.lines(texts.of("start.how"), "soft"),
                        new VBox(10, task, open, fresh, train),
                        restore(),
                        recent);
        list.setMaxWidth(desk.emPx() * 46);
        list.setAlignment(Pos.CENTER_LEFT);
        var centre = new StackPane(list);
        centre.getStyleClass().add("pane");
        var scroll = new ScrollPane(centre);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        return scroll;
    }

    private Node restore() {
        var restore = new Button(texts.of("start.restore"), Icon.IMPORT.of(18));
        restore.getStyleClass().addAll("flat", "flat-teal");
        restore.setId("start-restore");
        restore.setOnAction(
                _ -> known(() -> new RestoreDialog(model, desk, texts, layers, pick).ask()));
        return restore;
    }

    private Button door(String id, Icon icon, String title, String why, boolean later) {
        var mark = new StackPane(icon.of(24));
        mark.getStyleClass().addAll("door-mark", "icon-teal");
        mark.setMinSize(48, 48);
        mark.setMaxSize(48, 48);
        // Reason: a label that breaks has no height before its button has a width.
        var words = new VBox(2, Words.label(title, "heading"), Words.label(why, "soft"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(16, mark, words);
        row.setAlignment(Pos.CENTER_LEFT);
        if (later) {
            row.getChildren().add(Words.label(texts.of("start.later"), "badge"));
        } else {
            row.getChildren().add(Icon.GO.of(18));
        }
        var door = new Button();
        door.setId(id);
        door.setGraphic(row);
        row.prefWidthProperty().bind(door.widthProperty().subtract(36));
        door.getStyleClass().add("door");
        door.setMaxWidth(Double.MAX_VALUE);
        door.setDisable(later);
        door.setAccessibleText(title);
        return door;
    }

    private void listRecent() {
        recent.getChildren().clear();
        for (Path file : model.recent()) {
            if (recent.getChildren().isEmpty()) {
                recent.getChildren().add(Words.label(texts.of("start.recent"), "faint", "small"));
            }
            var row =
                    new HBox(
                            10,
                            Icon.LOCK.of(16),
                            Words.label(String.valueOf(file.getFileName()), "strong"),
                            Words.label(String.valueOf(file.getParent()), "faint", "small"));
            row.setAlignment(Pos.CENTER_LEFT);
            var button = new Button("", row);
            button.getStyleClass().add("recent");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> known(() -> unlock(file)));
            recent.getChildren().add(button);
        }
    }

    private void unlock(Path file) {
        new UnlockDialog(model, desk, texts, layers, pick).ask(file);
    }

    private void known(Runnable then) {
        if (desk.now().known()) {
            then.run();
        } else {
            new WhoDialog(desk, texts, layers).ask(then);
        }
    }
}
