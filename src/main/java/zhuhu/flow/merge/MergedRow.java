package zhuhu.flow.merge;

import java.util.List;
import java.util.Optional;
import zhuhu.base.Problem;
import zhuhu.record.RecordId;

/// One visible row of a workbook, what became of it, and why. Shape: `sheet` and `row` as Excel
/// shows them; `record` empty where nobody knows whom it is about; `label` what people call the
/// record, "" for rows that were the same; `edits` the cells that somebody changed.
public record MergedRow(
        String sheet,
        int row,
        Optional<RecordId> record,
        String label,
        RowClass rowClass,
        List<Problem> reasons,
        List<CellEdit> edits) {

    public MergedRow {
        reasons = List.copyOf(reasons);
        edits = List.copyOf(edits);
    }
}
