package zhuhu.screen.exchange.handout;

import java.util.Optional;
import javafx.collections.SetChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import zhuhu.base.Texts;
import zhuhu.flow.handout.HandoutVillages.Line;
import zhuhu.record.RecordId;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Columns;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.store.Workspace.PackageRow;

/// The villages, ticked or not, with what went to them and came from them. Space ticks the row.
final class VillageTable {

    private final HandoutModel model;
    private final Texts texts;
    private final TableView<Line> table = new TableView<>();

    VillageTable(HandoutModel model, Desk desk, Texts texts) {
        this.model = model;
        this.texts = texts;
        double em = desk.emPx();
        table.setId("handout-villages");
        table.getColumns().add(ticks(em));
        Columns.add(table, texts.of("handout.column.village"), 9, em, "strong", Line::name);
        Columns.add(table, texts.of("handout.column.township"), 7, em, "soft", Line::township);
        Columns.add(
                table,
                texts.of("handout.column.households"),
                5,
                em,
                "number",
                line -> String.valueOf(line.households()));
        Columns.add(
                table,
                texts.of("handout.column.progress"),
                8,
                em,
                "plain",
                line -> texts.of("handout.progress", line.owed() - line.open(), line.owed()));
        Columns.add(
                table, texts.of("handout.column.task"), 11, em, "soft", line -> at(line.task()));
        Columns.add(
                table,
                texts.of("handout.column.handIn"),
                11,
                em,
                "soft",
                line -> at(line.handIn()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setFixedCellSize(Math.round(em * 2.65));
        table.setItems(model.villages());
        table.setPlaceholder(
                Notes.empty(Icon.TASK, texts.of("handout.none"), texts.of("handout.none.next")));
        model.chosen().addListener((SetChangeListener<RecordId>) _ -> table.refresh());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    TableView<Line> node() {
        return table;
    }

    private void pressed(KeyEvent event) {
        Line line = table.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && line != null) {
            model.choose(line.id(), !model.chosen().contains(line.id()));
            event.consume();
        }
    }

    private String at(Optional<PackageRow> row) {
        return row.map(PackageRow::at)
                .map(at -> at.substring(0, Math.min(16, at.length())).replace('T', ' '))
                .orElse(texts.of("handout.never"));
    }

    private TableColumn<Line, Line> ticks(double em) {
        var column = new TableColumn<Line, Line>();
        var all = new CheckBox();
        all.setId("handout-all");
        all.setAccessibleText(texts.of("handout.all"));
        all.setSelected(true);
        all.setOnAction(_ -> model.chooseAll(all.isSelected()));
        column.setGraphic(all);
        column.setCellValueFactory(
                row -> new javafx.beans.property.SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(_ -> new Tick());
        column.setSortable(false);
        column.setMinWidth(em * 3);
        column.setMaxWidth(em * 3);
        model.chosen()
                .addListener(
                        (SetChangeListener<RecordId>)
                                _ ->
                                        all.setSelected(
                                                model.chosen().size() == model.villages().size()));
        return column;
    }

    private final class Tick extends TableCell<Line, Line> {

        private final CheckBox box = new CheckBox();

        Tick() {
            box.setFocusTraversable(false);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            box.setSelected(model.chosen().contains(line.id()));
            box.setAccessibleText(line.name());
            box.setOnAction(_ -> model.choose(line.id(), box.isSelected()));
            setGraphic(box);
        }
    }
}
