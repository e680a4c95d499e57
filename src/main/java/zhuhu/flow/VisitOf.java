package zhuhu.flow;

import java.util.Comparator;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// The visit of a household or village in a round. Where several records are one, each may have
/// been visited before that was known: the visit that is under way goes on, then the one that was
/// finished. Shape: `subject` is the member that the visit states.
public record VisitOf(RecordId id, RecordId subject) {

    public static VisitOf of(Workspace workspace, String form, RecordId subject, String round) {
        RecordId one = workspace.one(subject);
        VisitOf own = made(workspace, form, one, round);
        if (!workspace.classes().joins(one)) {
            return own;
        }
        return workspace.classes().members(one).stream()
                .map(member -> made(workspace, form, member, round))
                .filter(visit -> visit.rank(workspace) > 0)
                .max(
                        Comparator.comparingInt((VisitOf visit) -> visit.rank(workspace))
                                .thenComparing(VisitOf::id, Comparator.reverseOrder()))
                .orElse(own);
    }

    /// Of the workspace's campaign.
    public static VisitOf household(Workspace workspace, RecordId household, String round) {
        return of(workspace, workspace.pack().manifest().visitForm(), household, round);
    }

    private static VisitOf made(Workspace workspace, String form, RecordId of, String round) {
        return new VisitOf(Ids.visit(workspace.pack().manifest().name(), form, of, round), of);
    }

    private int rank(Workspace workspace) {
        if (workspace.draft(id).isPresent()) {
            return 4;
        }
        if (!workspace.exists(id)) {
            return 0;
        }
        boolean finished =
                workspace.section(id, "finalised").shown().plain("finalised").equals("1");
        return finished ? Tries.failed(workspace, id) ? 2 : 3 : 1;
    }
}
