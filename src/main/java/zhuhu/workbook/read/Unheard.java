package zhuhu.workbook.read;

import java.util.List;
import java.util.SortedSet;
import zhuhu.base.Problem;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;

/// Takes facts that nobody asked for: they are wanted in the index only.
final class Unheard implements FoundFacts {

    @Override
    public void revision(Revision revision, List<Stamp> stamps) {}

    @Override
    public void waiting(Revision revision, List<Stamp> stamps, SortedSet<FactId> missing) {}

    @Override
    public void withdrawal(Withdrawal withdrawal) {}

    @Override
    public void takeBack(TakeBack takeBack) {}

    @Override
    public void damaged(Problem problem) {}
}
