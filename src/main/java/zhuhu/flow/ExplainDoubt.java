package zhuhu.flow;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.check.Finding;
import zhuhu.check.Reasons;
import zhuhu.flow.handout.Rounds;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Gives the reason for a doubt after the visit: it is stated with the household's newest visit and
/// travels with it. One thread.
public final class ExplainDoubt {

    private final Workspace workspace;
    private final Author author;

    public ExplainDoubt(Workspace workspace, Author author) {
        this.workspace = workspace;
        this.author = author;
    }

    /// A blank reason takes back what was said. Failed: the household has no visit. Done: the
    /// visit.
    public Outcome<RecordId> explain(
            RecordId household, Finding.Key doubt, String reason, LocalDateTime at) {
        Optional<RecordId> visit = newest(household);
        if (visit.isEmpty()) {
            return Outcome.failed(Problem.of("reasonNoVisit", Labels.of(workspace, household)));
        }
        Section section = workspace.section(visit.get(), Reasons.SECTION);
        Reasons before = Reasons.of(section.shown(), household.text());
        Reasons after = before.with(doubt, reason);
        if (!after.equals(before)) {
            state(visit.get(), section, after, at);
        }
        return Outcome.done(visit.get());
    }

    private void state(RecordId visit, Section section, Reasons reasons, LocalDateTime at) {
        Revision revision =
                Revision.of(
                        visit,
                        Reasons.SECTION,
                        section.allHeads().stream().map(Revision::id).toList(),
                        Values.NONE.with(Reasons.SECTION, new Value.Rows(reasons.rows())));
        var stamp =
                new Stamp(
                        author.name(),
                        author.device(),
                        at.truncatedTo(ChronoUnit.SECONDS).toString(),
                        How.TYPED,
                        visit.text(),
                        null,
                        null,
                        null);
        workspace.write(writer -> {
            writer.add(revision, stamp);
            return revision;
        });
    }

    private Optional<RecordId> newest(RecordId household) {
        return workspace
                .query(
                        "SELECT id, round FROM visit WHERE subject = ? AND finalised = 1 ORDER BY id",
                        household.text())
                .stream()
                .max(Rounds.of(workspace).rows())
                .map(row -> Weighing.id(Kind.VISIT, row));
    }
}
