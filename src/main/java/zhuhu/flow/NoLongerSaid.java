package zhuhu.flow;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import zhuhu.form.Submission;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Revision;
import zhuhu.store.Workspace;

/// What an earlier finalising of a visit stated and this one does not: a row taken away, an update
/// whose question is no longer relevant. Those attestations are withdrawn; what was stated stays in
/// the history.
final class NoLongerSaid {

    private static final Set<String> OF_VISIT = Set.of("about", "finalised", "reasons", "edit");

    private final Workspace workspace;
    private final RecordId visit;
    private final RecordId subject;

    NoLongerSaid(Workspace workspace, RecordId visit, RecordId subject) {
        this.workspace = workspace;
        this.subject = subject;
        this.visit = visit;
    }

    Set<FactId> attestations(RegisterUpdates updates, Submission submission) {
        var gone = new HashSet<FactId>();
        for (Revision revision : workspace.revisions(visit)) {
            String section = revision.section();
            if (!isOfVisit(section) && !submission.sections().containsKey(section)) {
                collect(revision, gone);
            }
        }
        for (RecordId record : touched(updates)) {
            for (Revision revision : workspace.revisions(record)) {
                boolean said =
                        updates.sections()
                                .getOrDefault(record, Map.of())
                                .containsKey(revision.section());
                if (!said) {
                    collect(revision, gone);
                }
            }
        }
        return gone;
    }

    /// The household, its members, and every row that the visit ever listed.
    private Set<RecordId> touched(RegisterUpdates updates) {
        var touched = new TreeSet<>(updates.sections().keySet());
        touched.add(subject);
        touched.addAll(VisitStart.members(workspace, subject));
        for (Revision revision : workspace.revisions(visit)) {
            String section = revision.section();
            if (section.contains("@")) {
                workspace
                        .recordOf(section.substring(section.indexOf('@') + 1))
                        .ifPresent(touched::add);
            }
        }
        touched.remove(visit);
        return touched;
    }

    /// Whether a section is of the visit itself and no screen of its form.
    static boolean isOfVisit(String section) {
        return OF_VISIT.contains(section)
                || HouseholdNotes.isNote(section)
                || Review.isOne(section);
    }

    private void collect(Revision revision, Set<FactId> gone) {
        for (Attestation attestation : workspace.attestations(revision.id())) {
            if (visit.text().equals(attestation.stamp().via())) {
                gone.add(attestation.id());
            }
        }
    }
}
