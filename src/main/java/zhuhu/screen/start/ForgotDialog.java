package zhuhu.screen.start;

import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// The way back for who has forgotten the passphrase and has the slip: the code, and a new
/// passphrase.
final class ForgotDialog {

    private final StartModel<?> model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;

    ForgotDialog(StartModel<?> model, Desk desk, Texts texts, Layers layers) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
    }

    void ask(Path file) {
        model.problems().clear();
        var code = new PlainField();
        code.setId("forgot-code");
        code.setPromptText(texts.of("forgot.code.shape"));
        var fresh = new PasswordField();
        fresh.setId("forgot-fresh");
        var again = new PasswordField();
        again.setId("forgot-again");
        var problems = new VBox();
        ListChangeListener<Problem> told =
                _ -> problems.getChildren().setAll(Notes.of(texts, model.problems()));
        model.problems().addListener(told);
        var act = new Button(texts.of("forgot.act"));
        act.setId("forgot-act");
        act.getStyleClass().add("primary");
        act.setDefaultButton(true);
        act.disableProperty().bind(model.working());
        act.setOnAction(
                _ -> model.recover(file, code.settled().get(), fresh.getText(), again.getText()));
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> layers.close());
        var working = Words.label(texts.of("forgot.working"), "soft");
        working.visibleProperty().bind(model.working());
        var box =
                new VBox(
                        Words.label(
                                texts.of("forgot.title", String.valueOf(file.getFileName())),
                                "heading"),
                        Words.lines(texts.of("forgot.why"), "soft"),
                        Fields.of(texts.of("forgot.code"), code),
                        Fields.of(texts.of("rekey.fresh"), fresh),
                        Fields.of(texts.of("new.again"), again),
                        problems,
                        new HBox(10, working, Words.spring(), leave, act));
        box.setPrefWidth(desk.emPx() * 36);
        layers.dialog(box, code, () -> model.problems().removeListener(told));
    }
}
