package zhuhu.screen.household;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.PinyinQuery;
import zhuhu.base.Plain;
import zhuhu.base.Texts;
import zhuhu.flow.query.Fields;
import zhuhu.flow.query.Fields.Field;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// Chooses a property by its label, its section's, or how either is read.
final class AskProperty {

    private final Fields fields;
    private final Texts texts;
    private final Layers layers;
    private final Desk desk;

    AskProperty(Fields fields, Texts texts, Layers layers, Desk desk) {
        this.fields = fields;
        this.texts = texts;
        this.layers = layers;
        this.desk = desk;
    }

    void open(Consumer<Field> chosen) {
        var search = new PlainField();
        search.setId("ask-property-search");
        search.setPromptText(texts.of("ask.property.search"));
        var list = new ListView<Field>();
        list.setId("ask-property-list");
        list.setCellFactory(_ -> new FieldCell());
        list.setPlaceholder(new Label(texts.of("ask.property.none")));
        list.setFocusTraversable(false);
        list.setPrefHeight(desk.emPx() * 24);
        Runnable take =
                () -> {
                    Field field = list.getSelectionModel().getSelectedItem();
                    if (field != null) {
                        layers.close();
                        chosen.accept(field);
                    }
                };
        search.settled()
                .subscribe(typed -> {
                    list.getItems().setAll(matching(fields.all(), typed));
                    list.getSelectionModel().selectFirst();
                    list.scrollTo(0);
                });
        search.onEnter(take);
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> move(event, search, list));
        list.setOnMouseClicked(_ -> take.run());
        var box = new VBox(Words.label(texts.of("ask.property.title"), "heading"), search, list);
        box.setPrefWidth(desk.emPx() * 34);
        layers.dialog(box, search, () -> {});
    }

    private static void move(KeyEvent event, PlainField search, ListView<Field> list) {
        int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (by == 0 || search.composing().get()) {
            return;
        }
        event.consume();
        int to = list.getSelectionModel().getSelectedIndex() + by;
        if (to >= 0 && to < list.getItems().size()) {
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 6));
        }
    }

    /// Those whose label is called or read so, then those of a section that is.
    static List<Field> matching(List<Field> all, String typed) {
        String wanted = Plain.folded(typed);
        if (wanted.isEmpty()) {
            return all;
        }
        var found = new LinkedHashSet<Field>();
        var letters = new PinyinQuery(wanted);
        all.stream().filter(f -> Plain.folded(f.label()).contains(wanted)).forEach(found::add);
        all.stream().filter(f -> letters.reads(f.label())).forEach(found::add);
        all.stream().filter(f -> f.name().contains(wanted)).forEach(found::add);
        all.stream()
                .filter(f -> f.section().contains(wanted) || letters.reads(f.section()))
                .forEach(found::add);
        return List.copyOf(found);
    }

    private final class FieldCell extends ListCell<Field> {
        @Override
        protected void updateItem(Field field, boolean empty) {
            super.updateItem(field, empty);
            setText("");
            setGraphic(empty || field == null ? null : line(field));
        }

        private Region line(Field field) {
            var label = Words.label(field.label());
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinWidth(0);
            HBox.setHgrow(label, Priority.ALWAYS);
            String whose = texts.of(field.ofMember() ? "ask.of.member" : "ask.of.household");
            var line =
                    new HBox(
                            8,
                            label,
                            Words.label(
                                    texts.of("ask.of", whose, field.section()), "faint", "small"));
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }
    }
}
