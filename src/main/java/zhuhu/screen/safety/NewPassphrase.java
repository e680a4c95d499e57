package zhuhu.screen.safety;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.screen.part.Fields;
import zhuhu.screen.start.Strength;
import zhuhu.store.Passphrase;

/// A new passphrase, typed twice, with what is thought of it.
final class NewPassphrase {

    private final Texts texts;
    private final PasswordField fresh = new PasswordField();
    private final PasswordField again = new PasswordField();

    NewPassphrase(Texts texts) {
        this.texts = texts;
        fresh.setId("rekey-fresh");
        again.setId("rekey-again");
    }

    Node fields() {
        var strength = new Label(Strength.SHORT.words(texts));
        fresh.textProperty().subscribe(typed -> strength.setText(Strength.of(typed).words(texts)));
        Node left = Fields.of(texts.of("rekey.fresh"), fresh, strength);
        Node right = Fields.of(texts.of("new.again"), again);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(12, left, right);
    }

    Outcome<Passphrase> typed() {
        Optional<Passphrase> typed = Passphrase.of(fresh.getText());
        if (typed.isEmpty()) {
            return Outcome.failed(Problem.of("passphraseShort"));
        }
        return fresh.getText().equals(again.getText())
                ? Outcome.done(typed.get())
                : Outcome.failed(Problem.of("passphraseDiffers"));
    }
}
