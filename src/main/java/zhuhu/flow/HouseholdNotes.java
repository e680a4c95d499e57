package zhuhu.flow;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.flow.handout.Rounds;
import zhuhu.record.How;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Notes jotted down about a household (随手记), kept with its visit of the round and stated at once.
/// Reason: each is a section of its own, `note@ID`, so that the notes of two people stand side by
/// side and never contradict each other.
public final class HouseholdNotes {

    /// What the section's name begins with.
    static final String SECTION = "note";

    private final Workspace workspace;

    public HouseholdNotes(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Whether a section of a visit is a note.
    static boolean isNote(String section) {
        return section.startsWith(SECTION + "@");
    }

    /// Failed: there is nothing to note, or no such round.
    public Outcome<HouseholdNote> add(
            RecordId household,
            String round,
            Author author,
            Supplier<LocalDateTime> clock,
            String words) {
        String text = Plain.text(words);
        if (text.isEmpty()) {
            return Outcome.failed(Problem.of("noteEmpty"));
        }
        if (Rounds.find(workspace, round).isEmpty()) {
            return Outcome.failed(Problem.of("roundUnknown", round));
        }
        var note = new HouseholdNote(Visit.now(clock), author.name(), text, round);
        write(household, note, author, clock);
        return Outcome.done(note);
    }

    private void write(
            RecordId household, HouseholdNote note, Author author, Supplier<LocalDateTime> clock) {
        var manifest = workspace.pack().manifest();
        VisitOf of = VisitOf.household(workspace, household, note.round());
        RecordId visit = of.id();
        String exactly = clock.get().truncatedTo(ChronoUnit.MILLIS).toString();
        UUID id =
                Ids.uuid5(
                        String.join(
                                "\n", "note", visit.text(), author.device(), exactly, note.text()));
        Stamp stamp = Stamp.of(author.name(), author.device(), note.at(), How.TYPED, visit.text());
        workspace.write(writer -> {
            if (workspace.section(visit, "about") instanceof Section.Unwritten) {
                Values about = Visit.about(manifest.visitForm(), note.round(), of.subject());
                writer.add(Revision.of(visit, "about", List.of(), about), stamp);
            }
            Revision said = Revision.of(visit, SECTION + "@" + id, List.of(), values(note));
            writer.add(said, stamp);
            return said.id();
        });
    }

    private static Values values(HouseholdNote note) {
        return Values.NONE
                .with("note_at", Value.text(note.at()))
                .with("note_by", Value.text(note.by()))
                .with("note_text", Value.text(note.text()));
    }

    /// Everything noted about a household in any round, newest first.
    public List<HouseholdNote> of(RecordId household) {
        var notes = new ArrayList<HouseholdNote>();
        for (Map<String, String> row :
                workspace.query(
                        "SELECT id, round FROM visit WHERE subject = ?", household.text())) {
            var visit = new RecordId(Kind.VISIT, UUID.fromString(String.valueOf(row.get("id"))));
            String round = String.valueOf(row.get("round"));
            workspace
                    .sections(visit)
                    .forEach((name, section) -> {
                        Values said = section.shown();
                        if (isNote(name) && !said.plain("note_text").isEmpty()) {
                            notes.add(
                                    new HouseholdNote(
                                            said.plain("note_at"),
                                            said.plain("note_by"),
                                            said.plain("note_text"),
                                            round));
                        }
                    });
        }
        notes.sort(Comparator.comparing(HouseholdNote::at).reversed());
        return notes;
    }
}
