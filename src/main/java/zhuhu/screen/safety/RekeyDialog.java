package zhuhu.screen.safety;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;
import zhuhu.store.Passphrase;

/// Asks for the old passphrase and the new one.
final class RekeyDialog {

    private final SafetyModel model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final BiConsumer<Passphrase, Passphrase> rekey;
    private final VBox problems = new VBox();

    RekeyDialog(
            SafetyModel model,
            Desk desk,
            Texts texts,
            Layers layers,
            BiConsumer<Passphrase, Passphrase> rekey) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.rekey = rekey;
    }

    void ask() {
        var old = new PasswordField();
        old.setId("rekey-old");
        var fresh = new NewPassphrase(texts);
        var change = new Button(texts.of("rekey.change"));
        change.setId("rekey-change");
        change.getStyleClass().add("primary");
        change.setDefaultButton(true);
        change.setOnAction(_ -> change(old, fresh));
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> layers.close());
        var box =
                new VBox(
                        Words.label(texts.of("rekey.title"), "heading"),
                        Words.lines(texts.of("rekey.why"), "soft"),
                        Fields.of(texts.of("rekey.old"), old),
                        fresh.fields(),
                        problems,
                        new HBox(10, Words.spring(), leave, change));
        box.setPrefWidth(desk.emPx() * 40);
        layers.dialog(box, old, () -> {});
    }

    private void change(PasswordField old, NewPassphrase fresh) {
        var before = Passphrase.of(old.getText()).filter(model::isOpenedBy);
        if (before.isEmpty()) {
            problems.getChildren().setAll(Notes.of(texts, List.of(Problem.of("rekeyOldWrong"))));
            old.requestFocus();
            return;
        }
        switch (fresh.typed()) {
            case Outcome.Done<Passphrase>(Passphrase typed) -> {
                layers.close();
                rekey.accept(before.get(), typed);
            }
            case Outcome.Failed<Passphrase>(List<Problem> why) ->
                    problems.getChildren().setAll(Notes.of(texts, why));
        }
    }
}
