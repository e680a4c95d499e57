package zhuhu.screen.exchange.change;

import java.nio.file.Path;
import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.flow.Progress;
import zhuhu.flow.change.FindChanges.Found;
import zhuhu.flow.change.RosterChange;

/// What the page of changes can do. Called on the workspace's thread.
public interface Changing {

    /// Everything that is to be keyed in; `unlisted`: also what no roster has a column for.
    Outcome<Found> changes(boolean unlisted, Progress progress);

    /// Says that they were keyed in; gives those that changed, as they are now.
    List<RosterChange> tick(List<RosterChange> changes);

    /// Takes that back; gives those that changed, as they are now.
    List<RosterChange> untick(List<RosterChange> changes);

    /// Writes a list as a workbook; gives how many lines.
    Outcome<Long> export(Found listed, Path out);
}
