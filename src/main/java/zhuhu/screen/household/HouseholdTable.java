package zhuhu.screen.household;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdList.Line;
import zhuhu.flow.paper.PrintTable;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.States;
import zhuhu.screen.part.TableText;
import zhuhu.screen.part.Words;

/// The table of households: a row a household, Enter or a double click opens its visit.
final class HouseholdTable {

    private final HouseholdsModel model;
    private final Desk desk;
    private final Texts texts;
    private final TableView<Line> table = new TableView<>();
    private final TableColumn<Line, String> found;
    private final TableColumn<Line, String> village;
    private final TableColumn<Line, String> type;
    private final TableColumn<Line, String> poverty;
    private boolean moving;
    private boolean narrow;

    HouseholdTable(HouseholdsModel model, Desk desk, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        table.setId("household-table");
        found =
                column(
                        texts.of("household.found"),
                        7,
                        line -> model.memberFound(line).orElse(""),
                        "plain");
        village = column(texts.of("household.village"), 8, Line::village, "soft");
        poverty = column(texts.of("household.poverty"), 7, Line::poverty, "plain");
        type = column(texts.of("household.type"), 9, Line::type, "soft");
        table.getColumns().add(column(texts.of("household.head"), 7, Line::head, "strong"));
        table.getColumns().add(found);
        table.getColumns().add(village);
        table.getColumns().add(column(texts.of("household.group"), 7, Line::group, "soft"));
        table.getColumns().add(members());
        table.getColumns().add(poverty);
        table.getColumns().add(type);
        table.getColumns().add(state());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setItems(model.lines());
        table.setPlaceholder(nothingFound());
        table.setRowFactory(_ -> row());
        desk.installation().subscribe(_ -> size());
        watch();
    }

    Node node() {
        return table;
    }

    /// Goes into the table, to its first row if none is chosen.
    void enter() {
        table.requestFocus();
        // Reason: the row under the focus is where the arrow keys begin.
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getFocusModel().focus(-1);
        }
    }

    /// Chooses the first row unless one is chosen.
    void chooseFirst() {
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    void clearChoice() {
        model.choose(Optional.empty());
    }

    /// Leaves out what the card beside the table says.
    void narrow(boolean nowNarrow) {
        narrow = nowNarrow;
        columns();
    }

    private void columns() {
        boolean several = model.villages().size() > 1;
        village.setVisible(several && !narrow);
        boolean members = model.lines().stream().anyMatch(l -> model.memberFound(l).isPresent());
        found.setVisible(members);
        type.setVisible(!narrow && !members);
        poverty.setVisible(!narrow);
    }

    private void watch() {
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, now) -> {
                    // Reason: a table also clears its choice when its lines are read anew; the
                    // household stays chosen.
                    if (!moving && now != null) {
                        model.choose(Optional.of(now));
                    }
                });
        model.lines()
                .addListener(
                        (ListChangeListener<Line>)
                                _ -> {
                                    keepChoice();
                                    columns();
                                });
        model.chosen().subscribe((_, _) -> keepChoice());
        model.villages().addListener((ListChangeListener<String>) _ -> columns());
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        model.visit();
                    }
                });
        columns();
    }

    private void keepChoice() {
        moving = true;
        Optional<Line> chosen = model.chosen().get();
        if (chosen.isEmpty()) {
            table.getSelectionModel().clearSelection();
        } else {
            int row = indexOf(chosen.get());
            if (row >= 0 && table.getSelectionModel().getSelectedIndex() != row) {
                table.getSelectionModel().clearAndSelect(row);
            }
        }
        moving = false;
    }

    private int indexOf(Line line) {
        for (int i = 0; i < model.lines().size(); i++) {
            if (model.lines().get(i).id().equals(line.id())) {
                return i;
            }
        }
        return -1;
    }

    private TableRow<Line> row() {
        var row = new TableRow<Line>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY
                    && event.getClickCount() == 2
                    && !row.isEmpty()) {
                model.visit();
            }
        });
        return row;
    }

    private TableColumn<Line, String> column(
            String title, double ems, Function<Line, String> text, String look) {
        var column = new TableColumn<Line, String>(title);
        column.setCellValueFactory(line -> new SimpleObjectProperty<>(text.apply(line.getValue())));
        column.getStyleClass().add(look);
        column.setUserData(ems);
        return column;
    }

    private TableColumn<Line, Integer> members() {
        var column = new TableColumn<Line, Integer>(texts.of("household.members"));
        column.setCellValueFactory(line -> new SimpleObjectProperty<>(line.getValue().members()));
        column.getStyleClass().add("number");
        column.setUserData(4.5);
        return column;
    }

    private TableColumn<Line, String> state() {
        var column = new TableColumn<Line, String>(texts.of("household.state"));
        column.setCellValueFactory(
                line -> new SimpleObjectProperty<>(States.words(texts, line.getValue().state())));
        List<String> order = States.ORDER.stream().map(s -> States.words(texts, s)).toList();
        column.setComparator((a, b) -> order.indexOf(a) - order.indexOf(b));
        column.setCellFactory(_ -> new StateCell());
        column.setUserData(8.0);
        return column;
    }

    private final class StateCell extends TableCell<Line, String> {
        // Reason: two lines in the same state may still differ in what the badges say.
        @Override
        protected boolean isItemChanged(@Nullable String before, @Nullable String now) {
            return true;
        }

        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            Line line = getTableRow() == null ? null : getTableRow().getItem();
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            var badges = new HBox(6, States.badge(texts, line.state()));
            if (line.contested()) {
                badges.getChildren()
                        .add(Words.label(texts.of("household.contested"), "badge", "contested"));
            }
            badges.setAlignment(Pos.CENTER_LEFT);
            setGraphic(badges);
        }
    }

    /// What is shown, to be printed.
    PrintTable.Sheet sheet(String title) {
        return TableText.sheet(title, "", table);
    }

    /// Puts what is shown on the clipboard, as cells.
    void copy() {
        TableText.copy(table);
    }

    private void size() {
        double em = desk.emPx();
        table.setFixedCellSize(Math.round(em * 2.65));
        for (TableColumn<Line, ?> column : table.getColumns()) {
            double ems = (double) Objects.requireNonNull(column.getUserData());
            column.setMinWidth(em * Math.min(ems, 5));
            column.setPrefWidth(em * ems);
        }
    }

    private Node nothingFound() {
        var again = new Button(texts.of("household.notfound.act"));
        again.setOnAction(_ -> model.clear());
        Label empty = new Label();
        empty.setManaged(false);
        return new StackPane(
                empty,
                Notes.empty(
                        Icon.SEARCH,
                        texts.of("household.notfound"),
                        texts.of("household.notfound.next"),
                        again));
    }
}
