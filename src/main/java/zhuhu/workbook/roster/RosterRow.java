package zhuhu.workbook.roster;

import zhuhu.base.Place;
import zhuhu.workbook.sheet.Cell;
import zhuhu.workbook.sheet.SheetRow;

/// A data row with the sheet that it stands in.
record RosterRow(RosterSheet sheet, SheetRow row) {

    Cell cell(Column column) {
        return row.cell(column.index());
    }

    /// The text of a property's column, folded; "" if there is no such column or cell.
    String folded(String property) {
        return sheet.header()
                .column(property)
                .map(c -> zhuhu.base.Plain.folded(cell(c).text()))
                .orElse("");
    }

    Place place() {
        return new Place(sheet.name(), row.number(), null);
    }

    Place place(Column column) {
        return Place.cell(sheet.name(), row.number(), column.index());
    }
}
