package zhuhu.flow.merge;

import java.util.Optional;
import zhuhu.record.FactId;

/// A cell that somebody changed. Shape: `label` names section and property; `was` and `now` as
/// people read them; `attestation` what refusing it would withdraw; `waiting` the key of what waits
/// for a decision, where it does.
public record CellEdit(
        String label,
        String was,
        String now,
        Fate fate,
        Optional<FactId> attestation,
        Optional<String> waiting) {

    /// What became of it.
    public enum Fate {
        /// A statement by rule.
        TAKEN,
        /// A statement, because a person accepted it.
        ACCEPTED,
        /// It waits for a person.
        HELD,
        /// It waits for another workbook.
        PENDING,
        /// A person refused it.
        REFUSED,
        /// A person put it aside.
        PUT_ASIDE
    }
}
