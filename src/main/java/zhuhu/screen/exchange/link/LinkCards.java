package zhuhu.screen.exchange.link;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Masks;
import zhuhu.base.Texts;
import zhuhu.flow.link.AnswerDuplicate.Stands;
import zhuhu.flow.link.Compared;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// Two cards side by side, what differs marked, and the three answers below.
final class LinkCards {

    private final LinkModel model;
    private final Desk desk;
    private final Texts texts;
    private final VBox cards = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(cards);
    private final VBox foot = new VBox(10);
    private final VBox spoken = new VBox();
    private final CheckBox onlyDiffering = new CheckBox();
    private final VBox root = new VBox(scroll, foot);

    LinkCards(LinkModel model, Desk desk, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("dialog-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        foot.getStyleClass().add("links-foot");
        root.getStyleClass().add("links-cards");
        onlyDiffering.setText(texts.of("links.onlyDiffering"));
        onlyDiffering.setSelected(true);
        onlyDiffering.selectedProperty().subscribe(_ -> show());
        model.compared().subscribe(_ -> show());
        model.said().subscribe(_ -> speak());
        model.undoable().subscribe(_ -> speak());
    }

    Region root() {
        return root;
    }

    /// What was said last, with the way back.
    Node spoken() {
        foot.getChildren().remove(spoken);
        return spoken;
    }

    /// Puts it back where pairs are left.
    void listen() {
        if (!foot.getChildren().contains(spoken)) {
            show();
        }
    }

    private void show() {
        Optional<Compared> compared = model.compared().get();
        if (compared.isEmpty()) {
            return;
        }
        cards.getChildren().setAll(evidence(), grid(compared.get()));
        foot.getChildren().setAll(stands(compared.get().opens()), answers(), spoken);
        scroll.setVvalue(0);
    }

    private String shown(String words) {
        return desk.masked() ? Masks.hideIn(words) : words;
    }

    private Node evidence() {
        var box = new VBox(4, Words.label(texts.of("links.evidence"), "subheading"));
        model.chosen().get().stream()
                .flatMap(line -> line.pair().evidence().stream())
                .forEach(why -> box.getChildren().add(Words.lines("· " + shown(why))));
        box.getStyleClass().addAll("note", "plain");
        return box;
    }

    private Node grid(Compared compared) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("sheet", "links-grid");
        grid.getColumnConstraints()
                .setAll(column(desk.emPx() * 9, false), column(0, true), column(0, true));
        grid.addRow(
                0,
                only(),
                side(compared.first(), Stands.FIRST),
                side(compared.second(), Stands.SECOND));
        int at = 1;
        String section = "";
        for (Compared.Row row : compared.rows()) {
            if (onlyDiffering.isSelected() && !row.differs()) {
                continue;
            }
            if (!row.section().equals(section)) {
                section = row.section();
                var band = Words.label(section, "soft", "small", "links-band");
                band.setMaxWidth(Double.MAX_VALUE);
                grid.add(band, 0, at++, 3, 1);
            }
            Label label = Words.lines(row.label(), "soft");
            grid.addRow(at++, label, value(row.first(), row), value(row.second(), row));
        }
        if (at == 1) {
            grid.add(Words.lines(texts.of("links.allAlike"), "soft"), 0, at, 3, 1);
        }
        return grid;
    }

    private Node only() {
        var box = new VBox(onlyDiffering);
        box.setAlignment(Pos.BOTTOM_LEFT);
        return box;
    }

    private static ColumnConstraints column(double width, boolean grows) {
        var column = new ColumnConstraints();
        if (grows) {
            column.setPercentWidth(38);
            column.setHgrow(Priority.ALWAYS);
        } else {
            column.setMinWidth(width);
            column.setHgrow(Priority.SOMETIMES);
        }
        column.setFillWidth(true);
        column.setHalignment(HPos.LEFT);
        return column;
    }

    private Node side(Compared.Side side, Stands which) {
        var mark =
                Words.label(
                        which == Stands.FIRST ? texts.of("links.left") : texts.of("links.right"),
                        "badge");
        var name = new HBox(8, mark, Words.label(side.label(), "heading"));
        name.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(3, name);
        if (!side.place().isEmpty()) {
            box.getChildren().add(Words.lines(side.place(), "soft"));
        }
        box.getChildren().add(Words.label(side.id().shortKey(), "faint", "small"));
        if (!side.stated().isEmpty()) {
            box.getChildren()
                    .add(Words.lines(texts.of("links.stated", side.stated()), "faint", "small"));
        }
        box.getStyleClass().add("links-side");
        return box;
    }

    private Node value(String words, Compared.Row row) {
        Label label = Words.lines(shown(words));
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(row.differs() ? "links-differs" : "links-alike");
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    /// What joining opens, and whose word stands then.
    private Node stands(List<String> opens) {
        if (opens.isEmpty()) {
            return Words.lines(texts.of("links.opensNothing"), "soft");
        }
        var group = new ToggleGroup();
        var left = chip(group, texts.of("links.take.left"), Stands.FIRST);
        var right = chip(group, texts.of("links.take.right"), Stands.SECOND);
        var open = chip(group, texts.of("links.take.open"), Stands.OPEN);
        var row = new FlowPane(8, 6, left, right, open);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(
                6,
                Words.lines(texts.of("links.opens", opens.size(), String.join("、", opens)), "soft"),
                row);
    }

    private ToggleButton chip(ToggleGroup group, String words, Stands whose) {
        var chip = new ToggleButton(words);
        chip.setToggleGroup(group);
        chip.getStyleClass().add("chip");
        chip.setOnAction(_ -> model.stands().set(whose));
        model.stands().subscribe(now -> chip.setSelected(now == whose));
        return chip;
    }

    private Node answers() {
        var same = button(texts.of("links.same"), Icon.CHECK, model::same);
        same.setId("links-same");
        same.getStyleClass().add("primary");
        var not = button(texts.of("links.notSame"), Icon.CLOSE, model::notTheSame);
        not.setId("links-not-same");
        boolean put = model.chosen().get().map(line -> line.pair().later()).orElse(false);
        var later =
                button(
                        put ? texts.of("links.askAgain") : texts.of("links.putOff"),
                        Icon.CLOCK,
                        model::later);
        later.setId("links-later");
        var row =
                new FlowPane(
                        10,
                        8,
                        same,
                        Words.label("S", "key-hint"),
                        not,
                        Words.label("N", "key-hint"),
                        later,
                        Words.label("D", "key-hint"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button button(String words, Icon icon, Runnable act) {
        var button = new Button(words, icon.of(16));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void speak() {
        Optional<LinkModel.Said> said = model.said().get();
        if (said.isEmpty()) {
            spoken.getChildren().clear();
            return;
        }
        if (!said.get().problems().isEmpty()) {
            spoken.getChildren().setAll(Notes.of(texts, said.get().problems()));
            return;
        }
        var words = Words.lines(words(said.get()), "soft");
        var row = new HBox(12, words);
        row.setAlignment(Pos.CENTER_LEFT);
        if (model.undoable().get()) {
            var undo = new Button(texts.of("links.undo"));
            undo.setId("links-undo");
            undo.getStyleClass().add("quiet");
            undo.setMinWidth(Region.USE_PREF_SIZE);
            undo.setOnAction(_ -> model.undo());
            row.getChildren().addAll(undo, Words.label("Ctrl+Z", "key-hint"));
        }
        spoken.getChildren().setAll(row);
    }

    private String words(LinkModel.Said said) {
        String names = texts.of("links.two", said.line().first(), said.line().second());
        return switch (said.answer()) {
            case SAME ->
                    said.open().isEmpty()
                            ? texts.of("links.said.same", names)
                            : texts.of(
                                    "links.said.open",
                                    names,
                                    said.open().size(),
                                    String.join("、", said.open()));
            case NOT_SAME -> texts.of("links.said.notSame", names);
            case LATER -> texts.of("links.said.later", names);
            case UNDONE -> texts.of("links.said.undone", names);
        };
    }
}
