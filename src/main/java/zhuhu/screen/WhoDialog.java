package zhuhu.screen;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// Asks who is at the keyboard: name, unit, phone. Everything confirmed from now on carries that
/// name.
public final class WhoDialog {

    private final Desk desk;
    private final Texts texts;
    private final Layers layers;

    public WhoDialog(Desk desk, Texts texts, Layers layers) {
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
    }

    /// `then` runs once a name was given.
    public void ask(Runnable then) {
        Installation now = desk.now();
        var name = field(now.name(), "who-name");
        var unit = field(now.unit(), "who-unit");
        var phone = field(now.phone(), "who-phone");
        Label missing = Words.label("", "words-bad", "small");
        missing.managedProperty().bind(missing.textProperty().isNotEmpty());
        var save = new Button(texts.of("who.save"));
        save.getStyleClass().add("primary");
        save.setDefaultButton(true);
        Runnable act =
                () -> {
                    if (name.settled().get().isBlank()) {
                        missing.setText(texts.of("who.missing"));
                        name.requestFocus();
                        return;
                    }
                    desk.change(i -> i.who(plain(name), plain(unit), plain(phone)));
                    layers.close();
                    then.run();
                };
        save.setOnAction(_ -> act.run());
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> layers.close());
        var buttons = new HBox(10, Words.spring(), leave, save);
        Node known = people(then);
        var box =
                new VBox(
                        Words.label(texts.of("who.title"), "heading"),
                        Words.lines(texts.of("who.why"), "soft"),
                        known,
                        Fields.of(texts.of("who.name"), name),
                        Fields.of(texts.of("who.unit"), unit),
                        Fields.of(texts.of("who.phone"), phone),
                        missing,
                        buttons);
        box.setPrefWidth(desk.emPx() * 31);
        for (PlainField field : List.of(name, unit, phone)) {
            field.onEnter(act);
        }
        layers.dialog(box, name, () -> {});
    }

    /// Who was here before, each one click away.
    private Node people(Runnable then) {
        var others = new FlowPane(8, 8);
        for (Installation.Person person : desk.now().people()) {
            if (person.name().equals(desk.now().name())) {
                continue;
            }
            var button = new Button(person.name(), Icon.PERSON.of(16));
            button.setId("who-" + person.name());
            button.getStyleClass().add("chip");
            button.setTooltip(new Tooltip(person.unit().isBlank() ? person.name() : person.unit()));
            button.setOnAction(_ -> {
                desk.change(i -> i.who(person.name(), person.unit(), person.phone()));
                layers.close();
                layers.toast(texts.of("who.now", person.name()));
                then.run();
            });
            others.getChildren().add(button);
        }
        boolean any = !others.getChildren().isEmpty();
        var box = new VBox(6, Words.label(texts.of("who.before"), "faint", "small"), others);
        box.setVisible(any);
        box.setManaged(any);
        return box;
    }

    private static PlainField field(String text, String id) {
        var field = new PlainField(text);
        field.setId(id);
        return field;
    }

    private static String plain(PlainField field) {
        return field.settled().get().strip();
    }
}
