package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.screen.visit.Columns.Band;
import zhuhu.screen.visit.Columns.Column;

/// Lays out a table's heads and cells; the first column stays while the others scroll.
final class TableGrid {

    private static final double BAR_PX = 12;

    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Map<String, Node> headings = new HashMap<>();
    private final Region corner = new Region();
    private List<Node> fixed = List.of();
    private @Nullable Node revealed;

    TableGrid() {
        grid.getStyleClass().add("table-grid");
        scroll.getStyleClass().add("table-scroll");
        // Reason: the bar lies over the last row unless it has a place of its own.
        scroll.minHeightProperty().bind(grid.heightProperty().add(BAR_PX));
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.hvalueProperty().addListener(_ -> keepNames());
        scroll.viewportBoundsProperty().addListener(_ -> roomChanged());
        grid.widthProperty().addListener(_ -> keepNames());
        corner.getStyleClass().add("row-head");
    }

    ScrollPane root() {
        return scroll;
    }

    /// A row: its head, its cells in the order of the bands' columns, and what is remarked of it,
    /// below.
    record Line(Node head, List<Node> cells, List<? extends Node> remarks) {
        Line {
            cells = List.copyOf(cells);
            remarks = List.copyOf(remarks);
        }
    }

    void show(List<Band> bands, List<Line> rows) {
        var all = new ArrayList<Node>();
        place(all, corner, 0, 0);
        int column = 1;
        boolean banded = bands.size() > 1;
        for (Band band : bands) {
            for (Column each : band.columns()) {
                boolean first = banded && each.equals(band.columns().getFirst());
                place(all, heading(band, each, banded, first), column++, 0);
            }
        }
        int line = 1;
        for (Line row : rows) {
            place(all, row.head(), 0, line);
            int at = 1;
            for (Node cell : row.cells()) {
                place(all, cell, at++, line);
            }
            line++;
            for (Node remark : row.remarks()) {
                GridPane.setConstraints(remark, 0, line++, Math.max(1, at), 1);
                all.add(remark);
            }
        }
        Children.arrange(grid.getChildren(), all);
        fixed = new ArrayList<>();
        rows.forEach(row -> {
            fixed.add(row.head());
            fixed.addAll(row.remarks());
        });
        fixed.add(corner);
        fixed.forEach(node -> node.setViewOrder(-1));
        keepNames();
    }

    /// Reason: a window that is just opening has no width yet when the focus is brought to a cell.
    private void roomChanged() {
        keepNames();
        Node cell = revealed;
        if (cell != null && cell.isFocusWithin() && cell.getParent() == grid) {
            Platform.runLater(() -> reveal(cell));
        }
    }

    /// Scrolls sideways until the cell can be seen beside the names.
    void reveal(Node cell) {
        revealed = cell;
        grid.applyCss();
        grid.layout();
        Bounds bounds = cell.getBoundsInParent();
        double view = scroll.getViewportBounds().getWidth();
        double range = grid.getWidth() - view;
        if (range <= 0) {
            return;
        }
        double names = corner.getWidth();
        double left = scroll.getHvalue() * range;
        if (bounds.getMinX() < left + names) {
            scroll.setHvalue(Math.max(0, (bounds.getMinX() - names) / range));
        } else if (bounds.getMaxX() > left + view) {
            scroll.setHvalue(Math.min(1, (bounds.getMaxX() - view) / range));
        }
    }

    private static void place(List<Node> all, Node node, int column, int row) {
        GridPane.setConstraints(node, column, row);
        all.add(node);
    }

    private Node heading(Band band, Column column, boolean banded, boolean first) {
        String key = String.join("/", band.name(), column.name(), "" + banded, "" + first);
        return headings.computeIfAbsent(
                key,
                _ -> {
                    var section = new Label(first ? band.label() : "");
                    section.getStyleClass().add("band-label");
                    var label = new Label(column.first().label());
                    label.getStyleClass().add("column-label");
                    label.setWrapText(true);
                    var number = new Label(column.first().number());
                    number.getStyleClass().add("column-number");
                    var box = banded ? new VBox(section, number, label) : new VBox(number, label);
                    box.getStyleClass()
                            .addAll(
                                    "column-head",
                                    "column-" + Widths.of(column.first().question()));
                    return box;
                });
    }

    private void keepNames() {
        double range = grid.getWidth() - scroll.getViewportBounds().getWidth();
        double x = Math.max(0, range) * scroll.getHvalue();
        fixed.forEach(node -> node.setTranslateX(x));
    }
}
