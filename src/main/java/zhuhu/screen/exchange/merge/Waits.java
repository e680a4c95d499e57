package zhuhu.screen.exchange.merge;

import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.record.RecordId;

/// What workbooks say that is no fact here yet. Called on the workspace's thread.
public interface Waits {

    /// How it stands.
    enum Standing {
        /// For a person, who can accept or refuse it.
        HELD,
        /// For a person, who can only put it aside or type it anew.
        LOOK,
        /// For another workbook.
        PENDING
    }

    /// One thing that waits. Shape: `label` whom it is about, "" where nobody knows.
    record Line(
            String key,
            Standing standing,
            String file,
            String sheet,
            int row,
            String label,
            Optional<RecordId> record,
            Problem reason) {}

    /// By file, sheet and row.
    List<Line> lines();

    /// Accepts them all, or none; what is given undoes it, on the workspace's thread.
    Outcome<Runnable> accept(List<String> keys);

    Outcome<Runnable> refuse(List<String> keys, String why);

    /// They wait no longer in this file.
    Outcome<Runnable> putAside(List<String> keys);
}
