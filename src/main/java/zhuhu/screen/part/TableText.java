package zhuhu.screen.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import zhuhu.flow.paper.PrintTable;

/// A table of the window as plain words: what it shows now, in its order. The window's thread only.
public final class TableText {

    private TableText() {}

    /// As printed. Columns without a head (buttons, marks) are left out.
    public static <T> PrintTable.Sheet sheet(String title, String about, TableView<T> table) {
        List<TableColumn<T, ?>> columns = columns(table);
        List<List<String>> rows =
                table.getItems().stream().map(item -> cells(columns, item)).toList();
        return new PrintTable.Sheet(
                title, about, columns.stream().map(TableText::head).toList(), rows);
    }

    /// Puts the table on the clipboard so that Excel and WPS paste it as cells.
    public static <T> void copy(TableView<T> table) {
        PrintTable.Sheet sheet = sheet("", "", table);
        var lines = new ArrayList<List<String>>();
        lines.add(sheet.heads());
        lines.addAll(sheet.rows());
        var content = new ClipboardContent();
        content.putString(
                lines.stream()
                        .map(cells ->
                                cells.stream()
                                        .map(TableText::cell)
                                        .collect(Collectors.joining("\t")))
                        .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static <T> List<TableColumn<T, ?>> columns(TableView<T> table) {
        return table.getVisibleLeafColumns().stream().filter(c -> !head(c).isEmpty()).toList();
    }

    private static String head(TableColumn<?, ?> column) {
        return Objects.requireNonNullElse(column.getText(), "").strip();
    }

    private static <T> List<String> cells(List<TableColumn<T, ?>> columns, T item) {
        return columns.stream()
                .map(column -> Objects.toString(column.getCellData(item), ""))
                .toList();
    }

    /// Reason: a tab or a line break inside a cell would begin another one.
    private static String cell(String words) {
        return words.replaceAll("[\\t\\r\\n]+", " ");
    }
}
