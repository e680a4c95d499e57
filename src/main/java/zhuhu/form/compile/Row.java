package zhuhu.form.compile;

import java.util.Map;
import java.util.Optional;
import zhuhu.base.Place;

/// A row of a sheet with something in it. Shape: `number` as Excel shows it; `others` by header, in
/// column order, only on the choices sheet.
record Row(String sheet, int number, Map<Column, Cell> cells, Map<String, Cell> others) {

    Optional<Cell> cell(Column column) {
        return Optional.ofNullable(cells.get(column));
    }

    String text(Column column) {
        return cell(column).map(Cell::text).orElse("");
    }

    /// Where the row's cell stands, or the row where the cell is blank.
    Place place(Column column) {
        return cell(column).map(Cell::place).orElse(new Place(sheet, number, null));
    }
}
