package zhuhu.screen.start;

import java.nio.file.Path;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// Starts from a task workbook: says whose it is, asks for a passphrase, and begins.
final class TaskDialog {

    private final StartModel<?> model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final FilePick pick;
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final PasswordField password = new PasswordField();
    private final VBox what = new VBox(10);
    private final VBox problems = new VBox();
    private final Button begin = new Button();
    private @Nullable Path file;

    TaskDialog(StartModel<?> model, Desk desk, Texts texts, Layers layers, FilePick pick) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.pick = pick;
        passphrase.setId("task-passphrase");
        again.setId("task-again");
        password.setId("task-password");
        begin.setId("task-begin");
        begin.setText(texts.of("task.begin"));
        begin.getStyleClass().add("primary");
        begin.setDefaultButton(true);
    }

    /// `task` was chosen already.
    void ask(Path task) {
        model.problems().clear();
        ListChangeListener<Problem> told =
                _ -> problems.getChildren().setAll(Notes.of(texts, model.problems()));
        model.problems().addListener(told);
        Label strength = new Label(Strength.SHORT.words(texts));
        passphrase
                .textProperty()
                .subscribe(typed -> strength.setText(Strength.of(typed).words(texts)));
        var pair =
                new HBox(
                        12,
                        grow(Fields.of(texts.of("new.passphrase"), passphrase, strength)),
                        grow(Fields.of(texts.of("new.again"), again)));
        begin.setOnAction(_ ->
                Optional.ofNullable(file)
                        .ifPresent(out ->
                                model.begin(
                                        task,
                                        password.getText(),
                                        out,
                                        passphrase.getText(),
                                        again.getText())));
        begin.disableProperty().bind(model.working().or(model.task().isNull()));
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> layers.close());
        var working = Words.label(texts.of("task.working"), "soft");
        working.visibleProperty().bind(model.working());
        what.getChildren().setAll(Words.label(texts.of("task.reading"), "soft"));
        var box =
                new VBox(
                        Words.label(texts.of("task.title"), "heading"),
                        Words.lines(String.valueOf(task.getFileName()), "soft"),
                        what,
                        pair,
                        Notes.doubt(texts.of("new.warning"), texts.of("new.warning.next")),
                        problems,
                        new HBox(10, working, Words.spring(), leave, begin));
        box.setPrefWidth(desk.emPx() * 42);
        var seen = model.task().subscribe(found -> show(task, found));
        layers.dialog(
                box,
                passphrase,
                () -> {
                    seen.unsubscribe();
                    model.problems().removeListener(told);
                });
        model.look(task, "");
    }

    private void show(Path task, Doors.@Nullable Task found) {
        if (found != null) {
            file = found.proposal();
            what.getChildren().setAll(whose(found), place(found.proposal()));
            return;
        }
        file = null;
        if (model.needsPassword().get()) {
            var open = new Button(texts.of("task.unlock"));
            open.setId("task-unlock");
            open.setOnAction(_ -> model.look(task, password.getText()));
            HBox.setHgrow(password, Priority.ALWAYS);
            what.getChildren()
                    .setAll(Fields.of(texts.of("task.password"), new HBox(10, password, open)));
        } else {
            what.getChildren().clear();
        }
    }

    private Region whose(Doors.Task found) {
        return Notes.plain(
                texts.of("task.whose", found.village(), found.round(), found.due()),
                texts.of(
                        found.training() ? "task.what.training" : "task.what",
                        found.campaign(),
                        found.from().isEmpty() ? texts.of("task.township") : found.from(),
                        found.households()));
    }

    private Node place(Path proposal) {
        var shown = Words.label(texts.of("task.place", proposal), "soft", "small");
        shown.setMaxWidth(Double.MAX_VALUE);
        shown.setMinWidth(0);
        HBox.setHgrow(shown, Priority.ALWAYS);
        var other = new Button(texts.of("task.place.other"));
        other.setId("task-place");
        other.getStyleClass().addAll("flat", "flat-teal");
        other.setMinWidth(Region.USE_PREF_SIZE);
        other.setOnAction(_ ->
                pick.newWorkspace(String.valueOf(proposal.getFileName()))
                        .ifPresent(chosen -> {
                            file = chosen;
                            shown.setText(texts.of("task.place", chosen));
                        }));
        var row = new HBox(10, shown, other);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node grow(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }
}
