package zhuhu.screen.household;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// Asks under which name a question is kept.
final class AskName {

    private final Texts texts;
    private final Layers layers;
    private final Desk desk;

    AskName(Texts texts, Layers layers, Desk desk) {
        this.texts = texts;
        this.layers = layers;
        this.desk = desk;
    }

    void open(String before, Consumer<String> named) {
        var name = new PlainField(before);
        name.setId("ask-name");
        var save = new Button(texts.of("ask.keep"));
        save.setId("ask-name-keep");
        save.getStyleClass().add("primary");
        var cancel = new Button(texts.of("ask.cancel"));
        cancel.setOnAction(_ -> layers.close());
        Runnable act =
                () -> {
                    if (!name.settled().get().isBlank()) {
                        layers.close();
                        named.accept(name.settled().get());
                    }
                };
        save.setOnAction(_ -> act.run());
        save.disableProperty().bind(name.settled().map(String::isBlank));
        name.onEnter(act);
        var box =
                new VBox(
                        Words.label(texts.of("ask.name.title"), "heading"),
                        Fields.of(texts.of("ask.name"), name),
                        new HBox(10, Words.spring(), cancel, save));
        box.setPrefWidth(desk.emPx() * 28);
        layers.dialog(box, name, () -> {});
    }
}
