package zhuhu.screen.ledger;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import zhuhu.base.Masks;
import zhuhu.base.Texts;
import zhuhu.flow.ledger.LedgerEntry;
import zhuhu.flow.paper.PrintTable;
import zhuhu.record.Kind;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.TableText;
import zhuhu.screen.part.Words;

/// The ledger's table. What is late is red with its days; Enter goes to the household.
final class LedgerTable {

    private final LedgerModel model;
    private final Desk desk;
    private final Texts texts;
    private final TableView<LedgerEntry> table = new TableView<>();
    private boolean moving;
    private boolean narrow;

    LedgerTable(LedgerModel model, Desk desk, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        table.setId("ledger-table");
        table.setItems(model.entries());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        columns();
        watch();
        nothing(Optional.empty());
    }

    Node node() {
        return table;
    }

    void enter() {
        table.requestFocus();
    }

    void chooseFirst() {
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    void clearChoice() {
        table.getSelectionModel().clearSelection();
    }

    PrintTable.Sheet sheet(String title) {
        return TableText.sheet(title, "", table);
    }

    void copy() {
        TableText.copy(table);
    }

    void narrow(boolean nowNarrow) {
        if (narrow != nowNarrow) {
            narrow = nowNarrow;
            columns();
        }
    }

    /// What stands in the table's place when it is empty; nothing given: the filters let nothing
    /// through.
    void nothing(Optional<Node> words) {
        table.setPlaceholder(
                words.orElseGet(() ->
                        Notes.empty(
                                Icon.SEARCH,
                                texts.of("ledger.nothing"),
                                texts.of("ledger.nothing.next"))));
    }

    private void watch() {
        model.kind().subscribe((_, _) -> columns());
        model.villages().addListener((ListChangeListener<String>) _ -> columns());
        desk.installation().subscribe((_, _) -> columns());
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, now) -> {
                    if (!moving) {
                        model.choose(Optional.ofNullable(now));
                    }
                });
        model.entries().addListener((ListChangeListener<LedgerEntry>) _ -> keepChoice());
        model.chosen().subscribe((_, _) -> keepChoice());
        table.setRowFactory(_ -> {
            var row = new TableRow<LedgerEntry>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    model.household();
                }
            });
            return row;
        });
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        model.household();
                    }
                });
    }

    private void keepChoice() {
        moving = true;
        int at = model.chosen().get().map(chosen -> model.entries().indexOf(chosen)).orElse(-1);
        if (at < 0) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedIndex() != at) {
            table.getSelectionModel().clearAndSelect(at);
        }
        moving = false;
    }

    private void columns() {
        Kind kind = model.kind().get();
        table.getColumns().clear();
        text("ledger.head", 5.5, LedgerEntry::head, "strong");
        if (model.villages().size() > 1 && !narrow) {
            text("ledger.village", 6, LedgerEntry::village, "soft");
        }
        if (!narrow) {
            text("ledger.group", 6, LedgerEntry::group, "soft");
        }
        text(
                "ledger.words." + kind.code(),
                kind == Kind.PAIRING ? 7 : 17,
                LedgerEntry::words,
                "plain");
        if (!narrow) {
            text("ledger.sort." + kind.code(), 8, LedgerEntry::sort, "soft");
            text(
                    "ledger.level." + kind.code(),
                    kind == Kind.ISSUE ? 5 : 7,
                    LedgerEntry::level,
                    "soft");
        }
        text(
                "ledger.owner." + kind.code(),
                kind == Kind.PAIRING ? 12 : 6,
                LedgerEntry::owner,
                "plain");
        if (kind == Kind.PAIRING && !narrow) {
            text("ledger.phone", 8, this::phone, "soft");
            text("ledger.since", 7, LedgerEntry::since, "soft");
        }
        if (kind == Kind.MEASURE) {
            text(
                    "ledger.progress",
                    5,
                    e -> e.progress().isEmpty() ? "" : e.progress() + "%",
                    "soft");
        }
        due(kind);
        state();
        double em = desk.emPx();
        table.setFixedCellSize(Math.round(em * 2.65));
        for (TableColumn<LedgerEntry, ?> column : table.getColumns()) {
            double ems = (double) Objects.requireNonNull(column.getUserData());
            column.setMinWidth(em * Math.min(ems, 4.5));
            column.setPrefWidth(em * ems);
        }
    }

    private String phone(LedgerEntry entry) {
        return desk.masked() ? Masks.hide(entry.result()) : entry.result();
    }

    private void text(String key, double ems, Function<LedgerEntry, String> words, String look) {
        var column = new TableColumn<LedgerEntry, String>(texts.of(key));
        column.setCellValueFactory(e -> new SimpleObjectProperty<>(words.apply(e.getValue())));
        column.setCellFactory(_ -> new Told());
        column.getStyleClass().add(look);
        column.setUserData(ems);
        table.getColumns().add(column);
    }

    private static final class Told extends TableCell<LedgerEntry, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty || text == null ? "" : text);
            setTooltip(empty || text == null || text.length() < 8 ? null : new Tooltip(text));
        }
    }

    private void due(Kind kind) {
        var column =
                new TableColumn<LedgerEntry, String>(
                        texts.of(kind == Kind.PAIRING ? "ledger.until" : "ledger.due"));
        column.setCellValueFactory(e -> new SimpleObjectProperty<>(dueWords(e.getValue())));
        column.setCellFactory(_ -> new DueCell());
        column.setUserData(narrow ? 9.0 : 12.0);
        table.getColumns().add(column);
    }

    /// Reason: where room is short, how late it is says more than the date, which stands beside.
    private String dueWords(LedgerEntry entry) {
        if (!entry.isOverdue()) {
            return entry.due();
        }
        return narrow
                ? texts.of("ledger.lateBy", entry.overdueDays())
                : texts.of("ledger.late", entry.due(), entry.overdueDays());
    }

    private static final class DueCell extends TableCell<LedgerEntry, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            LedgerEntry entry = getTableRow() == null ? null : getTableRow().getItem();
            boolean late = !empty && entry != null && entry.isOverdue();
            getStyleClass().remove("words-bad");
            if (late) {
                getStyleClass().add("words-bad");
            }
            setText(empty || text == null ? "" : text);
        }
    }

    private void state() {
        var column = new TableColumn<LedgerEntry, String>(texts.of("ledger.state"));
        column.setCellValueFactory(
                e -> new SimpleObjectProperty<>(texts.of("state." + e.getValue().state())));
        column.setCellFactory(_ -> new StateCell());
        column.setUserData(7.0);
        table.getColumns().add(column);
    }

    private static final class StateCell extends TableCell<LedgerEntry, String> {
        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            LedgerEntry entry = getTableRow() == null ? null : getTableRow().getItem();
            setText("");
            setGraphic(empty || entry == null ? null : badge(words, entry.state()));
        }
    }

    static Label badge(String words, String state) {
        return Words.label(words, "badge", "ledger-" + state);
    }
}
