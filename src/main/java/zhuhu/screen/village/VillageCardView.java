package zhuhu.screen.village;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Masks;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdCard.Block;
import zhuhu.flow.HouseholdCard.Row;
import zhuhu.flow.VillageCard;
import zhuhu.flow.VillageCard.Stationed;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Sources;
import zhuhu.screen.part.Words;

/// A village's card: what its households add up to, who is stationed there, and the sections of the
/// register.
final class VillageCardView {

    private final VillageCard card;
    private final Desk desk;
    private final Texts texts;
    private final VillageWays ways;

    VillageCardView(VillageCard card, Desk desk, Texts texts, VillageWays ways) {
        this.card = card;
        this.desk = desk;
        this.texts = texts;
        this.ways = ways;
    }

    Parent root() {
        var blocks = new VBox(figures(), stationed());
        card.sections().stream()
                .filter(block -> !block.name().equals("stationed"))
                .forEach(block -> blocks.getChildren().add(block(block)));
        var scroll = new ScrollPane(blocks);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private Node figures() {
        var figures = new FlowPane(0, 8);
        figure(figures, "village.figure.households", "counted_registered");
        figure(figures, "village.figure.persons", "counted_persons");
        figure(figures, "village.figure.poor", "counted_poor_households");
        figure(figures, "village.figure.exited", "counted_exited_households");
        figure(figures, "village.figure.unsafe", "counted_unsafe_house");
        figure(figures, "village.figure.unregistered", "counted_unregistered");
        return box(Words.label(texts.of("village.figures"), "subheading"), figures);
    }

    private void figure(FlowPane figures, String key, String name) {
        var number = Words.label(String.valueOf(card.figures().of(name)), "heading");
        var box = new VBox(number, Words.label(texts.of(key), "soft", "small"));
        box.setMinWidth(desk.emPx() * 8.4);
        figures.getChildren().add(box);
    }

    private Node stationed() {
        var grid = grid();
        int at = 0;
        for (Stationed one : card.stationed()) {
            Label post = Words.lines(one.post(), "row-label");
            grid.addRow(at++, post, who(one));
            GridPane.setValignment(post, VPos.TOP);
        }
        String label = texts.of("village.stationed");
        var head =
                new HBox(
                        8,
                        Words.label(label, "subheading"),
                        Words.spring(),
                        edit("stationed", label));
        head.setAlignment(Pos.CENTER_LEFT);
        return box(head, grid);
    }

    private Node who(Stationed one) {
        if (one.name().isEmpty()) {
            return Words.label(texts.of("village.nobody"), "words-doubt");
        }
        String phone = desk.masked() ? Masks.hide(one.phone()) : one.phone();
        var name = Words.lines((one.name() + "　" + phone).strip());
        return one.since().isEmpty()
                ? name
                : new VBox(
                        name,
                        Words.label(texts.of("village.since", one.since()), "faint", "small"));
    }

    private Node block(Block block) {
        var grid = grid();
        int at = 0;
        for (Row row : block.rows()) {
            Label label = Words.lines(row.label(), "row-label");
            grid.addRow(at++, label, value(row));
            GridPane.setValignment(label, VPos.TOP);
        }
        String source = block.source().map(stamp -> Sources.words(texts, stamp)).orElse("");
        var head =
                new HBox(
                        8,
                        Words.label(block.label(), "subheading"),
                        Words.spring(),
                        Words.label(source, "faint", "small"),
                        edit(block.name(), block.label()));
        head.setAlignment(Pos.CENTER_LEFT);
        if (block.contested()) {
            head.getChildren()
                    .add(1, Words.label(texts.of("household.contested"), "badge", "contested"));
        }
        return box(head, grid);
    }

    private Button edit(String section, String label) {
        var edit = new Button(texts.of("card.edit"));
        edit.setId("edit-" + section);
        edit.getStyleClass().addAll("quiet", "small");
        edit.setMinWidth(Region.USE_PREF_SIZE);
        edit.setAccessibleText(texts.of("card.edit") + " " + card.name() + " " + label);
        edit.setOnAction(_ -> ways.edit(card, section, label));
        return edit;
    }

    private Label value(Row row) {
        if (row.text().equals("—")) {
            return Words.label(row.text(), "not-asked");
        }
        boolean masked = desk.masked() && Masks.personal(row.property());
        return row.text().isEmpty()
                ? Words.label(texts.of("card.empty"), "not-asked")
                : Words.lines(masked ? Masks.hide(row.text()) : row.text());
    }

    private GridPane grid() {
        var grid = new GridPane(12, 5);
        var labels = new ColumnConstraints(desk.emPx() * 10.5);
        labels.setHalignment(HPos.LEFT);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(labels, values);
        return grid;
    }

    private static Node box(Node... inside) {
        var box = new VBox(inside);
        box.getStyleClass().add("card-block");
        return box;
    }
}
