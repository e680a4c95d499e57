package zhuhu.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// Households as lists show them, with their state in the workspace's round.
public final class HouseholdList {

    private final Workspace workspace;

    public HouseholdList(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A line. Shape: `state` as `docs/glossary.md` names them (todo, draft, done, absent, refused,
    /// moved, dead, notfound, returned, approved), "" if not due; `poverty` and `type` are labels.
    public record Line(
            RecordId id,
            String key,
            String head,
            String village,
            String group,
            int members,
            String poverty,
            String type,
            String state,
            boolean contested) {}

    /// What to show. Shape: `text` "" for all; `state`, `group`, `village` empty for all.
    public record Filter(
            String text,
            Optional<String> state,
            Optional<String> village,
            Optional<String> group) {}

    /// Lines in village, group, name order.
    public List<Line> lines(Filter filter) {
        throw new UnsupportedOperationException(workspace.toString() + filter);
    }

    /// How many households are in each state (key "" not due), over the whole workspace.
    public Map<String, Integer> counts() {
        throw new UnsupportedOperationException(workspace.toString());
    }
}
