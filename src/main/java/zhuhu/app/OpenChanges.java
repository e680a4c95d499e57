package zhuhu.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.change.ExportChanges;
import zhuhu.flow.change.FindChanges;
import zhuhu.flow.change.FindChanges.Found;
import zhuhu.flow.change.RosterChange;
import zhuhu.flow.change.TickChanges;
import zhuhu.screen.exchange.change.Changing;
import zhuhu.store.Workspace;

/// 变更清单 of one open workspace. The workspace's thread only.
record OpenChanges(Workspace workspace, Supplier<Author> author, Clock clock, Texts texts)
        implements Changing {

    @Override
    public Outcome<Found> changes(boolean unlisted, Progress progress) {
        return new FindChanges(workspace, texts)
                .find(new FindChanges.Request(Set.of(), unlisted), progress);
    }

    @Override
    public List<RosterChange> tick(List<RosterChange> changes) {
        return new TickChanges(workspace, author.get(), clock).tick(changes);
    }

    @Override
    public List<RosterChange> untick(List<RosterChange> changes) {
        return new TickChanges(workspace, author.get(), clock).untick(changes);
    }

    @Override
    public Outcome<Long> export(Found listed, Path out) {
        return new ExportChanges(workspace, author.get(), clock, texts).export(listed, out);
    }
}
