package zhuhu.screen.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import zhuhu.base.Masks;
import zhuhu.base.Texts;
import zhuhu.flow.ledger.LedgerEntry;
import zhuhu.flow.ledger.LedgerStates;
import zhuhu.record.Kind;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// One entry of the ledger: what it says, and the acts that lead it on.
final class EntryPane {

    private final LedgerModel model;
    private final Desk desk;
    private final Texts texts;

    EntryPane(LedgerModel model, Desk desk, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
    }

    Node root(LedgerEntry entry) {
        var title = Words.lines(entry.words(), "heading");
        var badge = LedgerTable.badge(texts.of("state." + entry.state()), entry.state());
        var top = new HBox(10, badge);
        if (entry.isOverdue()) {
            top.getChildren()
                    .add(
                            Words.label(
                                    texts.of("ledger.lateBy", entry.overdueDays()),
                                    "badge",
                                    "bad"));
        }
        var shut = new Button("", Icon.CLOSE.of(16));
        shut.getStyleClass().add("quiet");
        shut.setAccessibleText(texts.of("part.close"));
        shut.setOnAction(_ -> model.choose(Optional.empty()));
        top.getChildren().addAll(Words.spring(), shut);
        top.setAlignment(Pos.CENTER_LEFT);
        var home = new Button(texts.of("ledger.home", entry.head()), Icon.GO.of(15));
        home.setId("ledger-home");
        home.setContentDisplay(ContentDisplay.RIGHT);
        home.setOnAction(_ -> model.household());
        home.setVisible(entry.household().isPresent());
        home.setManaged(home.isVisible());
        var head = new VBox(top, title, home);
        if (model.canEdit()) {
            head.getChildren().add(changes(entry));
        }
        head.getStyleClass().add("card-head");
        var box = new VBox(facts(entry), acts(entry));
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return new VBox(head, scroll);
    }

    private Node changes(LedgerEntry entry) {
        var edit = new Button(texts.of("ledger.edit"));
        edit.setId("ledger-edit");
        edit.setOnAction(_ -> model.edit());
        var add = new Button(texts.of("ledger.add"), Icon.ADD.of(15));
        add.setId("ledger-add");
        add.setOnAction(_ -> model.add());
        add.setVisible(entry.household().isPresent());
        return new FlowPane(8, 8, edit, add);
    }

    private Node facts(LedgerEntry entry) {
        String kind = entry.id().kind().code();
        var grid = new GridPane(12, 5);
        grid.getColumnConstraints().setAll(new ColumnConstraints(desk.emPx() * 7));
        String where =
                String.join(" ", List.of(entry.village(), entry.group(), entry.head())).strip();
        fact(grid, "ledger.where", where);
        fact(grid, "ledger.sort." + kind, entry.sort());
        fact(grid, "ledger.level." + kind, entry.level());
        fact(grid, "ledger.owner." + kind, entry.owner());
        fact(grid, "ledger.since." + kind, entry.since());
        if (entry.id().kind() == Kind.PAIRING) {
            fact(grid, "ledger.until", entry.due());
            fact(grid, "ledger.phone", desk.masked() ? Masks.hide(entry.result()) : entry.result());
        } else {
            fact(grid, "ledger.due", entry.due());
            fact(grid, "ledger.result." + kind, entry.result());
        }
        if (entry.id().kind() == Kind.MEASURE) {
            fact(grid, "ledger.progress", entry.progress().isEmpty() ? "" : entry.progress() + "%");
            String signed =
                    switch (entry.signed()) {
                        case "1" -> texts.of("ledger.signed");
                        case "0" -> texts.of("ledger.unsigned");
                        default -> "";
                    };
            fact(grid, "ledger.signature", signed);
        }
        var block = new VBox(grid);
        block.getStyleClass().add("card-block");
        return block;
    }

    private void fact(GridPane grid, String key, String words) {
        var label = Words.label(texts.of(key), "row-label");
        GridPane.setValignment(label, VPos.TOP);
        var said =
                words.isEmpty()
                        ? Words.label(texts.of("card.empty"), "not-asked")
                        : Words.lines(words);
        grid.addRow(grid.getRowCount(), label, said);
    }

    private Node acts(LedgerEntry entry) {
        var why = new PlainField();
        why.setId("ledger-why");
        why.setPromptText(texts.of("ledger.why.prompt"));
        var nodes = new ArrayList<Node>();
        nodes.add(Words.label(texts.of("ledger.acts"), "subheading"));
        switch (entry.id().kind()) {
            case ISSUE -> {
                nodes.add(Fields.of(texts.of("ledger.why"), why));
                nodes.add(states(entry, why));
            }
            case MEASURE -> measure(entry, why, nodes);
            default -> {
                nodes.add(Fields.of(texts.of("ledger.why"), why));
                nodes.add(end(entry, why));
            }
        }
        var block = new VBox();
        block.getChildren().setAll(nodes);
        block.getStyleClass().add("card-block");
        return block;
    }

    private Node states(LedgerEntry entry, PlainField why) {
        var row = new FlowPane(8, 8);
        List<String> way = LedgerStates.of(Kind.ISSUE);
        int next = way.indexOf(entry.state()) + 1;
        for (String state : way) {
            if (!state.equals(entry.state())) {
                var button = new Button(texts.of("ledger.to." + state));
                button.setId("ledger-to-" + state);
                if (way.indexOf(state) == next) {
                    button.getStyleClass().add("primary");
                }
                button.setOnAction(_ -> model.setState(state, why.settled().get()));
                row.getChildren().add(button);
            }
        }
        return row;
    }

    private void measure(LedgerEntry entry, PlainField why, List<Node> nodes) {
        var percent = new PlainField();
        percent.setId("ledger-percent");
        percent.setText(entry.progress());
        var effect = new PlainField();
        effect.setText(entry.result());
        var wrong = Words.lines("", "words-bad", "small");
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        var keep = new Button(texts.of("ledger.keepProgress"));
        keep.setId("ledger-keep");
        keep.getStyleClass().add("primary");
        keep.setOnAction(_ -> {
            String typed = percent.settled().get().strip();
            if (typed.matches("\\d{1,2}|100")) {
                model.setProgress(
                        Integer.parseInt(typed), effect.settled().get(), why.settled().get());
            } else {
                wrong.setText(texts.of("ledger.percentWrong"));
                percent.requestFocus();
            }
        });
        nodes.add(Fields.of(texts.of("ledger.percent"), percent, wrong));
        nodes.add(Fields.of(texts.of("ledger.result.measure"), effect));
        nodes.add(Fields.of(texts.of("ledger.why"), why));
        nodes.add(keep);
    }

    private Node end(LedgerEntry entry, PlainField why) {
        var end = new Button(texts.of("ledger.end"));
        end.setId("ledger-end");
        end.setDisable(!entry.due().isEmpty());
        end.setOnAction(_ -> model.endPairing(why.settled().get()));
        return end;
    }
}
