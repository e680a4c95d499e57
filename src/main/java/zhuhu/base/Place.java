package zhuhu.base;

import org.jspecify.annotations.Nullable;

/// Where in a file something stands. Shape: `sheet` as the file names it (the file's name where it
/// has no sheets), `row` from 1 as Excel shows it (0: the whole sheet), `column` in letters (null:
/// the whole row).
public record Place(String sheet, int row, @Nullable String column) {

    /// Somewhere in a whole file or sheet.
    public static Place in(String sheet) {
        return new Place(sheet, 0, null);
    }

    /// A cell; `columnIndex` from 0.
    public static Place cell(String sheet, int row, int columnIndex) {
        return new Place(sheet, row, letters(columnIndex));
    }

    /// Column letters as Excel shows them; `columnIndex` from 0.
    public static String letters(int columnIndex) {
        var text = new StringBuilder();
        for (int rest = columnIndex; rest >= 0; rest = rest / 26 - 1) {
            text.insert(0, (char) ('A' + rest % 26));
        }
        return text.toString();
    }
}
