package zhuhu.flow.edit;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.Labels;
import zhuhu.form.CompiledForm;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Stamp.FormStamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.record.Withdrawal;
import zhuhu.store.FactSink;
import zhuhu.store.Workspace;

/// One act on the register that is no visit: what it states, section by section, and the record
/// that keeps its reason. Nothing is in the file before [#write(Reason)], then all of it at once.
/// Source: `docs/decisions/0013-direct-edit.md`. One use; one thread.
public final class RegisterAct {

    /// A statement waiting to be written. `always`: also where it says what stands already.
    private record Waiting(List<FactId> heads, Values before, Values now, How how, boolean always) {
        boolean changes(Predicate<String> calculated) {
            return always
                    || !before.only(calculated.negate()).equals(now.only(calculated.negate()));
        }
    }

    private record Place(RecordId record, String section) {}

    private final Workspace workspace;
    private final Author author;
    private final String at;
    private final String act;
    private final String form;
    private final RecordId subject;
    private final Map<Place, Waiting> waiting = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /// `act` is what is done (`section`, `head`, `death` ...); `form` the register form it is done
    /// through; `subject` the household (or village) on whose card it stands.
    public RegisterAct(
            Workspace workspace,
            Author author,
            LocalDateTime at,
            String act,
            String form,
            RecordId subject) {
        this.workspace = workspace;
        this.author = author;
        this.at = at.truncatedTo(ChronoUnit.SECONDS).toString();
        this.act = act;
        this.form = form;
        this.subject = subject;
    }

    /// Lays `changes` over what the section says now. A contested section is a problem: it wants
    /// settling first.
    public RegisterAct lay(RecordId record, String section, Values changes) {
        var place = new Place(record, section);
        Waiting mine = waiting.get(place);
        if (mine != null) {
            waiting.put(
                    place,
                    new Waiting(
                            mine.heads(),
                            mine.before(),
                            changes.over(mine.now()),
                            mine.how(),
                            false));
            return this;
        }
        Section now = workspace.section(record, section);
        if (now instanceof Section.Contested) {
            problems.add(
                    Problem.of(
                            "editContested", Labels.of(workspace, record), label(record, section)));
            return this;
        }
        List<FactId> heads = now.allHeads().stream().map(Revision::id).toList();
        Values values = changes.over(now.shown());
        waiting.put(place, new Waiting(heads, now.shown(), values, How.TYPED, false));
        return this;
    }

    /// States a section as it is given, resting on `heads`; `always`: also where it says what
    /// stands already.
    public void state(
            RecordId record,
            String section,
            List<FactId> heads,
            Values before,
            Values now,
            How how,
            boolean always) {
        waiting.put(new Place(record, section), new Waiting(heads, before, now, how, always));
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    /// Writes all of it in one transaction. Done with no act: nothing differs from what stands.
    public Outcome<Edited> write(Reason reason) {
        return write(workspace, List.of(this), reason).map(List::getFirst);
    }

    /// Writes several acts in one transaction, for the same reason. Shape: one result an act.
    public static Outcome<List<Edited>> write(
            Workspace workspace, List<RegisterAct> acts, Reason reason) {
        var problems = new ArrayList<Problem>();
        acts.forEach(act -> problems.addAll(act.problems));
        List<Ready> ready = acts.stream().map(act -> act.ready(reason)).toList();
        if (problems.isEmpty() && ready.stream().anyMatch(Ready::isTakenBack)) {
            problems.add(Problem.of("editTakenBack"));
        }
        if (!problems.isEmpty()) {
            return Outcome.failed(problems.stream().distinct().toList());
        }
        if (ready.stream().anyMatch(r -> !r.made().isEmpty())) {
            workspace.write(writer -> {
                ready.forEach(r -> r.write(writer));
                return ready.size();
            });
        }
        return Outcome.done(ready.stream().map(Ready::edited).toList());
    }

    /// What an act is about to write. Shape: `made` empty where nothing differs.
    private record Ready(RegisterAct act, RecordId record, Reason reason, Map<Revision, How> made) {

        boolean isTakenBack() {
            return !made.isEmpty() && act.isTakenBack(record);
        }

        void write(Workspace.Writer writer) {
            if (made.isEmpty()) {
                return;
            }
            made.forEach((revision, how) ->
                    writer.add(revision, act.stamp(record, revision.record(), how)));
            act.own(record, reason, made.keySet().stream().map(Revision::record).toList())
                    .forEach(own -> writer.add(own, act.stamp(record, act.subject, How.TYPED)));
        }

        Edited edited() {
            return made.isEmpty()
                    ? Edited.NOTHING
                    : new Edited(
                            Optional.of(record),
                            made.keySet().stream()
                                    .map(r -> r.record().kind().code() + "." + r.section())
                                    .toList());
        }
    }

    private Ready ready(Reason reason) {
        var made = new LinkedHashMap<Revision, How>();
        waiting.forEach((place, what) -> {
            if (what.changes(
                    workspace.schema().calculated(place.record().kind(), place.section()))) {
                made.put(
                        Revision.of(place.record(), place.section(), what.heads(), what.now()),
                        what.how());
            }
        });
        var ids =
                made.keySet().stream()
                        .map(Revision::id)
                        .collect(Collectors.toCollection(TreeSet::new));
        RecordId record = Ids.edit(act, reason.words(), reason.document(), ids);
        return new Ready(this, record, reason, made);
    }

    /// Whether the very same act, of the same second, was undone: what is withdrawn stays
    /// withdrawn, and writing it once more would change nothing.
    private boolean isTakenBack(RecordId record) {
        Stamp stamp = stamp(record, subject, How.TYPED);
        var mine = new HashSet<FactId>();
        var withdrawn = new HashSet<FactId>();
        workspace.facts(
                List.of(record),
                new FactSink() {
                    @Override
                    public void revision(Revision revision, List<Stamp> stamps) {
                        mine.add(Attestation.of(revision.id(), stamp).id());
                    }

                    @Override
                    public void withdrawal(Withdrawal withdrawal) {
                        withdrawn.addAll(withdrawal.attestations());
                    }

                    @Override
                    public void takeBack(TakeBack takeBack) {}
                });
        return mine.stream().anyMatch(withdrawn::contains);
    }

    /// The statements of the act's own record, on top of what it may have said before it was
    /// undone.
    private List<Revision> own(RecordId record, Reason reason, List<RecordId> records) {
        Values about =
                Values.NONE
                        .with("form", Value.text(form))
                        .with("subject", Value.text(subject.text()));
        String touched =
                records.stream()
                        .distinct()
                        .sorted()
                        .map(RecordId::text)
                        .collect(Collectors.joining(" "));
        Values edit =
                Values.NONE
                        .with("edit_act", Value.text(act))
                        .with("edit_reason", Value.text(reason.words()))
                        .with("edit_document", Value.text(reason.document()))
                        .with("edit_records", Value.text(touched));
        return List.of(
                Revision.of(record, "about", List.of(), about),
                Revision.of(record, "edit", List.of(), edit));
    }

    private Stamp stamp(RecordId via, RecordId record, How how) {
        return new Stamp(
                author.name(), author.device(), at, how, via.text(), form(record), null, null);
    }

    /// The register form of that kind of record.
    private @org.jspecify.annotations.Nullable FormStamp form(RecordId record) {
        return workspace
                .pack()
                .form(record.kind().code())
                .map((CompiledForm f) -> new FormStamp(f.id(), f.version(), f.hash()))
                .orElse(null);
    }

    private String label(RecordId record, String section) {
        return workspace
                .schema()
                .section(record.kind(), section)
                .map(s -> s.label())
                .orElse(section);
    }
}
