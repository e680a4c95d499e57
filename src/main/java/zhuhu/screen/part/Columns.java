package zhuhu.screen.part;

import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// Columns of text.
public final class Columns {

    private Columns() {}

    /// Adds a column. Shape: `ems` its usual width in letters of `emPx`; `look` a style class.
    public static <T> void add(
            TableView<T> table,
            String title,
            double ems,
            double emPx,
            String look,
            Function<T, String> text) {
        var column = new TableColumn<T, String>(title);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(text.apply(row.getValue())));
        column.setCellFactory(_ -> new Told<>());
        column.getStyleClass().add(look);
        column.setPrefWidth(ems * emPx);
        column.setMinWidth(Math.min(ems, 5) * emPx);
        table.getColumns().add(column);
    }

    /// Shows what does not fit when the mouse rests on it.
    private static final class Told<T> extends TableCell<T, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty || text == null ? "" : text);
            setTooltip(empty || text == null || text.length() < 12 ? null : new Tooltip(text));
        }
    }
}
