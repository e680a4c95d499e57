package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.flow.Tries;
import zhuhu.flow.TryResult;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.form.ScreenView.Item.Note;
import zhuhu.form.ScreenView.Item.Table;
import zhuhu.form.ScreenView.Row;
import zhuhu.pack.Level;
import zhuhu.screen.part.Icon;
import zhuhu.screen.visit.Columns.Band;
import zhuhu.screen.visit.Columns.Column;
import zhuhu.screen.visit.Columns.Line;
import zhuhu.screen.visit.Columns.Sheet;
import zhuhu.screen.visit.Snapshot.Remark;

/// Members (or issues, tries) as a table: a row each, a column a question. Wide tables show one
/// section at a time, all rows in it; the names stay where they are when the columns scroll.
final class TablePane implements Rows {

    /// Reason: at 1366 px, with the judgement open, so much is left beside the names.
    private static final int ROOM_EMS = 45;

    private final Seat seat;
    private final VBox root = new VBox();
    private final HBox top = new HBox();
    private final Label title = new Label();
    private final TableTabs tabs;
    private final TableGrid grid = new TableGrid();
    private final Label none = new Label();
    private final Button add;
    private final Button same;
    private final Map<Ref, Cell> cells = new HashMap<>();
    private final Map<String, Node> heads = new HashMap<>();
    private final Map<String, Label> blanks = new HashMap<>();
    private final Map<Ref, Label> remarks = new HashMap<>();
    private final Map<String, Label> doubts = new HashMap<>();
    private final HBox foot = new HBox();
    private List<Sheet> sheets = List.of();
    private Columns columns = new Columns(List.of(), List.of());
    private Table table;

    TablePane(Table table, Seat seat) {
        this.seat = seat.inCell();
        this.table = table;
        this.tabs = new TableTabs(this::showBand);
        same = new Button(seat.texts().of("visit.allSame"));
        root.getStyleClass().add("table-pane");
        title.getStyleClass().add("subheading");
        none.getStyleClass().add("table-none");
        none.setText(seat.texts().of("visit.noRows"));
        boolean people = table.entity().map(e -> e.equals("person")).orElse(false);
        add =
                new Button(
                        seat.texts().of(people ? "visit.addMember" : "visit.addRow"),
                        Icon.ADD.of(16));
        add.getStyleClass().add("quiet");
        add.setOnAction(_ -> seat.model().addRow(this.table.repeat()));
        // Reason: where the form counts the rows, a row more comes with the count.
        add.setVisible(!table.counted());
        add.setManaged(!table.counted());
        HBox.setHgrow(tabs.root(), Priority.ALWAYS);
        dressSame();
        var space = new Region();
        HBox.setHgrow(space, Priority.SOMETIMES);
        top.getChildren().setAll(title, tabs.root(), space, same);
        top.getStyleClass().add("table-top");
        foot.getStyleClass().add("table-foot");
        foot.getChildren().add(add);
        if (table.repeat().equals(Tries.REPEAT)) {
            foot.getChildren().addAll(tries());
        }
        root.getChildren().addAll(top, grid.root(), none, foot);
        grid.root().setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
    }

    /// One more try that failed, filled in by one press.
    private List<Node> tries() {
        var nodes = new ArrayList<Node>();
        var title = new Label(seat.texts().of("try.title"));
        title.getStyleClass().add("soft");
        nodes.add(title);
        for (TryResult result : TryResult.values()) {
            var button = new Button(result.words(seat.texts()));
            button.getStyleClass().add("quiet");
            button.setFocusTraversable(false);
            button.setOnAction(_ -> seat.model().addTry(result));
            nodes.add(button);
        }
        return nodes;
    }

    private void dressSame() {
        same.getStyleClass().add("quiet");
        same.setMinWidth(Region.USE_PREF_SIZE);
        same.setTooltip(new Tooltip(seat.texts().of("visit.allSameHint")));
        same.setFocusTraversable(false);
        same.setOnAction(_ -> seat.model().takeLast());
    }

    @Override
    public Node root() {
        return root;
    }

    /// Every cell in the order of Enter: section by section, and in it row by row.
    @Override
    public List<Stop> stops() {
        var stops = new ArrayList<Stop>();
        for (Sheet sheet : sheets) {
            for (Line line : columns.lines()) {
                asked(sheet, line)
                        .filter(asked -> !Field.isFixed(asked))
                        .map(asked -> cells.get(asked.ref()))
                        .forEach(cell -> stops.add(stop(cell, sheet)));
            }
        }
        return stops;
    }

    private Stop stop(Cell cell, Sheet sheet) {
        return new Stop(
                cell.asked().ref(),
                cell.field(),
                () -> {
                    tabs.open(sheet.name());
                    grid.reveal(cell.root());
                });
    }

    /// The cell that has the focus, if it stands in this table.
    @Override
    public Optional<Cell> focused() {
        return cells.values().stream()
                .filter(c -> c.field().focus().isFocused() || c.root().isFocusWithin())
                .findFirst();
    }

    @Override
    public void show(Table now, Snapshot snapshot) {
        table = now;
        title.setText(now.label());
        // Reason: where the table is the whole screen, the screen's title says the same above it.
        boolean own = !now.label().equals(snapshot.screen().label());
        title.setVisible(own);
        title.setManaged(own);
        title.setMinWidth(Region.USE_PREF_SIZE);
        columns = Columns.of(now.rows());
        for (Line line : columns.lines()) {
            String row = nameOf(line.row());
            for (Asked asked : line.cells().values()) {
                cells.computeIfAbsent(asked.ref(), _ -> new Cell(asked, seat))
                        .show(asked, row, snapshot.lastTime(asked.ref()));
            }
        }
        sheets = columns.sheets(ROOM_EMS);
        tabs.show(sheets, this::isWrong);
        boolean headed = own || !now.rows().isEmpty();
        top.setVisible(headed);
        top.setManaged(headed);
        same.setVisible(
                columns.lines().stream()
                        .flatMap(line -> line.cells().values().stream())
                        .anyMatch(asked -> snapshot.lastTime(asked.ref()).isPresent()));
        none.setVisible(now.rows().isEmpty());
        none.setManaged(now.rows().isEmpty());
        grid.root().setVisible(!now.rows().isEmpty());
        grid.root().setManaged(!now.rows().isEmpty());
        showBand();
        removable(snapshot);
    }

    private boolean isWrong(Sheet sheet) {
        return columns.lines().stream()
                .flatMap(line -> asked(sheet, line))
                .anyMatch(asked -> Cell.wrong(asked, seat).isPresent());
    }

    private static Stream<Asked> asked(Sheet sheet, Line line) {
        return sheet.bands().stream()
                .flatMap(band -> band.columns().stream())
                .flatMap(column -> line.cell(column).stream());
    }

    private void showBand() {
        var shown =
                sheets.stream()
                        .filter(s -> s.name().equals(tabs.opened()))
                        .flatMap(s -> s.bands().stream())
                        .toList();
        var rows = new ArrayList<TableGrid.Line>();
        for (Line line : columns.lines()) {
            var row = new ArrayList<Node>();
            for (Band band : shown) {
                for (Column column : band.columns()) {
                    row.add(
                            line.cell(column)
                                    .map(a -> cells.get(a.ref()))
                                    .<Node>map(Cell::root)
                                    .orElseGet(() -> notAsked(line, column)));
                }
            }
            rows.add(
                    new TableGrid.Line(
                            head(line.row()),
                            row,
                            Stream.concat(
                                            line.notes().stream().map(this::remark),
                                            found(line).map(this::remark))
                                    .toList()));
        }
        grid.show(shown, rows);
    }

    private Node notAsked(Line line, Column column) {
        Label blank =
                blanks.computeIfAbsent(
                        line.row().id() + "/" + column.name(),
                        _ -> {
                            var label = new Label(seat.texts().of("visit.notApplicable"));
                            String width = "column-" + Widths.of(column.first().question());
                            label.getStyleClass().addAll("cell", "not-asked", width);
                            label.setTooltip(new Tooltip());
                            return label;
                        });
        String rule = seat.texts().of("visit.notApplicableRule");
        String hint = column.first().hint();
        blank.getTooltip()
                .setText(
                        seat.texts()
                                .of(
                                        "visit.notApplicableWhy",
                                        nameOf(line.row()),
                                        hint.isEmpty() ? rule : rule + "\n" + hint));
        return blank;
    }

    @Override
    public void remarked() {
        showBand();
    }

    /// What the checks find wrong or odd about a row, unless a cell says so already.
    private Stream<Remark> found(Line line) {
        String row = "[" + line.row().id() + "]";
        return seat.model().remarks().get().stream()
                .filter(r -> r.finding().level() != Level.HINT)
                .filter(r -> r.spot().ref().path().contains(row))
                .filter(r ->
                        Optional.ofNullable(cells.get(r.spot().ref()))
                                .flatMap(cell -> Cell.wrong(cell.asked(), seat))
                                .isEmpty());
    }

    private Label remark(Remark remark) {
        Label label =
                doubts.computeIfAbsent(
                        remark.finding().key() + remark.spot().ref().path(),
                        _ -> {
                            var made = new Label("", Icon.WARNING.of(13));
                            made.getStyleClass().addAll("row-remark", "doubt");
                            return made;
                        });
        label.setText(DoubtCard.said(seat, remark));
        label.pseudoClassStateChanged(Looks.WRONG, remark.stops());
        return label;
    }

    /// What the form finds odd about a row, in place.
    private Label remark(Note note) {
        Label label =
                remarks.computeIfAbsent(
                        note.ref(),
                        _ -> {
                            boolean odd = note.appearance().contains("warning");
                            var made = new Label("", (odd ? Icon.WARNING : Icon.BOOK).of(13));
                            made.getStyleClass().addAll("row-remark", odd ? "doubt" : "calm");
                            return made;
                        });
        label.setText(note.label());
        return label;
    }

    private Node head(Row row) {
        return heads.computeIfAbsent(
                row.id(),
                _ -> {
                    var name = new Label();
                    name.getStyleClass().add("row-name");
                    name.setWrapText(true);
                    HBox.setHgrow(name, Priority.ALWAYS);
                    name.setMaxWidth(Double.MAX_VALUE);
                    var remove = new Button("", Icon.CLOSE.of(12));
                    remove.getStyleClass().addAll("quiet", "remove-row");
                    remove.setFocusTraversable(false);
                    remove.setTooltip(new Tooltip(seat.texts().of("visit.removeRow")));
                    remove.setOnAction(_ -> seat.model().removeRow(table.repeat(), row.id()));
                    var head = new HBox(name, remove);
                    head.setAlignment(Pos.CENTER_LEFT);
                    head.getStyleClass().add("row-head");
                    return head;
                });
    }

    private String nameOf(Row row) {
        // Reason: a record without a name of its own is only numbered by the engine.
        boolean numbered = table.entity().isPresent() && row.label().matches("[0-9]*");
        return numbered || row.label().isBlank() ? seat.texts().of("visit.newRow") : row.label();
    }

    private void removable(Snapshot snapshot) {
        for (Row row : table.rows()) {
            if (head(row) instanceof HBox head
                    && head.getChildren().getFirst() instanceof Label name
                    && head.getChildren().getLast() instanceof Button remove) {
                name.setText(nameOf(row));
                boolean added =
                        !table.counted()
                                && VisitActs.asked(row.items()).stream()
                                        .allMatch(a -> snapshot.lastTime(a.ref()).isEmpty());
                remove.setVisible(added);
                remove.setManaged(added);
            }
        }
    }
}
