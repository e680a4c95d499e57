package zhuhu.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.check.Reasons;
import zhuhu.flow.edit.Reason;
import zhuhu.flow.edit.ReasonGiven;
import zhuhu.form.CheckedForm;
import zhuhu.form.Failure;
import zhuhu.form.PartView;
import zhuhu.form.Ref;
import zhuhu.pack.Level;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Walks a visit's form with answers from a file, screen by screen, as a person at the window
/// would.
public final class FillVisit {

    /// What came of it. Shape: `finalised` false where something stopped it; `kept` if a draft or a
    /// finalised visit is in the file now; `doubts` and `hints` of a finalised visit.
    public record Filled(
            RecordId visit,
            boolean finalised,
            boolean kept,
            List<Stop> stops,
            List<Stop> doubts,
            List<Stop> hints) {
        public Filled {
            hints = List.copyOf(hints);
            doubts = List.copyOf(doubts);
            stops = List.copyOf(stops);
        }
    }

    /// What stopped it, at which question; `row` the row's id or ""; `reason` what was given for a
    /// doubt, empty if nothing was, or if none is asked for.
    public record Stop(String question, String row, Problem problem, Optional<String> reason) {
        Stop(String question, String row, Problem problem) {
            this(question, row, problem, Optional.empty());
        }
    }

    /// An answer waiting for its question to be relevant.
    private record Waiting(String question, String row, Value value) {}

    private final Workspace workspace;
    private final Visit visit;
    private final CheckedForm form;
    private final FormShape shape;
    private final Reason reason;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Waiting> given = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private FillVisit(Workspace workspace, Visit visit, Reason reason) {
        this.workspace = workspace;
        this.reason = reason;
        this.visit = visit;
        this.form = visit.form().form();
        this.shape = new FormShape(form);
    }

    /// Fills `visit` (opened to be kept at the end) with `answers`. `asDraft`: kept as a draft even
    /// if something stops it; else a stopped visit leaves nothing. Failed: the answers name what
    /// the form or the household does not have.
    public static Outcome<Filled> of(
            Workspace workspace, Visit visit, JsonNode answers, boolean asDraft) {
        return of(workspace, visit, answers, asDraft, Reason.NONE);
    }

    /// The same; `given` says why a visit that was finished before is changed, where the answers do
    /// not say it themselves (`reason`, `document`).
    public static Outcome<Filled> of(
            Workspace workspace, Visit visit, JsonNode answers, boolean asDraft, Reason given) {
        var find = new FindRecord(workspace);
        AnswerSheet.Lookup lookup =
                (repeat, kind, key) -> find.by(key, kind, r -> visit.hasRow(repeat, r.text()));
        var said = ReasonGiven.in(answers, visit.form().form(), given);
        Optional<Problem> stranger = answerPoints(visit, said.answers());
        if (stranger.isPresent()) {
            return Outcome.failed(stranger.get());
        }
        return AnswerSheet.read(said.answers(), visit.form().form(), lookup)
                .then(sheet -> new FillVisit(workspace, visit, said.reason()).fill(sheet, asDraft));
    }

    /// Takes the answers to points that were sent back (`"returned":[{"section","answer"}]`) out of
    /// the file, where the form has no question of that name. The problem: no such point is open.
    private static Optional<Problem> answerPoints(Visit visit, ObjectNode answers) {
        boolean asked = visit.form().form().questions().anyMatch(q -> q.name().equals("returned"));
        if (asked || !answers.path("returned").isArray()) {
            return Optional.empty();
        }
        for (JsonNode one : answers.remove("returned")) {
            String section = one.path("section").asText();
            Optional<SentBack> point =
                    visit.sentBack().stream()
                            .filter(p ->
                                    p.point().section().equals(section)
                                            || p.point().sectionLabel().equals(section))
                            .findFirst();
            if (point.isEmpty()) {
                return Optional.of(Problem.of("sendbackNoPoint", section));
            }
            visit.answerPoint(point.get().point().section(), one.path("answer").asText());
        }
        return Optional.empty();
    }

    private Outcome<Filled> fill(AnswerSheet sheet, boolean asDraft) {
        List<Problem> strangers = rows(sheet);
        if (!strangers.isEmpty()) {
            return Outcome.failed(strangers);
        }
        sheet.answers().forEach(a -> waiting.add(new Waiting(a.question(), "", a.value())));
        given.addAll(waiting);
        walk();
        return reasons(sheet.reasons())
                .map(given -> {
                    visit.reasons(visit.reasons().with(given));
                    return finish(asDraft);
                });
    }

    /// The reasons, each with the id of the record that it speaks of. Failed: one speaks of a
    /// record that is not of this household.
    private Outcome<Reasons> reasons(List<Values> given) {
        var strangers = new ArrayList<Problem>();
        var rows = new ArrayList<Values>();
        for (Values row : given) {
            String key = row.plain("record");
            Outcome<RecordId> found =
                    key.isEmpty() || isRow(key)
                            ? Outcome.done(visit.subject())
                            : new FindRecord(workspace).by(key);
            switch (found) {
                case Outcome.Done<RecordId>(RecordId record) -> {
                    boolean ours = record.equals(visit.subject()) || isRow(record.text());
                    if (!ours) {
                        strangers.add(Problem.of("unknownMember", record.shortKey()));
                    }
                    String id = isRow(key) ? key : record.text();
                    rows.add(row.with("record", Value.text(id)));
                }
                case Outcome.Failed<RecordId>(List<Problem> why) -> strangers.addAll(why);
            }
        }
        return strangers.isEmpty()
                ? Outcome.done(Reasons.of(rows, visit.subject().text()))
                : Outcome.failed(strangers);
    }

    private boolean isRow(String id) {
        return shape.repeats().anyMatch(r -> visit.hasRow(r.name(), id));
    }

    /// Makes the rows that the answers speak of; gives those that are no rows of this household.
    private List<Problem> rows(AnswerSheet sheet) {
        var strangers = new ArrayList<Problem>();
        for (AnswerSheet.GivenRow given : sheet.rows()) {
            boolean here = given.named().map(n -> visit.hasRow(given.repeat(), n)).orElse(true);
            if (!here && given.record().isPresent()) {
                strangers.add(Problem.of("unknownMember", given.record().get().shortKey()));
            } else if (contradicts(given)
                    || !here && given.id().flatMap(workspace::recordOf).isPresent()) {
                strangers.add(Problem.of("memberIdTaken", given.id().orElse("")));
            }
        }
        if (strangers.isEmpty()) {
            sheet.repeats().stream().filter(r -> shape.kind(r).isEmpty()).forEach(this::empty);
            sheet.rows().forEach(this::row);
        }
        return strangers;
    }

    private static boolean contradicts(AnswerSheet.GivenRow given) {
        return given.id().isPresent()
                && given.record().map(r -> !given.id().equals(Optional.of(r.text()))).orElse(false);
    }

    /// Rows that are no records are one answer, replaced as a whole.
    private void empty(String repeat) {
        visit.rows(repeat).forEach(row -> visit.removeRow(repeat, row));
    }

    private void row(AnswerSheet.GivenRow given) {
        String row =
                given.named().or(() -> same(given)).orElseGet(() -> visit.addRow(given.repeat()));
        if (!visit.hasRow(given.repeat(), row)) {
            visit.addRow(given.repeat(), row);
        }
        taken.add(row);
        given.answers().forEach(a -> waiting.add(new Waiting(a.question(), row, a.value())));
    }

    /// An issue or a measure that this visit listed before with just these answers: saying it again
    /// makes no second one. Two newborns, though, may be told apart by nothing.
    private Optional<String> same(AnswerSheet.GivenRow given) {
        if (shape.kind(given.repeat()).map(k -> k == Kind.PERSON).orElse(true)) {
            return Optional.empty();
        }
        return visit.rows(given.repeat()).stream()
                .filter(row -> !taken.contains(row))
                .filter(row -> given.answers().stream().allMatch(a -> stands(a, row)))
                .findFirst();
    }

    private boolean stands(AnswerSheet.Answer answer, String row) {
        return visit.find(answer.question(), row).stream()
                .anyMatch(ref -> visit.value(ref).equals(answer.value()));
    }

    /// Screen after screen in form order, those that become relevant on the way included.
    private void walk() {
        var walked = new HashSet<String>();
        for (Optional<String> next = next(walked); next.isPresent(); next = next(walked)) {
            walked.add(next.get());
            answer(next.get());
            visit.confirm(next.get());
        }
        // Reason: an answer given on a later screen may have made a question on an earlier one
        // relevant.
        Set<String> again = new HashSet<>();
        for (Waiting left : List.copyOf(waiting)) {
            refs(left).stream().flatMap(ref -> shape.screenOf(ref).stream()).forEach(again::add);
        }
        shape.screens().stream()
                .filter(again::contains)
                .filter(this::isRelevant)
                .forEach(screen -> {
                    answer(screen);
                    visit.confirm(screen);
                });
    }

    private Optional<String> next(Set<String> walked) {
        return visit.parts().stream()
                .flatMap(part -> part.screens().stream())
                .map(PartView.ScreenName::name)
                .filter(name -> !walked.contains(name))
                .findFirst();
    }

    private boolean isRelevant(String screen) {
        return visit.parts().stream()
                .flatMap(part -> part.screens().stream())
                .anyMatch(s -> s.name().equals(screen));
    }

    private void answer(String screen) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Waiting each : List.copyOf(waiting)) {
                Optional<Ref> ref =
                        refs(each).stream()
                                .filter(r -> shape.screenOf(r).equals(Optional.of(screen)))
                                .filter(visit::isRelevant)
                                .findFirst();
                if (ref.isPresent()) {
                    answer(ref.get(), each);
                    waiting.remove(each);
                    moved = true;
                }
            }
        }
    }

    private void answer(Ref ref, Waiting given) {
        boolean fixed =
                form.questions().anyMatch(q -> q.name().equals(given.question()) && q.readOnly());
        if (!fixed) {
            visit.answer(ref, given.value());
        } else if (!visit.value(ref).equals(given.value())) {
            Problem problem =
                    Problem.of(
                            "answerReadOnly",
                            Stops.label(form, given.question()),
                            given.question());
            stops.add(new Stop(given.question(), given.row(), problem));
        }
    }

    private List<Ref> refs(Waiting waiting) {
        return visit.find(waiting.question(), waiting.row());
    }

    private boolean counts(Waiting answer) {
        return refs(answer).stream().anyMatch(visit::isRelevant);
    }

    private Filled finish(boolean asDraft) {
        // Reason: an answer given later may have taken away the question of one given before.
        for (Waiting left : given.stream().filter(g -> !counts(g)).toList()) {
            String label = Stops.label(form, left.question());
            stops.add(
                    new Stop(
                            left.question(),
                            left.row(),
                            Problem.of("notRelevant", label, left.question())));
        }
        for (Failure failure : visit.missing()) {
            String row = LastTimes.row(failure.ref()).orElse("");
            stops.add(new Stop(failure.ref().name(), row, Stops.problem(form, failure)));
        }
        List<Weighed> weighed = stops.isEmpty() ? visit.weigh() : List.of();
        weighed.stream().filter(Weighed::stops).forEach(w -> stops.add(stop(w)));
        if (stops.isEmpty() && !asDraft) {
            Outcome<Visit.Finalised> done = visit.finalise(reason);
            return new Filled(
                    visit.id(),
                    done instanceof Outcome.Done,
                    true,
                    stops,
                    doubts(weighed),
                    of(weighed, Level.HINT).toList());
        }
        if (asDraft) {
            visit.keepAsDraft();
        }
        return new Filled(visit.id(), false, asDraft, stops, List.of(), List.of());
    }

    private List<Stop> doubts(List<Weighed> weighed) {
        return Stream.concat(
                        of(weighed, Level.DOUBT),
                        visit.doubts().stream()
                                .map(d -> new Stop(d.question(), d.row(), d.problem())))
                .toList();
    }

    private static Stream<Stop> of(List<Weighed> weighed, Level level) {
        return weighed.stream().filter(w -> w.finding().level() == level).map(FillVisit::stop);
    }

    private static Stop stop(Weighed weighed) {
        boolean asked = weighed.finding().level() == Level.DOUBT;
        return new Stop(
                weighed.ref().name(),
                weighed.row(),
                Stops.problem(weighed),
                asked ? Optional.of(weighed.finding().reason()) : Optional.empty());
    }
}
