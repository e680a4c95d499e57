package zhuhu.workbook.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges the changes of one column together. Source: records' law, hand edits; decision 0017.
final class ColumnJudge {

    private static final int FEW = 10;
    private static final int SHARE = 5;

    private final List<RowDraft.Change> changes = new ArrayList<>();

    void add(RowDraft.Change change) {
        changes.add(change);
    }

    /// What is wrong with the column as a whole; `rows` how many rows the sheet has.
    Optional<Held.Reason> reason(long rows) {
        if (isMoved()) {
            return Optional.of(Held.Reason.COLUMN_MOVED);
        }
        return changes.size() > FEW && changes.size() * (long) SHARE > rows
                ? Optional.of(Held.Reason.MANY_IN_COLUMN)
                : Optional.empty();
    }

    /// Whether the changed cells hold among them just what they held before.
    private boolean isMoved() {
        var counts = new HashMap<String, Integer>();
        for (RowDraft.Change change : changes) {
            counts.merge(change.was(), 1, Integer::sum);
            counts.merge(change.now(), -1, Integer::sum);
        }
        return changes.size() > 1 && counts.values().stream().allMatch(n -> n == 0);
    }

    /// The reason for one cell: what is wrong with the cell itself says more than that many were
    /// changed; that the column was moved says more than anything but a rounded number.
    static Optional<Held.Reason> of(Verdict verdict, Optional<Held.Reason> column) {
        Optional<Held.Reason> own =
                verdict instanceof Verdict.Stopped(Held.Reason reason, _)
                        ? Optional.of(reason)
                        : Optional.empty();
        boolean moved = column.equals(Optional.of(Held.Reason.COLUMN_MOVED));
        boolean rounded = own.equals(Optional.of(Held.Reason.ROUNDED));
        return moved && !rounded ? column : own.or(() -> column);
    }

    /// The judges of a workbook's columns, each found by sheet and place.
    static final class All {
        private final Map<String, ColumnJudge> judges = new HashMap<>();

        ColumnJudge of(String sheet, Column column) {
            return judges.computeIfAbsent(column.index() + " " + sheet, _ -> new ColumnJudge());
        }
    }
}
