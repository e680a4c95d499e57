package zhuhu.screen.household;

import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.query.Tally;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.TableText;
import zhuhu.screen.part.Words;

/// What was found, counted by village and group, and the ways to take it along.
final class TallyPane {

    private final AskModel model;
    private final Texts texts;
    private final Layout layout;
    private final TableView<Tally> table = new TableView<>();
    private final TableColumn<Tally, Integer> members;
    private final VBox root = new VBox(10);

    /// Where acts of other parts stand too: printing the list.
    record Layout(Desk desk, Runnable copyList) {}

    TallyPane(AskModel model, Texts texts, Layout layout) {
        this.model = model;
        this.texts = texts;
        this.layout = layout;
        members = number("ask.tally.members", Tally::members);
        build();
    }

    Region root() {
        return root;
    }

    void refresh() {
        members.setVisible(model.answer().get().map(a -> a.ofMembers()).orElse(false));
        table.getItems().setAll(model.tallies());
        table.setFixedCellSize(Math.round(layout.desk().emPx() * 2.2));
    }

    private void build() {
        table.setId("ask-tally");
        var place = new TableColumn<Tally, String>(texts.of("ask.tally.place"));
        place.setCellValueFactory(t -> new SimpleObjectProperty<>(place(t.getValue())));
        place.setPrefWidth(layout.desk().emPx() * 11);
        place.setSortable(false);
        table.getColumns().add(place);
        table.getColumns().add(number("ask.tally.households", Tally::households));
        table.getColumns().add(number("ask.tally.persons", Tally::persons));
        table.getColumns().add(members);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(""));
        table.setFocusTraversable(false);
        table.setRowFactory(_ -> new TallyRow());
        VBox.setVgrow(table, Priority.ALWAYS);
        var acts =
                new HBox(
                        8,
                        copy("ask.copy.list", layout.copyList()),
                        copy("ask.copy.tally", () -> TableText.copy(table)));
        acts.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().setAll(Words.label(texts.of("ask.tally"), "heading"), table, acts);
        root.getStyleClass().addAll("sheet", "padded");
    }

    private Button copy(String key, Runnable act) {
        var button = new Button(texts.of(key), Icon.COPY.of(15));
        button.setId(key.replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private String place(Tally tally) {
        if (!tally.group().isEmpty()) {
            return texts.of("ask.tally.group", tally.group());
        }
        return tally.village().isEmpty() ? texts.of("ask.tally.all") : tally.village();
    }

    private TableColumn<Tally, Integer> number(String key, Function<Tally, Integer> count) {
        var column = new TableColumn<Tally, Integer>(texts.of(key));
        column.setCellValueFactory(t -> new SimpleObjectProperty<>(count.apply(t.getValue())));
        column.getStyleClass().add("number");
        column.setPrefWidth(layout.desk().emPx() * 5);
        column.setSortable(false);
        return column;
    }

    private static final class TallyRow extends TableRow<Tally> {
        @Override
        protected void updateItem(Tally tally, boolean empty) {
            super.updateItem(tally, empty);
            getStyleClass().remove("whole");
            if (!empty && tally != null && tally.group().isEmpty()) {
                getStyleClass().add("whole");
            }
        }
    }
}
