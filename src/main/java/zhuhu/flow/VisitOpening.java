package zhuhu.flow;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.handout.Rounds;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormSession;
import zhuhu.form.SessionStart;
import zhuhu.form.engine.FormEngine;
import zhuhu.pack.Manifest;
import zhuhu.pack.Pack;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.store.Workspace.Draft;

/// Everything that a visit is opened with.
record VisitOpening(
        Workspace workspace,
        CompiledForm form,
        RecordId visit,
        RecordId subject,
        Manifest.Round round,
        Author author,
        Supplier<LocalDateTime> clock,
        Visit.Keep keep) {

    static Outcome<VisitOpening> of(
            Workspace workspace,
            RecordId subject,
            String formId,
            String round,
            Author author,
            Supplier<LocalDateTime> clock,
            Visit.Keep keep) {
        Pack pack = workspace.pack();
        Optional<Manifest.Round> known = Rounds.find(workspace, round);
        if (known.isEmpty()) {
            return Outcome.failed(Problem.of("roundUnknown", round));
        }
        Optional<CompiledForm> form = pack.form(formId);
        if (form.isEmpty()) {
            return Outcome.failed(Problem.of("formUnknown", formId));
        }
        boolean ofVillage = Pack.isOfVillage(form.get());
        if (subject.kind() != (ofVillage ? Kind.VILLAGE : Kind.HOUSEHOLD)) {
            String problem = ofVillage ? "visitSubjectVillage" : "visitSubject";
            return Outcome.failed(Problem.of(problem, Labels.of(workspace, subject)));
        }
        VisitOf visit = VisitOf.of(workspace, formId, subject, round);
        return Outcome.done(
                new VisitOpening(
                        workspace,
                        form.get(),
                        visit.id(),
                        visit.subject(),
                        known.get(),
                        author,
                        clock,
                        keep));
    }

    Outcome<Visit> open() {
        Optional<Draft> draft = workspace.draft(visit);
        Shown shown = draft.map(d -> Shown.of(d.shown())).orElseGet(Shown::new);
        var start = new VisitStart(workspace, form, visit, subject, round, shown);
        if (draft.isEmpty()) {
            start.look();
            shown.started(Visit.now(clock));
        }
        var session =
                new SessionStart(
                        form,
                        author.name(),
                        author.device(),
                        clock.get(),
                        start.prefill(),
                        start.rows(),
                        this::newRow,
                        draft.map(Draft::answers));
        return FormEngine.open(session)
                .map(open -> new Visit(this, open, shown, first(open, draft)));
    }

    private static VisitPlace first(FormSession open, Optional<Draft> draft) {
        return draft.map(Draft::screen)
                .filter(s -> !s.isEmpty())
                .map(VisitPlace::of)
                .orElseGet(
                        () -> VisitPlace.of(open.parts().getFirst().screens().getFirst().name()));
    }

    private String newRow(String repeat, int number) {
        Kind kind = new FormShape(form.form()).kind(repeat).orElse(Kind.TASK);
        // Reason: two laptops may each add a newborn; only a person's own number tells whether they
        // are one.
        return kind == Kind.PERSON
                ? UUID.randomUUID().toString()
                : Ids.ofVisit(kind, visit, repeat, number).text();
    }
}
