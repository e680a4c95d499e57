package zhuhu.form.compile;

import java.util.Map;
import java.util.Optional;
import zhuhu.base.Place;

/// A row of a sheet with something in it. Shape: `number` as Excel shows it; `others` by header, in
/// column order, only on the choices sheet; `columns` where the sheet has each column, from 0;
/// `translations` by language, of the columns that name languages.
record Row(
        String sheet,
        int number,
        Map<Column, Cell> cells,
        Map<String, Cell> others,
        Map<Column, Integer> columns,
        Map<Column, Map<String, Cell>> translations) {

    /// A row of a sheet that is not there.
    static Row none(String sheet) {
        return new Row(sheet, 0, Map.of(), Map.of(), Map.of(), Map.of());
    }

    Optional<Cell> cell(Column column) {
        return Optional.ofNullable(cells.get(column));
    }

    /// The cell in each language that it has; empty where its column names none.
    Map<String, Cell> translations(Column column) {
        return translations.getOrDefault(column, Map.of());
    }

    String text(Column column) {
        return cell(column).map(Cell::text).orElse("");
    }

    /// Where the row's cell stands or would stand; the row, where the sheet has no such column.
    Place place(Column column) {
        Integer index = columns.get(column);
        return index == null ? new Place(sheet, number, null) : Place.cell(sheet, number, index);
    }
}
