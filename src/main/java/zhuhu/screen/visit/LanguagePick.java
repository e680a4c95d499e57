package zhuhu.screen.visit;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import zhuhu.base.Texts;

/// The language that a form speaks, where it has several; not there where it has one.
final class LanguagePick {

    private final ChoiceBox<String> box = new ChoiceBox<>();

    LanguagePick(List<String> languages, Texts texts, Consumer<String> speak) {
        box.getStyleClass().add("language-pick");
        box.setFocusTraversable(false);
        box.setTooltip(new Tooltip(texts.of("visit.language")));
        box.getItems().setAll(languages);
        box.setVisible(languages.size() > 1);
        box.setManaged(languages.size() > 1);
        if (!languages.isEmpty()) {
            box.setValue(languages.getFirst());
        }
        box.valueProperty().addListener((_, _, now) -> speak.accept(now));
    }

    Node root() {
        return box;
    }
}
