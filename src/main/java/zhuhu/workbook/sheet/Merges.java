package zhuhu.workbook.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Lends the text of a merged range's first cell to the cells that it covers. Rows must come from
/// top to bottom.
final class Merges {

    /// Rows and columns from 0, both ends included.
    record Range(int top, int left, int bottom, int right) {}

    private final List<Range> waiting;
    private final List<Open> open = new ArrayList<>();
    private int next;

    private record Open(Range range, Cell cell) {}

    Merges(List<Range> ranges) {
        // Reason: a range over whole columns or rows is decoration, not a value for every row.
        waiting =
                ranges.stream()
                        .filter(r -> r.bottom() - r.top() < 2_000 && r.right() - r.left() < 512)
                        .sorted(Comparator.comparingInt(Range::top))
                        .toList();
    }

    /// The row with lent texts; `row` from 0.
    SheetRow fill(int row, boolean hidden, Cell[] cells) {
        if (next == waiting.size() && open.isEmpty()) {
            return new SheetRow(row + 1, hidden, false, cells);
        }
        open.removeIf(o -> o.range().bottom() < row);
        Cell[] filled = cells;
        boolean fromAbove = false;
        for (Open above : open) {
            filled = lend(filled, above.range(), above.cell());
            fromAbove |= !above.cell().isBlank();
        }
        while (next < waiting.size() && waiting.get(next).top() <= row) {
            Range range = waiting.get(next++);
            if (range.top() == row && range.left() < filled.length) {
                Cell first = filled[range.left()];
                filled = lend(filled, range, first);
                open.add(new Open(range, first));
            }
        }
        return new SheetRow(row + 1, hidden, fromAbove, filled);
    }

    private static Cell[] lend(Cell[] cells, Range range, Cell cell) {
        if (cell.isBlank()) {
            return cells;
        }
        Cell[] wide = cells;
        if (range.right() >= cells.length) {
            wide = new Cell[range.right() + 1];
            Arrays.fill(wide, Cell.BLANK);
            System.arraycopy(cells, 0, wide, 0, cells.length);
        }
        for (int column = range.left(); column <= range.right(); column++) {
            if (wide[column].isBlank()) {
                wide[column] = cell;
            }
        }
        return wide;
    }
}
