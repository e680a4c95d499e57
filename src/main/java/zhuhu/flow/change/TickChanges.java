package zhuhu.flow.change;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import zhuhu.flow.Author;
import zhuhu.store.Tick;
import zhuhu.store.Workspace;

/// Says that changes were keyed into the national system, or that they were not after all. Both are
/// kept, with who and when.
public final class TickChanges {

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;

    public TickChanges(Workspace workspace, Author author, Clock clock) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
    }

    /// Ticks those that are open; gives them as they are now.
    public List<RosterChange> tick(List<RosterChange> changes) {
        return write(changes.stream().filter(RosterChange::isOpen).toList(), true);
    }

    /// Takes the ticks back of those that no roster has settled yet; gives them as they are now.
    public List<RosterChange> untick(List<RosterChange> changes) {
        return write(
                changes.stream().filter(c -> c.state() == RosterChange.State.KEYED).toList(),
                false);
    }

    private List<RosterChange> write(List<RosterChange> changes, boolean ticked) {
        if (changes.isEmpty()) {
            return List.of();
        }
        String at = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
        return workspace.write(writer -> {
            long roster = workspace.newestRoster();
            var now = new ArrayList<RosterChange>();
            for (RosterChange change : changes) {
                var tick = new Tick(change.key(), roster, ticked, at, author.name());
                writer.tick(tick);
                now.add(change.with(tick));
            }
            return now;
        });
    }
}
