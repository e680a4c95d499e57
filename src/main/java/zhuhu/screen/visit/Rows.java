package zhuhu.screen.visit;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import zhuhu.flow.GapIssues;
import zhuhu.flow.Worksheet;
import zhuhu.form.ScreenView.Item.Table;

/// A repeat on a screen. The window's thread only.
interface Rows {

    Node root();

    void show(Table now, Snapshot snapshot);

    /// Every cell in the order of Enter.
    List<Stop> stops();

    /// The cell that has the focus, if it stands in this table.
    Optional<Cell> focused();

    /// A key that no field took; the table's own are consumed.
    default void pressed(KeyEvent key) {}

    /// The account, the list of issues, or a plain table.
    static Rows of(Table table, Seat seat) {
        return switch (table.repeat()) {
            case Worksheet.REPEAT -> new WorksheetPane(seat);
            case GapIssues.REPEAT -> new IssuesPane(table, seat);
            default -> new TablePane(table, seat);
        };
    }

    /// What is remarked of the rows has changed.
    default void remarked() {}
}
