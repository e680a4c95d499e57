package zhuhu.screen.visit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.flow.Worksheet.Line;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.form.ScreenView.Row;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Yuan;

/// The lines of the account, one below the other, a column a question. What follows from amount and
/// price stands greyed in the fields that a person may still fill in himself.
final class WorksheetGrid {

    private static final List<String> COLUMNS =
            List.of("kind", "what", "amount", "unit", "price", "money", "share", "cost", "note");

    private final Seat seat;
    private final Consumer<String> remove;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Map<String, Node> parts = new HashMap<>();

    WorksheetGrid(Seat seat, Consumer<String> remove) {
        this.seat = seat;
        this.remove = remove;
        grid.getStyleClass().add("table-grid");
        scroll.getStyleClass().add("table-scroll");
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        double barPx = 12;
        scroll.minHeightProperty().bind(grid.heightProperty().add(barPx));
    }

    Node root() {
        return scroll;
    }

    Cell cell(Asked asked) {
        var cell = new Cell(asked, seat);
        cell.root().getStyleClass().add("sheet-" + column(asked));
        return cell;
    }

    void show(List<Row> rows, Map<Ref, Cell> cells, List<Line> lines) {
        var all = new ArrayList<Node>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            place(all, head(COLUMNS.get(i)), i, 0);
        }
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            var there = new HashMap<String, Cell>();
            for (Asked asked : VisitActs.asked(row.items())) {
                Optional.ofNullable(cells.get(asked.ref()))
                        .ifPresent(cell -> there.put(column(asked), cell));
            }
            if (at < lines.size()) {
                derive(there, lines.get(at));
            }
            for (int i = 0; i < COLUMNS.size(); i++) {
                String name = COLUMNS.get(i);
                Cell cell = there.get(name);
                place(all, cell == null ? blank(row, name) : cell.root(), i, at + 1);
            }
            place(all, remover(row), COLUMNS.size(), at + 1);
        }
        Children.arrange(grid.getChildren(), all);
    }

    private static void derive(Map<String, Cell> cells, Line line) {
        prompt(cells.get("money"), line.money().isEmpty() ? line.worth() : Optional.empty());
        prompt(cells.get("cost"), line.cost().isEmpty() ? line.expense() : Optional.empty());
    }

    private static void prompt(@Nullable Cell cell, Optional<BigDecimal> amount) {
        if (cell != null && cell.field() instanceof LineField field) {
            field.field().setPromptText(amount.map(Yuan::of).orElse(""));
        }
    }

    private Node head(String name) {
        return parts.computeIfAbsent(
                "head " + name,
                _ -> {
                    var label = new Label(seat.texts().of("sheet.column." + name));
                    label.getStyleClass().add("column-label");
                    label.setWrapText(true);
                    var box = new VBox(label);
                    box.getStyleClass().addAll("column-head", "sheet-" + name);
                    return box;
                });
    }

    private Node blank(Row row, String name) {
        return parts.computeIfAbsent(
                row.id() + " " + name,
                _ -> {
                    var label = new Label("—");
                    label.getStyleClass().addAll("cell", "not-asked", "sheet-" + name);
                    return label;
                });
    }

    private Node remover(Row row) {
        return parts.computeIfAbsent(
                row.id(),
                _ -> {
                    var button = new Button("", Icon.CLOSE.of(12));
                    button.getStyleClass().addAll("quiet", "remove-row");
                    button.setFocusTraversable(false);
                    button.setTooltip(new Tooltip(seat.texts().of("visit.removeRow")));
                    button.setOnAction(_ -> remove.accept(row.id()));
                    return button;
                });
    }

    /// Scrolls sideways until the cell can be seen.
    void reveal(Node cell) {
        grid.applyCss();
        grid.layout();
        Bounds bounds = cell.getBoundsInParent();
        double view = scroll.getViewportBounds().getWidth();
        double range = grid.getWidth() - view;
        if (range <= 0) {
            return;
        }
        double left = scroll.getHvalue() * range;
        if (bounds.getMinX() < left) {
            scroll.setHvalue(Math.max(0, bounds.getMinX() / range));
        } else if (bounds.getMaxX() > left + view) {
            scroll.setHvalue(Math.min(1, (bounds.getMaxX() - view) / range));
        }
    }

    private static void place(List<Node> all, Node node, int column, int row) {
        GridPane.setConstraints(node, column, row);
        all.add(node);
    }

    private static String column(Asked asked) {
        return asked.question().name().replaceFirst("^line_", "");
    }
}
