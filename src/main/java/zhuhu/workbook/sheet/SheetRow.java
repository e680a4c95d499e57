package zhuhu.workbook.sheet;

import java.util.Arrays;

/// One row that holds something. Shape: `number` from 1 as Excel shows it. Immutable.
public final class SheetRow {

    private final int number;
    private final boolean hidden;
    private final boolean merged;
    private final Cell[] cells;

    SheetRow(int number, boolean hidden, boolean merged, Cell[] cells) {
        this.number = number;
        this.hidden = hidden;
        this.merged = merged;
        this.cells = cells;
    }

    public int number() {
        return number;
    }

    public boolean hidden() {
        return hidden;
    }

    /// Whether a cell of this row got its text from a merged range that begins in an earlier row.
    public boolean merged() {
        return merged;
    }

    /// How many cells the row has, blank ones between included.
    public int size() {
        return cells.length;
    }

    /// The cell in a column from 0; blank past the end.
    public Cell cell(int column) {
        return column < cells.length ? cells[column] : Cell.BLANK;
    }

    /// The same row with no more than so many columns.
    public SheetRow first(int columns) {
        return cells.length <= columns
                ? this
                : new SheetRow(number, hidden, merged, Arrays.copyOf(cells, columns));
    }
}
