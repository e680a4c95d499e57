package zhuhu.screen.household;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.query.Conditions;
import zhuhu.flow.query.Expression;
import zhuhu.flow.query.ExpressionReader;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Words;
import zhuhu.store.Workspace.Question;

/// The questions at hand: some that come with the program, and those that somebody kept.
final class AskKept {

    private final AskModel model;
    private final Texts texts;
    private final Layers layers;
    private final Desk desk;
    private final AskWords words;
    private final VBox lines = new VBox(2);

    AskKept(AskModel model, Texts texts, Layers layers, Desk desk) {
        this.model = model;
        this.texts = texts;
        this.layers = layers;
        this.desk = desk;
        this.words = new AskWords(texts, model.fields());
    }

    /// Questions that every pack's register can answer.
    private List<Question> ready() {
        return List.of(
                new Question(
                        texts.of("ask.ready.unsafe"),
                        "unsafe_house = 1 and poverty_status != 1 and relocation_state != 3"),
                new Question(
                        texts.of("ask.ready.insurance"),
                        "registered = 1 and medical_insurance = 0"),
                new Question(
                        texts.of("ask.ready.dropout"),
                        "registered = 1 and dropout_reason is answered"),
                new Question(texts.of("ask.ready.phone"), "registered = 1 and phone is not asked"));
    }

    void open() {
        ListChangeListener<Question> changed = _ -> fill();
        model.questions().addListener(changed);
        fill();
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefHeight(desk.emPx() * 22);
        var close = new Button(texts.of("part.close"));
        close.setOnAction(_ -> layers.close());
        var box =
                new VBox(
                        Words.label(texts.of("ask.kept"), "heading"),
                        scroll,
                        new HBox(Words.spring(), close));
        box.setPrefWidth(desk.emPx() * 42);
        layers.dialog(box, close, () -> model.questions().removeListener(changed));
    }

    private void fill() {
        lines.getChildren().setAll(Words.label(texts.of("ask.kept.mine"), "soft", "small"));
        if (model.questions().isEmpty()) {
            lines.getChildren().add(Words.lines(texts.of("ask.kept.none"), "faint"));
        }
        model.questions().forEach(q -> lines.getChildren().add(line(q, true)));
        lines.getChildren().add(Words.label(texts.of("ask.kept.ready"), "soft", "small"));
        ready().stream()
                .filter(q -> said(q).isPresent())
                .forEach(q -> lines.getChildren().add(line(q, false)));
    }

    private java.util.Optional<Conditions> said(Question question) {
        return switch (new ExpressionReader(model.fields()).read(question.expression())) {
            case Outcome.Done<Expression>(Expression expression) -> Conditions.of(expression);
            case Outcome.Failed<Expression> _ -> java.util.Optional.empty();
        };
    }

    private Node line(Question question, boolean mine) {
        // Reason: a button measures words that wrap far too tall.
        Label what =
                Words.label(
                        said(question)
                                .map(words::of)
                                .orElse(texts.of("ask.kept.unknown", question.expression())),
                        "faint",
                        "small");
        what.setMinWidth(0);
        var run = new Button("", new VBox(2, Words.label(question.name(), "strong"), what));
        run.getStyleClass().add("recent");
        run.setAccessibleText(question.name());
        run.setMaxWidth(Double.MAX_VALUE);
        run.setMinWidth(0);
        run.setDisable(said(question).isEmpty());
        run.setOnAction(_ -> {
            layers.close();
            model.ask(question);
        });
        HBox.setHgrow(run, Priority.ALWAYS);
        var line = new HBox(4, run);
        line.setAlignment(Pos.CENTER_LEFT);
        if (mine) {
            line.getChildren()
                    .addAll(
                            act(
                                    texts.of("ask.rename"),
                                    () ->
                                            new AskName(texts, layers, desk)
                                                    .open(
                                                            question.name(),
                                                            name -> model.rename(question, name))),
                            act(texts.of("ask.drop"), () -> model.drop(question)));
        }
        return line;
    }

    private static Button act(String words, Runnable act) {
        var button = new Button(words);
        button.getStyleClass().add("quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
