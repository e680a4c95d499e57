package zhuhu.workbook.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import zhuhu.base.Problem;

/// Where what stands in a record sheet. Shape: `key` and `base` from 0, empty where the columns are
/// gone; `namesRow` the row of the hidden names, from 1, 0 where it is gone; above row `top` stand
/// titles; `headers` what header rows say, by column, so that a second one among the rows is known;
/// `doubts` columns that are not read.
record SheetColumns(
        OptionalInt key,
        OptionalInt base,
        List<Column> columns,
        int namesRow,
        int top,
        List<List<String>> headers,
        List<Problem> doubts) {

    SheetColumns {
        columns = List.copyOf(columns);
        headers = List.copyOf(headers);
        doubts = List.copyOf(doubts);
    }

    /// The columns of each section, in the sheet's order.
    SequencedMap<String, List<Column>> bySection() {
        var sections = new LinkedHashMap<String, List<Column>>();
        for (Column column : columns) {
            sections.computeIfAbsent(column.section(), _ -> new java.util.ArrayList<>())
                    .add(column);
        }
        return sections;
    }
}
