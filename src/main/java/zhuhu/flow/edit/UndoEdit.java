package zhuhu.flow.edit;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Takes an act on the register back: its attestations are withdrawn, so what it rested on counts
/// again; what was said stays in the history.
public final class UndoEdit {

    private final Workspace workspace;
    private final Author author;
    private final LocalDateTime at;

    public UndoEdit(Workspace workspace, Author author, LocalDateTime at) {
        this.workspace = workspace;
        this.author = author;
        this.at = at;
    }

    /// Done: how many sections went back. Failed: there is nothing of it to take back, or somebody
    /// stated one of its sections anew since, which taking back would not change.
    public Outcome<Integer> of(RecordId act, String reason) {
        return of(List.of(act), reason);
    }

    /// Takes several acts back at once, or none of them.
    public Outcome<Integer> of(List<RecordId> acts, String reason) {
        List<Attestation> mine = new ArrayList<>();
        var overlaid = new LinkedHashSet<String>();
        acts.forEach(act -> collect(act, mine, overlaid));
        if (mine.isEmpty()) {
            return Outcome.failed(Problem.of("undoNothing"));
        }
        if (!overlaid.isEmpty()) {
            return Outcome.failed(Problem.of("undoOverlaid", String.join("、", overlaid)));
        }
        List<FactId> ids = mine.stream().map(Attestation::id).toList();
        String now = at.truncatedTo(ChronoUnit.SECONDS).toString();
        workspace.write(writer -> {
            writer.withdraw(ids, author.name(), author.device(), now, reason);
            return ids.size();
        });
        return Outcome.done(ids.size());
    }

    private void collect(RecordId act, List<Attestation> mine, Set<String> overlaid) {
        for (RecordId record : touched(act)) {
            for (Revision revision : workspace.revisions(record)) {
                List<Attestation> own =
                        workspace.attestations(revision.id()).stream()
                                .filter(a -> act.text().equals(a.stamp().via()))
                                .toList();
                if (!own.isEmpty() && !record.equals(act) && !isHead(revision)) {
                    overlaid.add(label(revision));
                }
                mine.addAll(own);
            }
        }
    }

    private Set<RecordId> touched(RecordId act) {
        var touched = new LinkedHashSet<RecordId>();
        Values edit = workspace.section(act, "edit").shown();
        for (String id : edit.plain("edit_records").split(" ", -1)) {
            workspace.recordOf(id).ifPresent(touched::add);
        }
        touched.add(act);
        return touched;
    }

    private boolean isHead(Revision revision) {
        return workspace.section(revision.record(), revision.section()).allHeads().stream()
                .anyMatch(head -> head.id().equals(revision.id()));
    }

    private String label(Revision revision) {
        return workspace
                .schema()
                .section(revision.record().kind(), revision.section())
                .map(section -> section.label())
                .orElse(revision.section());
    }
}
