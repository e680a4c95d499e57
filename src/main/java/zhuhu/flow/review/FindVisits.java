package zhuhu.flow.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.FindRecord;
import zhuhu.flow.RecordList;
import zhuhu.flow.VisitOf;
import zhuhu.form.CompiledForm;
import zhuhu.pack.Pack;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// The visits that somebody means: a household stands for its visit of the round, a person for that
/// of the household, a village for its own visit.
public final class FindVisits {

    private final Workspace workspace;
    private final String round;

    public FindVisits(Workspace workspace, String round) {
        this.workspace = workspace;
        this.round = round;
    }

    /// What is asked for. Shape: `keys` as [FindRecord] takes them; `villages` all finished visits
    /// of households there; `where` an expression over households, "" for none.
    public record Wanted(List<String> keys, List<String> villages, String where) {
        public Wanted {
            keys = List.copyOf(keys);
            villages = List.copyOf(villages);
        }
    }

    /// Failed: a key fits nothing or several, or the expression is not understood.
    public Outcome<List<RecordId>> of(Wanted wanted) {
        var visits = new LinkedHashSet<RecordId>();
        var problems = new ArrayList<Problem>();
        for (String key : wanted.keys()) {
            switch (one(key)) {
                case Outcome.Done<RecordId>(RecordId visit) -> visits.add(visit);
                case Outcome.Failed<RecordId>(List<Problem> why) -> problems.addAll(why);
            }
        }
        if (!wanted.villages().isEmpty() || !wanted.where().isBlank()) {
            switch (many(wanted)) {
                case Outcome.Done<List<RecordId>>(List<RecordId> found) -> visits.addAll(found);
                case Outcome.Failed<List<RecordId>>(List<Problem> why) -> problems.addAll(why);
            }
        }
        return problems.isEmpty() ? Outcome.done(List.copyOf(visits)) : Outcome.failed(problems);
    }

    /// The visit that a key means, whether it was begun or not.
    public Outcome<RecordId> one(String key) {
        return new FindRecord(workspace)
                .subject(key)
                .then(found ->
                        found.kind() == Kind.VISIT ? Outcome.done(found) : ofSubject(key, found));
    }

    private Outcome<RecordId> ofSubject(String key, RecordId subject) {
        Pack pack = workspace.pack();
        Optional<String> form =
                switch (subject.kind()) {
                    case HOUSEHOLD -> Optional.of(pack.manifest().visitForm());
                    case VILLAGE -> pack.villageForm().map(CompiledForm::id);
                    case PERSON, VISIT, PAIRING, ISSUE, MEASURE, PROJECT, SITE, FUND, TASK, LINK ->
                            Optional.empty();
                };
        return form.map(id -> Outcome.done(visit(id, subject)))
                .orElseGet(() -> Outcome.failed(Problem.of("sendbackNoVisitOf", key)));
    }

    private RecordId visit(String form, RecordId subject) {
        return VisitOf.of(workspace, form, subject, round).id();
    }

    /// Finished visits of the households of those villages for which the expression holds.
    private Outcome<List<RecordId>> many(Wanted wanted) {
        var villages = new ArrayList<RecordId>();
        var problems = new ArrayList<Problem>();
        for (String key : wanted.villages()) {
            switch (new FindRecord(workspace).by(key, Kind.VILLAGE)) {
                case Outcome.Done<RecordId>(RecordId village) -> villages.add(village);
                case Outcome.Failed<RecordId>(List<Problem> why) -> problems.addAll(why);
            }
        }
        if (!problems.isEmpty()) {
            return Outcome.failed(problems);
        }
        Set<String> there = households(villages);
        return new RecordList(workspace)
                .lines(Kind.HOUSEHOLD, Optional.empty(), "", wanted.where())
                .map(lines ->
                        lines.stream()
                                .map(RecordList.Line::id)
                                .filter(id -> villages.isEmpty() || there.contains(id.text()))
                                .map(id -> visit(workspace.pack().manifest().visitForm(), id))
                                .filter(finished()::contains)
                                .toList());
    }

    private Set<String> households(Collection<RecordId> villages) {
        var households = new LinkedHashSet<String>();
        for (RecordId village : villages) {
            workspace.eachRow(
                    "SELECT id FROM household WHERE village = ?",
                    row -> households.add(row.getOrDefault("id", "")),
                    village.text());
        }
        return households;
    }

    private Set<RecordId> finished() {
        var finished = new LinkedHashSet<RecordId>();
        workspace.eachRow(
                "SELECT id FROM visit WHERE finalised = 1 AND round = ?",
                row ->
                        finished.add(
                                new RecordId(
                                        Kind.VISIT,
                                        java.util.UUID.fromString(row.getOrDefault("id", "")))),
                round);
        return finished;
    }
}
