package zhuhu.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import zhuhu.pack.Schema;
import zhuhu.record.How;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Stamp.FormStamp;
import zhuhu.record.Values;

/// Statements that a visit makes, waiting to be written. Each rests on what was shown, and is then
/// itself what is shown. One thread at a time.
final class Statements {

    /// A revision and who stands behind it.
    record Statement(Revision revision, Stamp stamp) {}

    private final RecordId visit;
    private final Author author;
    private final FormStamp form;
    private final Schema schema;
    private final Shown shown;
    private final List<Statement> waiting = new ArrayList<>();

    Statements(RecordId visit, Author author, FormStamp form, Schema schema, Shown shown) {
        this.visit = visit;
        this.author = author;
        this.form = form;
        this.schema = schema;
        this.shown = shown;
    }

    /// States a section of the visit, unless it stands so already; a difference in calculated
    /// values alone counts only where `calculatedToo`.
    void ofVisit(String section, Values values, String at, boolean calculatedToo) {
        Shown.Seen seen = shown.of(visit, section);
        Predicate<String> counts =
                calculatedToo ? _ -> true : schema.calculated(visit.kind(), section).negate();
        boolean stands =
                seen.heads().size() == 1 && seen.values().only(counts).equals(values.only(counts));
        if (!stands) {
            state(
                    visit,
                    section,
                    values,
                    at,
                    seen.heads().isEmpty() ? How.TYPED : how(seen, values));
        }
    }

    /// States a section of the visit even if it stands so already.
    void again(String section, Values values, String at) {
        state(visit, section, values, at, How.TYPED);
    }

    /// States a section of the visit once more as it was shown: as last time is a statement too.
    void confirm(String section, String at) {
        state(visit, section, shown.of(visit, section).values(), at, How.CONFIRMED);
    }

    /// Whether a statement waits of a section of the visit that passes.
    boolean isStatedAnew(Predicate<String> sections) {
        return waiting.stream()
                .map(Statement::revision)
                .anyMatch(r -> r.record().equals(visit) && sections.test(r.section()));
    }

    /// States a section of another record, resting on what was shown: as last time is a statement
    /// too. `own` is what this visit itself said of it before: where it says the same now, nothing
    /// is stated; where others have spoken since, the new statement rests on the visit's own alone.
    void ofRegister(
            RecordId record, String section, Values saved, String at, Optional<Revision> own) {
        Shown.Seen seen = shown.of(record, section);
        boolean alone = own.isPresent() && seen.heads().equals(List.of(own.get().id()));
        if (own.isPresent() && !alone) {
            Values said = own.get().values();
            if (!said.covers(saved)) {
                var rest = new Shown.Seen(List.of(own.get().id()), said, List.of());
                shown.put(record, section, rest);
                state(record, section, saved.over(said), at, How.TYPED);
            }
            return;
        }
        Values values = saved.over(seen.values());
        if (!alone || !seen.values().equals(values)) {
            state(record, section, values, at, how(seen, values));
        }
    }

    /// Whether nothing waits to be written.
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    private How how(Shown.Seen seen, Values values) {
        if (!seen.sides().isEmpty()) {
            return How.RESOLVED;
        }
        return seen.values().equals(values) && !seen.heads().isEmpty() ? How.CONFIRMED : How.TYPED;
    }

    private void state(RecordId record, String section, Values values, String at, How how) {
        Revision revision = Revision.of(record, section, shown.of(record, section).heads(), values);
        String started = shown.started();
        waiting.add(
                new Statement(
                        revision,
                        new Stamp(
                                author.name(),
                                author.device(),
                                at,
                                how,
                                visit.text(),
                                form,
                                started,
                                null)));
        shown.put(record, section, new Shown.Seen(List.of(revision.id()), values, List.of()));
    }

    /// Drops what waits of screens of the visit that are not asked any more; `sections` are those
    /// that are.
    void forgetAllBut(Set<String> sections) {
        waiting.removeIf(s ->
                s.revision().record().equals(visit)
                        && !NoLongerSaid.isOfVisit(s.revision().section())
                        && !sections.contains(s.revision().section()));
    }

    /// What waits, in order.
    List<Statement> waiting() {
        return List.copyOf(waiting);
    }

    /// What waited is in the file.
    void written() {
        waiting.clear();
    }

    /// Gives the way back to how it is now.
    Runnable remember() {
        var waits = List.copyOf(waiting);
        Runnable shownAgain = shown.remember();
        return () -> {
            waiting.clear();
            waiting.addAll(waits);
            shownAgain.run();
        };
    }
}
