package zhuhu.screen.household;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.query.Condition;
import zhuhu.flow.query.Conditions;
import zhuhu.flow.query.Fields.Field;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Words;

/// The filter row: a line a condition, the whole of it in words, and the way to what was kept.
public final class AskPane {

    private final AskModel model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final AskWords words;
    private final VBox rows = new VBox(6);
    private final Label sentence = Words.lines("", "ask-words");
    private final Label samePerson = Words.label("", "faint", "small");
    private final Button keep = new Button();
    private final HBox foot = new HBox(10);
    private final VBox root = new VBox();

    /// Its dialogs are laid over `layers`.
    public AskPane(AskModel model, Desk desk, Texts texts, Layers layers) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.words = new AskWords(texts, model.fields());
        build();
        model.rows().addListener((ListChangeListener<AskRow>) _ -> fill());
        model.conditions().subscribe(this::say);
        fill();
    }

    AskModel model() {
        return model;
    }

    Region root() {
        return root;
    }

    private void build() {
        var kept = quiet("ask-kept", texts.of("ask.kept"), Icon.BOOK);
        kept.setOnAction(_ -> new AskKept(model, texts, layers, desk).open());
        keep.setId("ask-keep");
        keep.setText(texts.of("ask.keep"));
        keep.setGraphic(Icon.CHECK.of(15));
        keep.getStyleClass().add("quiet");
        keep.setOnAction(_ -> new AskName(texts, layers, desk).open("", model::keep));
        var shut = new Button("", Icon.CLOSE.of(15));
        shut.setId("ask-close");
        shut.getStyleClass().add("quiet");
        shut.setAccessibleText(texts.of("ask.close"));
        shut.setOnAction(_ -> model.close());
        var head =
                new HBox(
                        6,
                        Words.label(texts.of("ask.title"), "heading"),
                        Words.spring(),
                        kept,
                        keep,
                        shut);
        head.setAlignment(Pos.CENTER_LEFT);
        var add = quiet("ask-add", texts.of("ask.add"), Icon.ADD);
        add.setOnAction(_ -> model.add());
        foot.getChildren().setAll(add, samePerson);
        foot.managedProperty().bind(foot.visibleProperty());
        rows.managedProperty().bind(rows.visibleProperty());
        foot.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().setAll(head, rows, foot, sentence);
        root.getStyleClass().addAll("sheet", "ask");
        sentence.managedProperty().bind(sentence.textProperty().isNotEmpty());
    }

    /// Shows the sentence alone, to make room for what it counts.
    void fold(boolean folded) {
        rows.setVisible(!folded);
        foot.setVisible(!folded);
    }

    private static Button quiet(String id, String words, Icon icon) {
        var button = new Button(words, icon.of(15));
        button.setId(id);
        button.getStyleClass().add("quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void fill() {
        rows.getChildren().clear();
        for (int i = 0; i < model.rows().size(); i++) {
            AskRow row = model.rows().get(i);
            Consumer<Consumer<Field>> pick =
                    chosen -> new AskProperty(model.fields(), texts, layers, desk).open(chosen);
            HBox line = new AskRowView(row, model, words, desk, texts, pick).root(i);
            HBox.setHgrow(line, Priority.ALWAYS);
            rows.getChildren().add(line);
        }
    }

    private void say(Optional<Conditions> now) {
        keep.setDisable(now.isEmpty());
        sentence.setText(now.map(c -> texts.of("ask.words", words.of(c))).orElse(""));
        boolean several =
                now.map(c -> c.groups().stream().anyMatch(this::asksAMemberTwice)).orElse(false);
        samePerson.setText(several ? texts.of("ask.member") : "");
    }

    private boolean asksAMemberTwice(List<Condition> group) {
        return group.stream()
                        .filter(c ->
                                model.fields()
                                        .find(c.property())
                                        .map(Field::ofMember)
                                        .orElse(false))
                        .count()
                > 1;
    }
}
