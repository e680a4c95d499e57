package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;

/// What choosing does to an answer of choices. Pure.
final class Picks {

    private Picks() {}

    static boolean isMany(Asked asked) {
        return asked.question().kind() == AnswerKind.MANY;
    }

    static boolean isChosen(Asked asked, Choice choice) {
        return chosen(asked).contains(choice.name());
    }

    /// The answer after a choice was picked. Picking again takes it back; several choices keep the
    /// order of their list.
    static Value picked(Asked asked, Choice choice) {
        var now = new ArrayList<>(chosen(asked));
        if (now.remove(choice.name())) {
            return isMany(asked) ? inListOrder(asked, now) : Value.EMPTY;
        }
        if (!isMany(asked)) {
            return Value.text(choice.name());
        }
        now.add(choice.name());
        return inListOrder(asked, now);
    }

    /// The question as it will be once the answer is saved.
    static Asked with(Asked asked, Value value) {
        return asked.with(value);
    }

    /// The choice that a digit key stands for, counted from 0.
    static OptionalInt digit(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return OptionalInt.empty();
        }
        KeyCode code = event.getCode();
        int ordinal = code.ordinal();
        if (code.compareTo(KeyCode.DIGIT1) >= 0 && code.compareTo(KeyCode.DIGIT9) <= 0) {
            return OptionalInt.of(ordinal - KeyCode.DIGIT1.ordinal());
        }
        if (code.compareTo(KeyCode.NUMPAD1) >= 0 && code.compareTo(KeyCode.NUMPAD9) <= 0) {
            return OptionalInt.of(ordinal - KeyCode.NUMPAD1.ordinal());
        }
        return OptionalInt.empty();
    }

    private static Value inListOrder(Asked asked, List<String> names) {
        return Value.many(
                asked.question().choices().stream()
                        .map(Choice::name)
                        .filter(names::contains)
                        .toList());
    }

    private static List<String> chosen(Asked asked) {
        return switch (asked.value()) {
            case Value.Text(String name) -> List.of(name);
            case Value.Many(List<String> names) -> names;
            case Value.Empty _, Value.Number _, Value.Rows _ -> List.of();
        };
    }
}
