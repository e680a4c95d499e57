package zhuhu.workbook.roster;

import java.util.Optional;
import zhuhu.base.Place;
import zhuhu.base.Plain;
import zhuhu.workbook.sheet.Cell;
import zhuhu.workbook.sheet.SheetRow;

/// A data row with the sheet that it stands in.
record RosterRow(RosterSheet sheet, SheetRow row) {

    Cell cell(Column column) {
        return row.cell(column.index());
    }

    /// The text of 与户主关系, folded; "" if there is no such column or cell.
    String relation() {
        return folded(sheet.relation());
    }

    /// The text of 行政村, folded; "" if there is no such column or cell.
    String village() {
        return folded(sheet.village());
    }

    private String folded(Optional<Column> column) {
        return column.isEmpty() ? "" : Plain.folded(cell(column.get()).text());
    }

    Place place() {
        return new Place(sheet.name(), row.number(), null);
    }

    Place place(Column column) {
        return Place.cell(sheet.name(), row.number(), column.index());
    }
}
