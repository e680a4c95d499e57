package zhuhu.flow;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;
import zhuhu.store.Workspace;

/// A draft that was thrown away, and what brings it back. What its visit had confirmed is withdrawn
/// unless the visit was finished before; notes stay.
public record DroppedDraft(Workspace.Draft draft, Optional<Withdrawal> withdrawn) {

    /// Throws the draft of a household's visit away; empty if it has none.
    public static Optional<DroppedDraft> drop(
            Workspace workspace,
            RecordId household,
            String round,
            Author author,
            Supplier<LocalDateTime> clock) {
        RecordId visit = VisitOf.household(workspace, household, round).id();
        return workspace
                .draft(visit)
                .map(draft -> {
                    Set<FactId> said = said(workspace, visit);
                    Optional<Withdrawal> withdrawal =
                            said.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(
                                            Withdrawal.of(
                                                    said,
                                                    author.name(),
                                                    author.device(),
                                                    Visit.now(clock),
                                                    "draft dropped"));
                    return workspace.write(writer -> {
                        withdrawal.ifPresent(writer::withdraw);
                        writer.dropDraft(visit);
                        return new DroppedDraft(draft, withdrawal);
                    });
                });
    }

    /// Brings the draft back as it was.
    public void restore(Workspace workspace, Author author, Supplier<LocalDateTime> clock) {
        workspace.write(writer -> {
            withdrawn.ifPresent(w ->
                    writer.takeBack(
                            TakeBack.of(w.id(), author.name(), author.device(), Visit.now(clock))));
            writer.draft(draft);
            return draft.visit();
        });
    }

    /// What an unfinished visit has confirmed so far.
    private static Set<FactId> said(Workspace workspace, RecordId visit) {
        var said = new HashSet<FactId>();
        if (workspace.section(visit, "finalised").shown().plain("finalised").equals("1")) {
            return said;
        }
        for (Revision revision : workspace.revisions(visit)) {
            boolean own =
                    HouseholdNotes.isNote(revision.section())
                            || revision.section().equals("about")
                            || revision.section().startsWith("review.");
            if (!own) {
                workspace.attestations(revision.id()).stream()
                        .map(Attestation::id)
                        .forEach(said::add);
            }
        }
        return said;
    }
}
