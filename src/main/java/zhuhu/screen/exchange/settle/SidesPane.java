package zhuhu.screen.exchange.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Masks;
import zhuhu.base.Texts;
import zhuhu.flow.settle.Conflict;
import zhuhu.flow.settle.Conflict.Row;
import zhuhu.flow.settle.Side;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// The sides of one conflict next to each other, what was agreed before between them, and the acts
/// that settle it.
final class SidesPane {

    private final SettleModel model;
    private final Desk desk;
    private final Texts texts;
    private final VBox root = new VBox(12);

    SidesPane(SettleModel model, Desk desk, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        root.getStyleClass().addAll("sheet", "settle-sheet");
        HBox.setHgrow(root, Priority.ALWAYS);
        root.setMinWidth(0);
    }

    Region root() {
        return root;
    }

    /// Builds it anew from the model.
    void fill() {
        Optional<Conflict> chosen = model.chosen().get();
        root.getChildren().clear();
        chosen.ifPresent(this::fill);
    }

    private void fill(Conflict conflict) {
        root.getChildren().add(head(conflict));
        if (!model.refused().get().isEmpty()) {
            root.getChildren().add(Notes.of(texts, model.refused().get()));
        }
        var scroll = new ScrollPane(grid(conflict));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(scroll, foot(conflict));
    }

    // ---- whose and what

    private Node head(Conflict conflict) {
        String home =
                List.of(conflict.home().householdLabel(), conflict.home().villageLabel()).stream()
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" · "));
        var title = Words.label(texts.of("settle.head", conflict.title(), home), "heading");
        title.setMinWidth(0);
        var sort = Words.label(conflict.sort().words(texts), "badge", "contested");
        sort.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(10, title, sort, Words.spring());
        line.setAlignment(Pos.CENTER_LEFT);
        if (conflict.deferred()) {
            line.getChildren().add(Words.label(texts.of("settle.later"), "badge", "doubt"));
        }
        var box = new VBox(4, line);
        if (!conflict.along().isEmpty()) {
            String along =
                    conflict.along().stream()
                            .map(a -> texts.of("settle.along.one", a.title()))
                            .distinct()
                            .collect(Collectors.joining());
            box.getChildren().add(Words.lines(texts.of("settle.along", along), "soft", "small"));
        }
        return box;
    }

    // ---- side by side

    /// Two sides: left, what was agreed before, right. More: what was agreed before, then all.
    private GridPane grid(Conflict conflict) {
        int sides = conflict.sides().size();
        var grid = new GridPane();
        grid.getStyleClass().add("settle-grid");
        boolean writing = model.writing().get();
        int columns = sides + 1 + (writing ? 1 : 0);
        var label = new ColumnConstraints();
        label.setPercentWidth(20);
        grid.getColumnConstraints().add(label);
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(80.0 / columns);
            column.setFillWidth(true);
            grid.getColumnConstraints().add(column);
        }
        int base = sides == 2 ? 2 : 1;
        for (int i = 0; i < sides; i++) {
            grid.add(sideHead(conflict, i), column(i, base), 0);
        }
        grid.add(baseHead(conflict), base, 0);
        grid.add(cell("", "settle-cell", "settle-corner"), 0, 0);
        if (writing) {
            grid.add(thirdHead(), columns, 0);
        }
        int line = 1;
        for (Row row : shown(conflict)) {
            grid.add(cell(row.property().label(), "settle-cell", "settle-label"), 0, line);
            Label before = cell(covered(row, row.base()), "settle-cell", "settle-base");
            grid.add(before, base, line);
            for (int i = 0; i < sides; i++) {
                grid.add(said(row, i), column(i, base), line);
            }
            if (writing) {
                grid.add(field(row), columns, line);
            }
            line++;
        }
        return grid;
    }

    private static int column(int side, int base) {
        int column = side + 1;
        return column >= base ? column + 1 : column;
    }

    private List<Row> shown(Conflict conflict) {
        return model.whole().get() ? conflict.rows() : conflict.differing();
    }

    private Node said(Row row, int side) {
        var classes = new ArrayList<>(List.of("settle-cell", "settle-said"));
        if (row.differs()) {
            classes.add(row.departs(side) ? "settle-departs" : "settle-differs");
        }
        return cell(covered(row, row.said().get(side)), classes.toArray(String[]::new));
    }

    private String covered(Row row, String text) {
        if (!desk.masked()) {
            return text.isEmpty() ? texts.of("card.empty") : text;
        }
        String shown =
                Masks.personal(row.property().name()) ? Masks.hide(text) : Masks.hideIn(text);
        return shown.isEmpty() ? texts.of("card.empty") : shown;
    }

    private static Label cell(String text, String... classes) {
        Label label = Words.lines(text, classes);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }

    private Node sideHead(Conflict conflict, int i) {
        Side side = conflict.sides().get(i);
        var box = new VBox(2);
        box.getStyleClass().addAll("settle-cell", "settle-side-head");
        box.getChildren().add(Words.lines(side.by(), "strong"));
        String day = side.day().isEmpty() ? texts.of("settle.day.none") : side.day();
        box.getChildren().add(Words.label(day, "soft", "small"));
        box.getChildren().add(Words.lines(voice(side), "soft", "small"));
        if (!side.source().isEmpty()) {
            box.getChildren().add(Words.lines(masked(side.source()), "faint", "small"));
        }
        side.file()
                .filter(f -> !f.file().equals(side.source()))
                .ifPresent(f ->
                        box.getChildren()
                                .add(
                                        Words.lines(
                                                texts.of("settle.file", f.file()),
                                                "faint",
                                                "small")));
        side.decided()
                .ifPresent(d ->
                        box.getChildren()
                                .add(Words.lines(masked(decided(d)), "words-doubt", "small")));
        return box;
    }

    private String masked(String text) {
        return desk.masked() ? Masks.hideIn(text) : text;
    }

    private String decided(Side.Decided decided) {
        String among = String.join("、", decided.among());
        return decided.taken().isEmpty()
                ? texts.of("settle.decided.third", among)
                : texts.of("settle.decided", among, String.join("、", decided.taken()));
    }

    private String voice(Side side) {
        return switch (side.voice()) {
            case VISIT -> texts.of("settle.voice.visit");
            case EDIT -> texts.of("settle.voice.edit");
            case BOOK -> texts.of("settle.voice.book");
            case ROSTER -> texts.of("settle.voice.roster");
            case SETTLED -> texts.of("settle.voice.settled");
        };
    }

    private Node baseHead(Conflict conflict) {
        var box = new VBox(2);
        box.getStyleClass().addAll("settle-cell", "settle-base-head");
        box.getChildren().add(Words.lines(texts.of("settle.base"), "soft"));
        String words =
                conflict.rests().map(Conflict.Base::words).orElse(texts.of("settle.base.none"));
        box.getChildren().add(Words.lines(words, "faint", "small"));
        return box;
    }

    // ---- writing a third

    private Node thirdHead() {
        var box = new VBox(2);
        box.getStyleClass().addAll("settle-cell", "settle-third-head");
        box.getChildren().add(Words.lines(texts.of("settle.third"), "strong"));
        box.getChildren().add(Words.lines(texts.of("settle.third.why"), "faint", "small"));
        return box;
    }

    private Node field(Row row) {
        var box = new VBox();
        box.getStyleClass().addAll("settle-cell", "settle-field");
        if (!SettleModel.isWritable(row)) {
            box.getChildren()
                    .add(
                            Words.lines(
                                    row.property().calculated()
                                            ? texts.of("settle.third.sum")
                                            : texts.of("settle.third.no"),
                                    "faint",
                                    "small"));
            return box;
        }
        box.getChildren().add(row.property().type() == AnswerKind.ONE ? choices(row) : text(row));
        return box;
    }

    private Node text(Row row) {
        var field = new TextField(model.text(row));
        field.setId("settle-third-" + row.property().name());
        field.setDisable(desk.masked() && Masks.personal(row.property().name()));
        field.textProperty().subscribe(now -> model.type(row, now));
        return field;
    }

    private Node choices(Row row) {
        var box = new ComboBox<String>();
        box.setId("settle-third-" + row.property().name());
        box.getItems().add("");
        row.property().choices().stream().map(Choice::label).forEach(box.getItems()::add);
        box.setValue(model.text(row));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().subscribe(now -> model.type(row, now == null ? "" : now));
        return box;
    }

    // ---- the acts

    private Node foot(Conflict conflict) {
        var foot = new VBox(8);
        int alike = conflict.rows().size() - conflict.differing().size();
        if (alike > 0) {
            var more =
                    new Button(
                            model.whole().get()
                                    ? texts.of("settle.alike.hide")
                                    : texts.of("settle.alike.show", alike));
            more.setId("settle-whole");
            more.getStyleClass().addAll("quiet", "small");
            more.setOnAction(_ -> model.whole().set(!model.whole().get()));
            foot.getChildren().add(more);
        }
        foot.getChildren().add(model.writing().get() ? writingActs() : acts(conflict));
        return foot;
    }

    private Node acts(Conflict conflict) {
        var acts = new FlowPane(8, 8);
        acts.getStyleClass().add("settle-acts");
        acts.setAlignment(Pos.CENTER_LEFT);
        int sides = conflict.sides().size();
        for (int i = 0; i < sides; i++) {
            int side = i;
            String key = sides == 2 ? (i == 0 ? "←" : "→") : String.valueOf(i + 1);
            String words =
                    conflict.sides().get(i).voice() == zhuhu.flow.settle.Voice.ROSTER
                            ? texts.of("settle.act.roster")
                            : texts.of("settle.act.take", conflict.sides().get(i).by());
            acts.getChildren()
                    .add(
                            act(
                                    "settle-take-" + (i + 1),
                                    words,
                                    key,
                                    "primary",
                                    () -> model.take(side)));
        }
        acts.getChildren()
                .addAll(
                        act(
                                "settle-third",
                                texts.of("settle.act.third"),
                                "E",
                                "",
                                () -> model.write(0)),
                        act(
                                "settle-defer",
                                conflict.deferred()
                                        ? texts.of("settle.act.resume")
                                        : texts.of("settle.act.defer"),
                                "D",
                                "",
                                model::defer),
                        act(
                                "settle-next",
                                texts.of("settle.act.next"),
                                "Enter",
                                "quiet",
                                () -> model.step(1)));
        return acts;
    }

    private Node writingActs() {
        var acts = new FlowPane(8, 8);
        acts.getStyleClass().add("settle-acts");
        acts.setAlignment(Pos.CENTER_LEFT);
        acts.getChildren()
                .addAll(
                        act(
                                "settle-keep",
                                texts.of("settle.act.keep"),
                                "Ctrl+Enter",
                                "primary",
                                model::keep),
                        act(
                                "settle-stop",
                                texts.of("settle.act.stop"),
                                "Esc",
                                "",
                                model::stopWriting));
        return acts;
    }

    private static Button act(String id, String words, String key, String look, Runnable does) {
        var button = new Button(words, Words.label(key, "key-hint"));
        button.setId(id);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (!look.isEmpty()) {
            button.getStyleClass().add(look);
        }
        button.setOnAction(_ -> does.run());
        return button;
    }
}
