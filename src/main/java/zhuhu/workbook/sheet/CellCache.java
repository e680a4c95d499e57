package zhuhu.workbook.sheet;

/// Gives the same cell object for the same text while it lasts, since options and village names
/// come again and again. Fixed size; one thread.
final class CellCache {

    private final Cell[] slots = new Cell[1 << 14];

    Cell text(String text) {
        int slot = (text.hashCode() * 0x9E3779B9) >>> 18;
        Cell known = slots[slot];
        if (known != null && known.text().equals(text)) {
            return known;
        }
        Cell cell = Cell.of(Cell.Kind.TEXT, text, false);
        slots[slot] = cell;
        return cell;
    }
}
