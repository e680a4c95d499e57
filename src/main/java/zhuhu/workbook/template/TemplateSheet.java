package zhuhu.workbook.template;

import java.util.List;
import java.util.Set;

/// What a sheet of a template asks for. Rows and columns from 0. Shape: `columns` those of the
/// list, empty where there is none; the list's rows are `dataRows` from `dataFirst` on, and are
/// replaced; `slots` the other cells with `${...}`; `merged` the columns that the template merges
/// down over the rows of one household; `samples` how many example rows are replaced; `hash` tells
/// the header from others whatever the file is called.
public record TemplateSheet(
        int index,
        String name,
        Form form,
        int headerFirst,
        int headerRows,
        List<TemplateColumn> columns,
        int dataFirst,
        int dataRows,
        List<Slot> slots,
        Set<Integer> merged,
        int samples,
        String hash) {

    public TemplateSheet {
        columns = List.copyOf(columns);
        slots = List.copyOf(slots);
        merged = Set.copyOf(merged);
    }

    /// How a sheet is filled.
    public enum Form {
        /// A row for each of many.
        LIST,
        /// One household to the sheet, which is copied for each.
        CARD,
        /// Single places alone.
        PLAIN
    }

    /// A cell with places to fill.
    public record Slot(int row, int column, String text) {}

    int dataLast() {
        return dataFirst + dataRows - 1;
    }
}
