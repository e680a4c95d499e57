package zhuhu.flow.ledger;

import java.util.Optional;
import zhuhu.record.RecordId;

/// An issue, a measure or a helper in the ledger. Shape: `words` what it is about; `sort` its
/// category or class in words; `level` who has to solve it, or the helper's unit level; dates ISO
/// or ""; `state` as [LedgerStates] names it; `progress` per cent or ""; `result` effect, evidence;
/// `overdueDays` 0 where it is done with or in time.
public record LedgerEntry(
        RecordId id,
        Optional<RecordId> household,
        String village,
        String group,
        String head,
        String words,
        String sort,
        String owner,
        String level,
        String since,
        String due,
        String state,
        String progress,
        String result,
        String signed,
        long overdueDays) {

    public boolean isOverdue() {
        return overdueDays > 0;
    }
}
