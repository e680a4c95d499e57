package zhuhu.screen.exchange;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Page;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Words;
import zhuhu.screen.safety.SafetyModel;

/// What comes in and goes out: read rosters, write the workbook, and the files of before.
public final class ExchangeView implements Page {

    private final ImportModel imports;
    private final ExportModel exports;
    private final PackagesModel packages;
    private final Texts texts;
    private final FilePick pick;
    private final PackageTable table;
    private final ImportPane importPane;
    private final ExportPane exportPane;
    private final Button read;
    private final VBox root = new VBox(16);
    private final HBox doors = new HBox(16);
    private final VBox past = new VBox(12);

    /// `reveal` shows a file's folder in the system's own way.
    public ExchangeView(
            ImportModel imports,
            ExportModel exports,
            PackagesModel packages,
            Desk desk,
            Texts texts,
            FilePick pick,
            Consumer<Path> reveal) {
        this(imports, exports, packages, desk, texts, pick, reveal, Optional.empty());
    }

    /// As the other; after each hand-in a backup is offered.
    public ExchangeView(
            ImportModel imports,
            ExportModel exports,
            PackagesModel packages,
            Desk desk,
            Texts texts,
            FilePick pick,
            Consumer<Path> reveal,
            Optional<SafetyModel> safety) {
        this.imports = imports;
        this.exports = exports;
        this.packages = packages;
        this.texts = texts;
        this.pick = pick;
        this.table = new PackageTable(packages, desk, texts);
        this.importPane = new ImportPane(imports, desk, texts);
        this.exportPane = new ExportPane(exports, desk, texts, pick, reveal, safety);
        this.read = new Button(texts.of("import.choose"), Icon.OPEN.of(18));
        root.getStyleClass().add("pane");
        Node in = importDoor();
        Node out = exportDoor();
        HBox.setHgrow(in, Priority.ALWAYS);
        HBox.setHgrow(out, Priority.ALWAYS);
        doors.getChildren().setAll(in, out);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        VBox.setVgrow(past, Priority.ALWAYS);
        past.getChildren().setAll(Words.label(texts.of("exchange.past"), "heading"), table.node());
        imports.stage().subscribe(_ -> arrange());
        exports.stage().subscribe(_ -> arrange());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        packages.refresh();
    }

    @Override
    public void focus() {
        if (root.getChildren().contains(doors)) {
            read.requestFocus();
        } else if (root.lookup(".text-input") instanceof Node field) {
            field.requestFocus();
        } else if (root.lookup(".button") instanceof Node button) {
            button.requestFocus();
        }
    }

    private void arrange() {
        if (!(imports.stage().get() instanceof ImportModel.Stage.Idle)) {
            root.getChildren().setAll(importPane.of(imports.stage().get()));
        } else if (!(exports.stage().get() instanceof ExportModel.Stage.Idle)) {
            root.getChildren().setAll(exportPane.of(exports.stage().get()));
        } else {
            root.getChildren().setAll(doors, past);
        }
        root.getChildren().forEach(child -> VBox.setVgrow(child, Priority.SOMETIMES));
        VBox.setVgrow(doors, Priority.NEVER);
        // Reason: the button that led here is gone; the keyboard goes on with what has come.
        if (root.getScene() != null) {
            Platform.runLater(this::focus);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (imports.stage().get() instanceof ImportModel.Stage.Over) {
            imports.close();
            event.consume();
        } else if (exports.stage().get() instanceof ExportModel.Stage.Over
                || exports.stage().get() instanceof ExportModel.Stage.Choosing) {
            exports.close();
            event.consume();
        }
    }

    private Region importDoor() {
        read.setId("exchange-import");
        read.getStyleClass().add("primary");
        read.setOnAction(_ -> imports.read(pick.rosters()));
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
        drop.setOnDragOver(event -> over(event, drop));
        drop.setOnDragExited(_ -> drop.getStyleClass().remove("over"));
        drop.setOnDragDropped(this::dropped);
        VBox.setVgrow(drop, Priority.ALWAYS);
        return sheet(texts.of("import.title"), drop);
    }

    private static void over(DragEvent event, VBox drop) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            if (!drop.getStyleClass().contains("over")) {
                drop.getStyleClass().add("over");
            }
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
        imports.read(files);
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    private Region exportDoor() {
        var write = new Button(texts.of("exchange.out.begin"), Icon.EXPORT.of(18));
        write.setId("exchange-export");
        write.getStyleClass().add("primary");
        write.setOnAction(_ -> exports.begin());
        var why = Words.lines(texts.of("exchange.out.why"), "soft");
        var safe = Words.lines(texts.of("exchange.out.why.safe"), "faint", "small");
        var box = new VBox(10, why, safe, Words.spring(), write);
        box.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(box, Priority.ALWAYS);
        return sheet(texts.of("exchange.out.title"), box);
    }

    private static Region sheet(String title, Node inside) {
        var box = new VBox(12, Words.label(title, "heading"), inside);
        box.getStyleClass().addAll("sheet", "padded");
        box.setPrefWidth(400);
        box.setMaxHeight(Double.MAX_VALUE);
        return box;
    }
}
