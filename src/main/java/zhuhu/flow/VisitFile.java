package zhuhu.flow;

import java.util.List;
import java.util.Set;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Stamp;
import zhuhu.store.Workspace;
import zhuhu.store.Workspace.Draft;
import zhuhu.store.Workspace.Step;

/// Where a visit's statements and its draft reach the workspace, each time in one transaction.
record VisitFile(Workspace workspace, Author author, RecordId visit) {

    /// Writes what was confirmed, and the draft to go on from.
    void keep(List<Statements.Statement> confirmed, Draft draft, List<Step> steps) {
        workspace.write(writer -> {
            writer.steps(visit, steps, author.name());
            confirmed.forEach(s -> writer.add(s.revision(), s.stamp()));
            writer.draft(draft);
            return confirmed.size();
        });
    }

    /// Writes what is left to state, withdraws what is no longer said, and drops the draft.
    void finish(List<Statements.Statement> last, Set<FactId> gone, List<Step> steps, String at) {
        workspace.write(writer -> {
            writer.steps(visit, steps, author.name());
            last.forEach(s -> writer.add(s.revision(), ended(s.stamp(), at)));
            if (!gone.isEmpty()) {
                writer.withdraw(gone, author.name(), author.device(), at, "visit");
            }
            writer.dropDraft(visit);
            return last.size();
        });
    }

    /// Writes the last steps of a visit.
    void trace(List<Step> steps) {
        workspace.write(writer -> {
            writer.steps(visit, steps, author.name());
            return steps.size();
        });
    }

    private static Stamp ended(Stamp stamp, String at) {
        return new Stamp(
                stamp.by(),
                stamp.device(),
                stamp.at(),
                stamp.how(),
                stamp.via(),
                stamp.form(),
                stamp.started(),
                at);
    }
}
