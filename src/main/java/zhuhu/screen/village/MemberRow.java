package zhuhu.screen.village;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.form.Choice;
import zhuhu.record.Value;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// One person of a household that is being added: a line of fields.
final class MemberRow {

    private static final double NUMBER = 1.8;
    private static final double NAME = 7.5;
    private static final double RELATION = 8;
    private static final double ID = 13;
    private static final double REASON = 10;
    private static final double BIRTH = 8;

    private final Label number = Words.label("", "faint");
    private final PlainField name = new PlainField();
    private final ComboBox<Choice> relation = new ComboBox<>();
    private final PlainField idNo = new PlainField();
    private final PlainField reason = new PlainField();
    private final PlainField birth = new PlainField();
    private final HBox node;

    MemberRow(
            Texts texts,
            double emPx,
            List<Choice> relations,
            String chosen,
            Consumer<MemberRow> remove) {
        relation.getItems().setAll(relations);
        relation.setConverter(new Labelled());
        relations.stream()
                .filter(c -> c.name().equals(chosen))
                .findFirst()
                .ifPresent(relation::setValue);
        birth.setPromptText(texts.of("add.birth.shape"));
        var away = new Button("", Icon.CLOSE.of(14));
        away.getStyleClass().add("quiet");
        away.setAccessibleText(texts.of("add.remove"));
        away.setFocusTraversable(false);
        away.setOnAction(_ -> remove.accept(this));
        wide(number, NUMBER * emPx);
        wide(name, NAME * emPx);
        wide(relation, RELATION * emPx);
        wide(idNo, ID * emPx);
        wide(reason, REASON * emPx);
        wide(birth, BIRTH * emPx);
        node = new HBox(8, number, name, relation, idNo, reason, birth, away);
        node.setAlignment(Pos.CENTER_LEFT);
    }

    /// The words above the fields.
    static Node heads(Texts texts, double emPx) {
        var heads = new HBox(8);
        double[] ems = {NUMBER, NAME, RELATION, ID, REASON, BIRTH};
        String[] keys = {"", "add.name", "add.relation", "add.id", "add.reason", "add.birth"};
        for (int i = 0; i < ems.length; i++) {
            String words = keys[i].isEmpty() ? "" : texts.of(keys[i]);
            Label head = Words.label(words, "field-label", "small");
            wide(head, ems[i] * emPx);
            heads.getChildren().add(head);
        }
        return heads;
    }

    Node node() {
        return node;
    }

    Node first() {
        return name;
    }

    void focus() {
        name.requestFocus();
    }

    String name() {
        return name.settled().get().strip();
    }

    void numbered(int at) {
        number.setText(String.valueOf(at));
        name.setId("add-name-" + at);
        relation.setId("add-relation-" + at);
        idNo.setId("add-id-" + at);
        reason.setId("add-reason-" + at);
        birth.setId("add-birth-" + at);
    }

    boolean isBlank() {
        return name().isEmpty() && idNo.settled().get().isBlank();
    }

    /// By question of the person's register form; what was left open is empty.
    Map<String, Value> values() {
        var values = new HashMap<String, Value>();
        values.put("person_name", Value.text(name()));
        values.put("id_no", Value.text(idNo.settled().get()));
        values.put("no_id_reason", Value.text(reason.settled().get()));
        values.put("birth_date", Value.text(day(birth.settled().get())));
        Choice chosen = relation.getValue();
        values.put("relation", chosen == null ? Value.EMPTY : Value.text(chosen.name()));
        return values;
    }

    /// 20161201, 2016.12.1 and 2016-12-01 are one day; what is no day stays as typed.
    private static String day(String typed) {
        String plain = typed.strip().replace('.', '-').replace('/', '-');
        if (plain.matches("\\d{8}")) {
            return plain.substring(0, 4) + "-" + plain.substring(4, 6) + "-" + plain.substring(6);
        }
        String[] parts = plain.split("-", -1);
        boolean isDay = plain.matches("\\d{4}-\\d{1,2}-\\d{1,2}");
        return isDay ? "%s-%2s-%2s".formatted((Object[]) parts).replace(' ', '0') : plain;
    }

    private static void wide(javafx.scene.layout.Region field, double px) {
        field.setMinWidth(px);
        field.setPrefWidth(px);
        field.setMaxWidth(px);
    }

    private static final class Labelled extends StringConverter<Choice> {
        @Override
        public String toString(@Nullable Choice choice) {
            return choice == null ? "" : choice.label();
        }

        @Override
        public @Nullable Choice fromString(String words) {
            return null;
        }
    }
}
