package zhuhu.screen.exchange;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.exchange.ImportModel.Stage;
import zhuhu.screen.part.Days;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// An import under way: progress, what a file wants, and what came of it.
final class ImportPane {

    private final ImportModel model;
    private final Desk desk;
    private final Texts texts;

    ImportPane(ImportModel model, Desk desk, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
    }

    Node of(Stage stage) {
        return switch (stage) {
            case Stage.Idle() -> new StackPane();
            case Stage.Running(Path file, var job) ->
                    top(new JobPane(texts, texts.of("import.running", name(file)), job).root());
            case Stage.WantsDate(Path file) -> top(date(file));
            case Stage.WantsPassword(Path file, boolean wrong) -> top(password(file, wrong));
            case Stage.Over(var files) -> new ImportResult(files, model, desk, texts).root();
        };
    }

    private Region date(Path file) {
        var field = new PlainField();
        field.setId("import-date");
        var note = new Label(texts.of("import.date.why"));
        var box =
                ask(
                        texts.of("import.date.title", name(file)),
                        Fields.of(texts.of("import.date"), field, note));
        Runnable go =
                () -> {
                    Optional<LocalDate> day = Days.parse(field.settled().get());
                    if (day.isPresent()) {
                        model.date(day.get());
                    } else {
                        note.setText(texts.of("import.date.wrong"));
                        note.getStyleClass().add("words-bad");
                    }
                };
        field.onEnter(go);
        box.getChildren().add(buttons(texts.of("import.go"), go));
        Platform.runLater(field::requestFocus);
        return box;
    }

    private Region password(Path file, boolean wrong) {
        var field = new PasswordField();
        field.setId("import-password");
        var note =
                new Label(
                        wrong
                                ? texts.of("import.password.wrong")
                                : texts.of("import.password.why"));
        if (wrong) {
            note.getStyleClass().add("words-bad");
        }
        var box =
                ask(
                        texts.of("import.password.title", name(file)),
                        Fields.of(texts.of("import.password"), field, note));
        Runnable go =
                () -> {
                    if (!field.getText().isEmpty()) {
                        model.password(field.getText());
                    }
                };
        field.setOnAction(_ -> go.run());
        box.getChildren().add(buttons(texts.of("import.go"), go));
        Platform.runLater(field::requestFocus);
        return box;
    }

    private VBox ask(String title, Node field) {
        var box = new VBox(14, Words.label(title, "heading"), field);
        box.getStyleClass().addAll("sheet", "padded");
        return box;
    }

    private Node buttons(String words, Runnable go) {
        var skip = new Button(texts.of("import.skip"));
        skip.setCancelButton(true);
        skip.setOnAction(_ -> model.skip());
        var act = new Button(words);
        act.getStyleClass().add("primary");
        act.setOnAction(_ -> go.run());
        return new HBox(10, Words.spring(), skip, act);
    }

    private Node top(Node node) {
        if (node instanceof Region region) {
            region.setMaxSize(desk.emPx() * 44, Region.USE_PREF_SIZE);
        }
        var place = new StackPane(node);
        StackPane.setAlignment(node, Pos.CENTER);
        return place;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
