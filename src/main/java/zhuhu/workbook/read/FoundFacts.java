package zhuhu.workbook.read;

import java.util.List;
import java.util.SortedSet;
import zhuhu.base.Problem;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;

/// Takes the facts of a workbook one by one, in the file's order; those that wait come last.
public interface FoundFacts {

    /// A sound revision; all that it rests on was or will be handed over too. Shape: `stamps` of
    /// everybody who ever stood behind it.
    void revision(Revision revision, List<Stamp> stamps);

    /// A sound revision that rests, itself or through others, on revisions that are not in the
    /// workbook or are damaged there.
    void waiting(Revision revision, List<Stamp> stamps, SortedSet<FactId> missing);

    void withdrawal(Withdrawal withdrawal);

    void takeBack(TakeBack takeBack);

    /// A row of the hidden sheets that cannot be taken; the place is in the problem.
    void damaged(Problem problem);
}
