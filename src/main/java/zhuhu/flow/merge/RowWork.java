package zhuhu.flow.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.store.Gain;
import zhuhu.workbook.read.CellChange;

/// A visible row while its file is merged: what it did, before all that it is measured by is known.
final class RowWork {

    final Place at;
    Optional<RecordId> record;
    List<Problem> reasons;
    List<Cell> cells = List.of();
    List<String> waiting = List.of();
    boolean damaged;
    boolean edited;

    RowWork(Place at, Optional<RecordId> record, List<Problem> doubts) {
        this.at = at;
        this.record = record;
        this.reasons = doubts.isEmpty() ? List.of() : new ArrayList<>(doubts);
    }

    /// A changed cell. Shape: `attestation` of the statement it made or would make; `waiting` the
    /// key under which it waits.
    record Cell(CellChange change, Optional<FactId> attestation, Optional<String> waiting) {}

    void say(Problem reason) {
        if (reasons.isEmpty()) {
            reasons = new ArrayList<>();
        }
        reasons.add(reason);
    }

    void taken(List<CellChange> changes, FactId attestation, Gain gain) {
        edited |= gain != Gain.NOTHING;
        add(changes, Optional.of(attestation), Optional.empty());
    }

    void waits(String key, List<CellChange> changes, Optional<FactId> attestation) {
        if (waiting.isEmpty()) {
            waiting = new ArrayList<>();
        }
        waiting.add(key);
        add(changes, attestation, Optional.of(key));
    }

    private void add(List<CellChange> changes, Optional<FactId> attestation, Optional<String> key) {
        if (cells.isEmpty() && !changes.isEmpty()) {
            cells = new ArrayList<>();
        }
        changes.forEach(c -> cells.add(new Cell(c, attestation, key)));
    }
}
