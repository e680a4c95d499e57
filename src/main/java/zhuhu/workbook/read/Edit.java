package zhuhu.workbook.read;

import java.util.List;
import java.util.SortedSet;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Values;

/// A hand edit: what one row says of one section. The revision it makes states `before` with the
/// changes laid over it and the calculated values made anew, and supersedes `rests`. Shape:
/// `section` as in the facts (`income@2016`, `GROUP@RECORD`); `rests` the heads that the row was
/// written from, empty where nobody had stated the section; of a contested section `before` is what
/// was shown, and `rests` the closest revision on which both sides agree, so that the edit is one
/// more side; `note` what is to be said with it.
public record Edit(
        RecordId record,
        String section,
        SortedSet<FactId> rests,
        Values before,
        List<CellChange> changes,
        Note note) {

    public Edit {
        changes = List.copyOf(changes);
    }

    /// What a person must be told with the edit.
    public enum Note {
        NONE,
        /// 登记册未改: the answer also saves to the register, which a hand edit leaves as it is.
        REGISTER_UNCHANGED,
        /// The section comes from rosters, or from an act with a document number.
        OF_ROSTER
    }

    /// The values with the changes laid over; calculated ones still as they were.
    public Values after() {
        Values values = before;
        for (CellChange change : changes) {
            values = values.with(change.property(), change.value());
        }
        return values;
    }
}
