package zhuhu.screen.start;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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

/// Puts a copy back as a file of its own, and opens that. The copy may lie on a disc or stick that
/// cannot be written.
final class RestoreDialog {

    private final StartModel<?> model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final FilePick pick;
    private final ObjectProperty<@Nullable Path> copy = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Path> out = new SimpleObjectProperty<>();
    private final PasswordField passphrase = new PasswordField();

    RestoreDialog(StartModel<?> model, Desk desk, Texts texts, Layers layers, FilePick pick) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.pick = pick;
        passphrase.setId("restore-passphrase");
    }

    /// With the copy already chosen.
    void ask(Path from) {
        copy.set(from);
        ask();
    }

    void ask() {
        model.problems().clear();
        var problems = new VBox();
        ListChangeListener<Problem> told =
                _ -> problems.getChildren().setAll(Notes.of(texts, model.problems()));
        model.problems().addListener(told);
        var from = chooser("restore-from", copy);
        from.button().setOnAction(_ -> pick.workspace().ifPresent(copy::set));
        var to = chooser("restore-to", out);
        to.button()
                .setOnAction(_ -> pick.newWorkspace(texts.of("restore.name")).ifPresent(out::set));
        var box =
                new VBox(
                        Words.label(texts.of("restore.title"), "heading"),
                        Words.lines(texts.of("restore.why"), "soft"),
                        Fields.of(texts.of("restore.from"), from.row()),
                        Fields.of(texts.of("restore.to"), to.row()),
                        Fields.of(texts.of("unlock.passphrase"), passphrase),
                        problems,
                        buttons());
        box.setPrefWidth(desk.emPx() * 42);
        layers.dialog(box, from.button(), () -> model.problems().removeListener(told));
    }

    private record Chooser(Node row, Button button) {}

    private Chooser chooser(String id, ObjectProperty<@Nullable Path> file) {
        var shown = new Label();
        shown.getStyleClass().add("soft");
        shown.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(shown, Priority.ALWAYS);
        file.subscribe(now -> shown.setText(now == null ? texts.of("new.nofile") : now.toString()));
        var choose = new Button(texts.of("new.choose"));
        choose.setId(id);
        choose.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        var row = new HBox(10, shown, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return new Chooser(row, choose);
    }

    private Node buttons() {
        var act = new Button(texts.of("restore.act"));
        act.setId("restore-act");
        act.getStyleClass().add("primary");
        act.setDefaultButton(true);
        act.disableProperty().bind(model.working().or(copy.isNull()).or(out.isNull()));
        act.setOnAction(_ -> {
            Path from = copy.get();
            Path to = out.get();
            if (from != null && to != null) {
                model.restore(from, passphrase.getText(), to);
            }
        });
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> layers.close());
        var working = Words.label(texts.of("restore.working"), "soft");
        working.visibleProperty().bind(model.working());
        return new HBox(10, working, Words.spring(), leave, act);
    }
}
