package zhuhu.screen.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import zhuhu.base.Texts;
import zhuhu.flow.query.Fields.Field;
import zhuhu.flow.query.Operator;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// One condition: joined by, property, operator, value.
final class AskRowView {

    private static final Pattern BETWEEN = Pattern.compile("[,，、\\s]+");

    private final AskRow row;
    private final AskModel model;
    private final AskWords words;
    private final Desk desk;
    private final Texts texts;
    private final Consumer<Consumer<Field>> pick;
    private final StackPane value = new StackPane();
    private String valueId = "";
    private final ComboBox<Operator> operator = new ComboBox<>();

    /// `pick` lets a person choose a property.
    AskRowView(
            AskRow row,
            AskModel model,
            AskWords words,
            Desk desk,
            Texts texts,
            Consumer<Consumer<Field>> pick) {
        this.row = row;
        this.model = model;
        this.words = words;
        this.desk = desk;
        this.texts = texts;
        this.pick = pick;
    }

    HBox root(int index) {
        var property = property(index);
        operator.setConverter(shown(words::operator));
        operator.setId("ask-operator-" + index);
        width(operator, 9);
        value.setAlignment(Pos.CENTER_LEFT);
        valueId = "ask-value-" + index;
        value.setMinWidth(desk.emPx() * 6);
        HBox.setHgrow(value, Priority.ALWAYS);
        var remove = new Button("", Icon.CLOSE.of(14));
        remove.setId("ask-remove-" + index);
        remove.getStyleClass().add("quiet");
        remove.setAccessibleText(texts.of("ask.remove"));
        remove.setOnAction(_ -> model.remove(row));
        row.field().subscribe(now -> about(property, now));
        operator.setOnAction(_ -> {
            Operator now = operator.getValue();
            if (now != null && now != row.operator().get()) {
                row.operator().set(now);
                fillValue();
            }
        });
        var line = new HBox(8, join(index), property, operator, value, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node join(int index) {
        if (index == 0) {
            return width(Words.label(texts.of("ask.first"), "soft"), 5.6);
        }
        var join = new ComboBox<Boolean>();
        join.setId("ask-join-" + index);
        join.setConverter(shown(or -> texts.of(or ? "ask.or" : "ask.and")));
        join.getItems().setAll(false, true);
        join.setValue(row.or().get());
        join.setOnAction(_ -> row.or().set(Boolean.TRUE.equals(join.getValue())));
        return width(join, 5.6);
    }

    private Button property(int index) {
        var property = new Button("", Icon.DOWN.of(12));
        property.setId("ask-property-" + index);
        property.getStyleClass().add("ask-property");
        property.setContentDisplay(ContentDisplay.RIGHT);
        property.setAlignment(Pos.CENTER_LEFT);
        property.setOnAction(_ -> pick.accept(row::about));
        return width(property, 13);
    }

    private void about(Button property, Optional<Field> now) {
        property.setText(now.map(Field::label).orElse(texts.of("ask.property")));
        operator.getItems().setAll(now.map(f -> Operator.of(f.type())).orElse(List.of()));
        operator.setValue(now.isPresent() ? row.operator().get() : null);
        operator.setDisable(now.isEmpty());
        fillValue();
    }

    private void fillValue() {
        Optional<Field> now = row.field().get();
        if (now.isEmpty() || row.operator().get().alone()) {
            value.getChildren().clear();
            return;
        }
        Region editor = editor(now.get(), row.operator().get());
        editor.setId(valueId);
        value.getChildren().setAll(editor);
    }

    private Region editor(Field field, Operator by) {
        List<Choice> choices = choices(field);
        boolean part = by == Operator.CONTAINS && !field.isMany();
        if (choices.isEmpty() || part) {
            return line(field, by);
        }
        return by.takesSeveral() ? several(choices) : one(choices);
    }

    private List<Choice> choices(Field field) {
        return field.name().equals("village") && !field.ofMember()
                ? model.villages().stream().map(v -> new Choice(v, v)).toList()
                : field.property().choices();
    }

    private Region line(Field field, Operator by) {
        var line = new PlainField(String.join(" ", row.values().get()));
        line.setPromptText(
                field.type() == AnswerKind.DATE ? texts.of("ask.date") : texts.of("ask.value"));
        line.settled()
                .subscribe((_, typed) ->
                        row.values()
                                .set(
                                        typed.isBlank()
                                                ? List.of()
                                                : by.takesSeveral()
                                                        ? BETWEEN.splitAsStream(typed.strip())
                                                                .toList()
                                                        : List.of(typed.strip())));
        return width(line, 12);
    }

    private Region one(List<Choice> choices) {
        var box = new ComboBox<Choice>();
        box.setConverter(shown(Choice::label));
        box.setPromptText(texts.of("ask.choose"));
        box.getItems().setAll(choices);
        row.values().get().stream()
                .findFirst()
                .flatMap(v -> choices.stream().filter(c -> c.name().equals(v)).findFirst())
                .ifPresent(box::setValue);
        box.setOnAction(_ -> {
            Choice chosen = box.getValue();
            row.values().set(chosen == null ? List.of() : List.of(chosen.name()));
        });
        return width(box, 12);
    }

    private Region several(List<Choice> choices) {
        var menu = new MenuButton();
        var ticked = new ArrayList<>(row.values().get());
        Runnable say =
                () ->
                        menu.setText(
                                ticked.isEmpty()
                                        ? texts.of("ask.choose")
                                        : String.join(
                                                texts.of("ask.words.list"),
                                                labels(choices, ticked)));
        for (Choice choice : choices) {
            var item = new CheckMenuItem(choice.label());
            item.setSelected(ticked.contains(choice.name()));
            item.setOnAction(_ -> {
                ticked.remove(choice.name());
                if (item.isSelected()) {
                    ticked.add(choice.name());
                }
                row.values().set(List.copyOf(ticked));
                say.run();
            });
            menu.getItems().add(item);
        }
        say.run();
        return width(menu, 12);
    }

    private static List<String> labels(List<Choice> choices, List<String> names) {
        return choices.stream().filter(c -> names.contains(c.name())).map(Choice::label).toList();
    }

    private <T extends Region> T width(T node, double ems) {
        node.setPrefWidth(desk.emPx() * ems);
        node.setMinWidth(desk.emPx() * Math.min(ems, 5.6));
        node.setMaxWidth(desk.emPx() * ems * 1.4);
        return node;
    }

    private static <T> StringConverter<T> shown(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@org.jspecify.annotations.Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        };
    }
}
