package zhuhu.screen.exchange.change;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import zhuhu.base.Masks;
import zhuhu.base.Texts;
import zhuhu.flow.change.RosterChange;
import zhuhu.flow.change.RosterChange.State;
import zhuhu.flow.paper.PrintTable;
import zhuhu.screen.Desk;
import zhuhu.screen.part.TableText;
import zhuhu.screen.part.Words;

/// The list of changes: a line a change, the household named where it begins.
final class ChangesTable {

    private final ChangesModel model;
    private final Desk desk;
    private final Texts texts;
    private final TableView<RosterChange> table = new TableView<>();
    private boolean narrow;
    private int at;

    ChangesTable(ChangesModel model, Desk desk, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        table.setId("changes-table");
        table.setItems(model.shown());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        keepPlace();
        columns();
        desk.installation().subscribe((_, _) -> columns());
    }

    /// Reason: a list that is filled anew forgets what was chosen, and who keys in goes on there.
    private void keepPlace() {
        var selection = table.getSelectionModel();
        selection
                .selectedIndexProperty()
                .addListener((_, _, now) -> at = now.intValue() < 0 ? at : now.intValue());
        model.shown()
                .addListener(
                        (ListChangeListener<RosterChange>)
                                _ -> {
                                    int last = table.getItems().size() - 1;
                                    if (selection.isEmpty() && last >= 0) {
                                        selection.clearAndSelect(Math.min(at, last));
                                    }
                                });
    }

    Node node() {
        return table;
    }

    void enter() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    boolean hasFocus() {
        return table.isFocused();
    }

    List<RosterChange> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /// Goes to the line below the chosen ones, as one who keys in goes down the list.
    void goOn() {
        int at = table.getSelectionModel().getSelectedIndex();
        if (chosen().size() <= 1 && at >= 0 && at + 1 < table.getItems().size()) {
            boolean filtered = model.state().get().isPresent();
            // Reason: in a list of what is open alone, the ticked line leaves by itself.
            table.getSelectionModel().clearAndSelect(filtered ? at : at + 1);
            table.scrollTo(Math.max(0, at - 4));
        }
    }

    void onChosen(Runnable run) {
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<RosterChange>) _ -> run.run());
    }

    void nothing(Node words) {
        table.setPlaceholder(words);
    }

    void narrow(boolean nowNarrow) {
        if (narrow != nowNarrow) {
            narrow = nowNarrow;
            columns();
        }
    }

    PrintTable.Sheet sheet(String title) {
        String about =
                Stream.of(
                                model.village().get().orElse(""),
                                model.state()
                                        .get()
                                        .map(s -> texts.of("change.state." + s.code()))
                                        .orElse(""))
                        .filter(w -> !w.isEmpty())
                        .reduce((a, b) -> a + " · " + b)
                        .orElse("");
        return TableText.sheet(title, about, table);
    }

    private void columns() {
        table.getColumns().clear();
        text("head", 4.8, "strong", c -> c.whose().head());
        if (!narrow) {
            text("householdNo", 9.4, "soft", c -> masked(c.whose().householdNo()));
        }
        text("name", 4.8, "plain", c -> c.whose().name());
        text("property", 8.6, "plain", c -> c.what().label());
        text("roster", 8.6, "soft", c -> value(c, c.said().roster()));
        text("verified", 11.5, "strong", this::verified);
        text("found", 8.4, "soft", this::found);
        state();
        text("keyed", 7.6, "soft", this::keyed);
        double em = desk.emPx();
        table.setFixedCellSize(Math.round(em * 2.65));
        for (TableColumn<RosterChange, ?> column : table.getColumns()) {
            double ems = (double) Objects.requireNonNull(column.getUserData());
            column.setMinWidth(em * Math.min(ems, 5.2));
            column.setPrefWidth(em * ems);
        }
    }

    private String masked(String number) {
        return desk.masked() ? Masks.hide(number) : number;
    }

    /// Reason: numbers of people are covered on a projector wherever they stand.
    private String value(RosterChange change, String words) {
        boolean secret =
                Stream.of("id_no", "phone", "account", "person_no", "household_no")
                        .anyMatch(change.key().property()::contains);
        boolean whole = change.what().section().isEmpty();
        return desk.masked() && (secret || whole)
                ? words.replaceAll("[0-9Xx]{5,}", "••••••")
                : words;
    }

    private String verified(RosterChange c) {
        String words = value(c, c.said().verified());
        return c.said().code().isEmpty() ? words : words + "　" + c.said().code();
    }

    /// Who, when, in which visit, and why: the first of it fits, the rest is shown on resting.
    private String found(RosterChange c) {
        String on = c.source().on();
        return Stream.of(
                        c.source().by(),
                        on.length() == 10 ? on.substring(5) : on,
                        c.source().visit(),
                        c.source().reason(),
                        c.source().document())
                .filter(w -> !w.isEmpty())
                .reduce((x, y) -> x + " " + y)
                .orElse("");
    }

    private String keyed(RosterChange c) {
        return c.state() == State.KEYED
                ? c.tick()
                        .map(t -> texts.of("change.ticked", t.by(), t.at().substring(5, 10)))
                        .orElse("")
                : c.isOpen() ? texts.of("change.box") : "";
    }

    private void text(String key, double ems, String look, Function<RosterChange, String> words) {
        var column = new TableColumn<RosterChange, String>(texts.of("change.column." + key));
        column.setCellValueFactory(c -> new SimpleObjectProperty<>(words.apply(c.getValue())));
        column.setCellFactory(_ -> new Told());
        column.getStyleClass().add(look);
        column.setUserData(ems);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
    }

    private static final class Told extends TableCell<RosterChange, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty || text == null ? "" : text);
            setTooltip(empty || text == null || text.length() < 8 ? null : tip(text));
        }

        private static Tooltip tip(String text) {
            var tip = new Tooltip(text);
            tip.setWrapText(true);
            tip.setMaxWidth(480);
            return tip;
        }
    }

    private void state() {
        var column = new TableColumn<RosterChange, String>(texts.of("change.column.state"));
        column.setCellValueFactory(c ->
                new SimpleObjectProperty<>(
                        texts.of("change.state." + c.getValue().state().code())));
        column.setCellFactory(_ -> new StateCell());
        column.setUserData(5.4);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private static final class StateCell extends TableCell<RosterChange, String> {
        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            RosterChange change = getTableRow() == null ? null : getTableRow().getItem();
            setText("");
            setGraphic(
                    empty || change == null || words == null
                            ? null
                            : Words.label(words, "badge", look(change.state())));
        }

        private static String look(State state) {
            return switch (state) {
                case OPEN -> "doubt";
                case KEYED -> "teal";
                case DONE -> "good";
                case NOT_DONE -> "bad";
                case UNSETTLED -> "contested";
            };
        }
    }
}
