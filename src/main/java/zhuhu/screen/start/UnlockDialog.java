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
import zhuhu.screen.FilePick;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// Asks for the passphrase of a file, and says why it did not open.
final class UnlockDialog {

    private final StartModel<?> model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final FilePick pick;

    UnlockDialog(StartModel<?> model, Desk desk, Texts texts, Layers layers, FilePick pick) {
        this.pick = pick;
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
    }

    /// Reason: a file on a disc, or on a stick with its switch on, can be copied and used
    /// elsewhere.
    private static boolean cannotWrite(Problem problem) {
        return problem.code().equals("storeReadOnly") || problem.code().equals("storeNoAccess");
    }

    void ask(Path file) {
        model.problems().clear();
        var passphrase = new PasswordField();
        passphrase.setId("unlock-passphrase");
        var open = new Button(texts.of("unlock.open"));
        open.getStyleClass().add("primary");
        open.setDefaultButton(true);
        open.disableProperty().bind(model.working());
        open.setOnAction(_ -> model.open(file, passphrase.getText()));
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> layers.close());
        var problems = new VBox(8);
        var forgot = new Button(texts.of("unlock.forgot"));
        forgot.getStyleClass().addAll("flat", "flat-teal");
        forgot.setId("unlock-forgot");
        forgot.setOnAction(_ -> new ForgotDialog(model, desk, texts, layers).ask(file));
        var copy = new Button(texts.of("unlock.copy"));
        copy.setId("unlock-copy");
        copy.setOnAction(_ -> new RestoreDialog(model, desk, texts, layers, pick).ask(file));
        ListChangeListener<Problem> told =
                _ -> {
                    problems.getChildren().setAll(Notes.of(texts, model.problems()));
                    if (model.problems().stream().anyMatch(UnlockDialog::cannotWrite)) {
                        problems.getChildren().add(copy);
                    }
                    passphrase.requestFocus();
                    passphrase.selectAll();
                };
        model.problems().addListener(told);
        var working = Words.label(texts.of("unlock.working"), "soft");
        working.visibleProperty().bind(model.working());
        var buttons = new HBox(10, working, Words.spring(), leave, open);
        var box =
                new VBox(
                        Words.label(
                                texts.of("unlock.title", String.valueOf(file.getFileName())),
                                "heading"),
                        Words.lines(String.valueOf(file.getParent()), "faint", "small"),
                        Fields.of(texts.of("unlock.passphrase"), passphrase),
                        forgot,
                        problems,
                        buttons);
        box.setPrefWidth(desk.emPx() * 33);
        layers.dialog(box, passphrase, () -> model.problems().removeListener(told));
    }
}
