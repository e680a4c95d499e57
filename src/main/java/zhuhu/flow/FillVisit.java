package zhuhu.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.CheckedForm;
import zhuhu.form.Failure;
import zhuhu.form.PartView;
import zhuhu.form.Ref;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.store.Workspace;

/// Walks a visit's form with answers from a file, screen by screen, as a person at the window
/// would.
public final class FillVisit {

    /// What came of it. Shape: `finalised` false where something stopped it; `kept` if a draft or a
    /// finalised visit is in the file now.
    public record Filled(RecordId visit, boolean finalised, boolean kept, List<Stop> stops) {
        public Filled {
            stops = List.copyOf(stops);
        }
    }

    /// What stopped it, at which question; `row` the row's id or "".
    public record Stop(String question, String row, Problem problem) {}

    /// An answer waiting for its question to be relevant.
    private record Waiting(String question, String row, Value value) {}

    private final Visit visit;
    private final CheckedForm form;
    private final FormShape shape;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();

    private FillVisit(Visit visit) {
        this.visit = visit;
        this.form = visit.form().form();
        this.shape = new FormShape(form);
    }

    /// Fills `visit` (opened to be kept at the end) with `answers`. `asDraft`: kept as a draft even
    /// if something stops it; else a stopped visit leaves nothing. Failed: the answers name what
    /// the form or the household does not have.
    public static Outcome<Filled> of(
            Workspace workspace, Visit visit, JsonNode answers, boolean asDraft) {
        var find = new FindRecord(workspace);
        return AnswerSheet.read(answers, visit.form().form(), key -> find.by(key, Kind.PERSON))
                .then(sheet -> new FillVisit(visit).fill(sheet, asDraft));
    }

    private Outcome<Filled> fill(AnswerSheet sheet, boolean asDraft) {
        List<Problem> strangers = rows(sheet);
        if (!strangers.isEmpty()) {
            return Outcome.failed(strangers);
        }
        sheet.answers().forEach(a -> waiting.add(new Waiting(a.question(), "", a.value())));
        walk();
        if (!sheet.reasons().isEmpty()) {
            visit.reasons(sheet.reasons());
        }
        return Outcome.done(finish(asDraft));
    }

    /// Makes the rows that the answers speak of; gives those that are no rows of this household.
    private List<Problem> rows(AnswerSheet sheet) {
        var strangers = new ArrayList<Problem>();
        for (AnswerSheet.GivenRow given : sheet.rows()) {
            Optional<String> row = given.record().map(RecordId::text);
            if (row.isPresent() && !visit.hasRow(given.repeat(), row.get())) {
                strangers.add(Problem.of("unknownMember", row.get()));
            }
        }
        if (strangers.isEmpty()) {
            sheet.rows().forEach(this::row);
        }
        return strangers;
    }

    private void row(AnswerSheet.GivenRow given) {
        String row = given.record().map(RecordId::text).orElseGet(() -> newRow(given));
        given.answers().forEach(a -> waiting.add(new Waiting(a.question(), row, a.value())));
    }

    private String newRow(AnswerSheet.GivenRow given) {
        if (given.id().isEmpty()) {
            return visit.addRow(given.repeat());
        }
        visit.addRow(given.repeat(), given.id().get());
        return given.id().get();
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
                    visit.answer(ref.get(), each.value());
                    waiting.remove(each);
                    moved = true;
                }
            }
        }
    }

    private List<Ref> refs(Waiting waiting) {
        return visit.find(waiting.question(), waiting.row());
    }

    private Filled finish(boolean asDraft) {
        for (Waiting left : waiting) {
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
        if (stops.isEmpty() && !asDraft) {
            Outcome<Visit.Finalised> done = visit.finalise();
            return new Filled(visit.id(), done instanceof Outcome.Done, true, stops);
        }
        if (asDraft) {
            visit.keepAsDraft();
        }
        return new Filled(visit.id(), false, asDraft, stops);
    }
}
