package zhuhu.store;

import java.util.Optional;
import zhuhu.base.Problem;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;

/// Something that a workbook says and that is no fact here yet. Shape: `key` is made of the file's
/// content alone, so the same file gives the same one everywhere; `arrival` is the file; `sheet`
/// and `row` where in it; `record` empty where nobody knows whom it is about; `section` "" where it
/// is about the whole row; `reason` says why it waits; `statement` is the fact that accepting would
/// make, where that can be told; `payload` JSON, what a pending row needs to be read again.
public record Waiting(
        String key,
        Standing standing,
        Arrival arrival,
        String sheet,
        int row,
        Optional<RecordId> record,
        String section,
        Problem reason,
        Optional<Statement> statement,
        String payload) {

    /// How it stands. The last three say that it waits no longer.
    public enum Standing {
        /// For a person: accepting makes the statement, refusing withdraws it.
        HELD,
        /// For a workbook that brings what it rests on.
        PENDING,
        /// Somebody, here or elsewhere, stands behind it.
        ACCEPTED,
        /// Somebody, here or elsewhere, withdrew it.
        REFUSED,
        /// Read again and found to say nothing more, or put aside here.
        DONE;

        /// Whether it still waits.
        public boolean isOpen() {
            return this == HELD || this == PENDING;
        }
    }

    /// What would be stated.
    public record Statement(Revision revision, Stamp stamp) {

        /// The attestation by which it is accepted or refused.
        public FactId attestation() {
            return Attestation.of(revision.id(), stamp).id();
        }
    }
}
