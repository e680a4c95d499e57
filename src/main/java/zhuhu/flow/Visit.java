package zhuhu.flow;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import zhuhu.base.Outcome;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.check.Reasons;
import zhuhu.flow.edit.Reason;
import zhuhu.flow.handout.Rounds;
import zhuhu.flow.picture.Picture;
import zhuhu.flow.review.ReviewPoint;
import zhuhu.form.CompiledForm;
import zhuhu.form.Failure;
import zhuhu.form.FormSession;
import zhuhu.form.PartView;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.Submission;
import zhuhu.pack.Level;
import zhuhu.pack.Pack;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Revision;
import zhuhu.record.Stamp.FormStamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.StoreException;
import zhuhu.store.Workspace;
import zhuhu.store.Workspace.Draft;

/// A household's or village's visit being filled, by the window and by `fill` alike. Every answer
/// is on disk (in the draft) when [#answer(Ref, Value)] returns, unless the visit was opened to be
/// kept only at the end. One thread at a time.
public final class Visit implements AutoCloseable {

    /// How far a screen has come.
    public enum ScreenState {
        UNTOUCHED,
        STARTED,
        STOPPED,
        CONFIRMED
    }

    /// When what was entered reaches the file.
    public enum Keep {
        /// Every answer at once, as a draft (the window).
        AT_ONCE,
        /// Only when the visit is finalised or kept as a draft (`fill`).
        AT_THE_END
    }

    /// What finalising brought. `doubts` are listed and stop nothing.
    public record Finalised(RecordId visit, List<Problem> doubts) {
        public Finalised {
            doubts = List.copyOf(doubts);
        }
    }

    private final Workspace workspace;
    private final CompiledForm form;
    private final RecordId id;
    private final RecordId subject;
    private final String round;
    private final Author author;
    private final Supplier<LocalDateTime> clock;
    private final Keep keep;
    private final FormSession session;
    private final Shown shown;
    private final Statements statements;
    private final LastTimes lastTimes;
    private final FormShape shape;
    private final VisitFile file;
    private final Weighing weighing;
    private final List<ReviewPoint> sentBack;
    private final boolean finishedBefore;
    private final boolean reopened;
    private boolean stirred;
    private Reason because = Reason.NONE;
    private final Steps steps;
    private boolean ahead;
    private boolean finished;
    private boolean open = true;
    private final int incomeYear;
    private VisitPlace place;

    Visit(VisitOpening opening, FormSession session, Shown shown, VisitPlace place) {
        this.workspace = opening.workspace();
        this.form = opening.form();
        this.id = opening.visit();
        this.subject = opening.subject();
        this.round = opening.round().id();
        this.author = opening.author();
        this.clock = opening.clock();
        this.keep = opening.keep();
        this.incomeYear = opening.round().incomeYear();
        this.session = session;
        this.shown = shown;
        this.place = place;
        this.file = new VisitFile(workspace, author, id);
        this.steps = new Steps(opening.clock(), form.form().root());
        steps.form(workspace.draft(id).isPresent() ? "form resume" : "form start");
        this.weighing = new Weighing(workspace, id, subject);
        this.finishedBefore =
                workspace.section(id, "finalised").shown().plain("finalised").equals("1");
        this.reopened = finishedBefore && !Tries.failed(workspace, id);
        this.stirred = !finishedBefore || workspace.draft(id).isPresent();
        this.shape = new FormShape(form.form());
        this.sentBack = finishedBefore ? SentBack.open(workspace, id) : List.of();
        if (!stirred) {
            SentBack.firstScreen(sentBack, shape)
                    .map(VisitPlace::of)
                    .ifPresent(p -> this.place = p);
        }
        this.statements = new Statements(id, author, stamp(form), workspace.schema(), shown);
        this.lastTimes = new LastTimes(workspace, shown, subject, id, opening.round().incomeYear());
        if (reopened && !stirred) {
            confirmedBefore();
        }
    }

    /// A finished visit was confirmed screen by screen.
    private void confirmedBefore() {
        shown.of(id).keySet().stream()
                .map(shape::screenOfSection)
                .filter(shape.screens()::contains)
                .forEach(screen -> shown.state(screen, ScreenState.CONFIRMED));
    }

    /// Opens the visit of `subject` in `round` through the pack's visit form (for a village the
    /// village's), from its draft if there is one, else from what is known now.
    public static Outcome<Visit> open(
            Workspace workspace,
            RecordId subject,
            String round,
            Author author,
            Supplier<LocalDateTime> clock,
            Keep keep) {
        Pack pack = workspace.pack();
        String form =
                subject.kind() == Kind.VILLAGE
                        ? pack.villageForm().map(CompiledForm::id).orElse("")
                        : pack.manifest().visitForm();
        return VisitOpening.of(workspace, subject, form, round, author, clock, keep)
                .then(VisitOpening::open);
    }

    /// As the other, through a form of that id.
    public static Outcome<Visit> open(
            Workspace workspace,
            RecordId subject,
            String formId,
            String round,
            Author author,
            Supplier<LocalDateTime> clock,
            Keep keep) {
        return VisitOpening.of(workspace, subject, formId, round, author, clock, keep)
                .then(VisitOpening::open);
    }

    public RecordId id() {
        return id;
    }

    public RecordId subject() {
        return workspace.one(subject);
    }

    public CompiledForm form() {
        return form;
    }

    /// Whether this visit was finished before, other than by nobody being at home or a refusal.
    /// Then what is changed now counts only when it is finished again, with a reason.
    public boolean reopened() {
        return reopened;
    }

    /// Whether anything was entered since it was finished.
    public boolean stirred() {
        return stirred;
    }

    /// Why a finished visit is being changed: kept with it when it is finished again.
    public void because(Reason reason) {
        because = reason;
    }

    /// What the township sent back of this visit and nobody has answered yet, with what was written
    /// on it in this sitting.
    public List<SentBack> sentBack() {
        return sentBack.stream()
                .map(point ->
                        new SentBack(
                                point,
                                point.section().equals(Review.WHOLE)
                                        ? ""
                                        : shape.screenOfSection(point.section()),
                                shown.answers().getOrDefault(point.section(), "")))
                .toList();
    }

    /// Writes an answer on a point that was sent back: it counts when the visit is finished again,
    /// where nothing of the section changed as its confirmation. Blank text takes it away.
    public void answerPoint(String section, String words) {
        String plain = Plain.text(words);
        String before = shown.answers().getOrDefault(section, "");
        if (plain.equals(before) || sentBack.stream().noneMatch(p -> p.section().equals(section))) {
            return;
        }
        if (plain.isEmpty()) {
            shown.answers().remove(section);
        } else {
            shown.answers().put(section, plain);
        }
        stirred = true;
        keepDraft();
    }

    /// Gives up what was entered since the visit was finished: it stands as it was.
    public void abandon() {
        stirred = false;
        workspace.write(writer -> {
            writer.dropDraft(id);
            return true;
        });
    }

    public List<PartView> parts() {
        return session.parts();
    }

    public ScreenState state(String screen) {
        return shown.state(screen);
    }

    public ScreenView screen(String screen) {
        return session.screen(screen);
    }

    /// Every question of that name, relevant or not; `row` "" outside repeats.
    public List<Ref> find(String question, String row) {
        return session.find(question, row);
    }

    public boolean isRelevant(Ref ref) {
        return session.isRelevant(ref);
    }

    public Value value(Ref ref) {
        return session.value(ref);
    }

    /// What was known when the visit began; empty for what nobody ever asked.
    public Optional<LastTime> lastTime(Ref ref) {
        return lastTimes.of(ref);
    }

    /// What the register said of the household when the visit began; EMPTY where nothing.
    public Value registered(String property) {
        return shown.of(subject).values().stream()
                .flatMap(seen -> seen.values().get(property).stream())
                .findFirst()
                .orElse(Value.EMPTY);
    }

    /// The campaign that the visit belongs to.
    public Pack pack() {
        return workspace.pack();
    }

    /// Income as it is known of other years and of this one.
    public IncomeYears incomeYears() {
        return IncomeYears.of(workspace, subject, List.of(incomeYear));
    }

    /// The screen that was open last; the first one at the beginning.
    public String current() {
        return place.screen();
    }

    /// The question of the current screen on which the visitor stood last, if on any.
    public Optional<Ref> question() {
        return place.question().map(Ref::new);
    }

    /// Remembers where the visitor is.
    public void goTo(String screen) {
        String current = place.screen();
        boolean onward = shown.state(current) == ScreenState.CONFIRMED;
        steps.left(current, !onward);
        if (!screen.equals(current)) {
            place = new VisitPlace(screen, Optional.empty());
        }
        keepDraft();
    }

    /// Remembers on which question of the current screen the visitor stands.
    public void stand(Ref ref) {
        place = new VisitPlace(place.screen(), Optional.of(ref.path()));
        keepDraft();
    }

    /// Keeps text that was typed for a question and has not its shape; the answer stays as it was.
    public void typed(Ref ref, String text) {
        shown.unread().put(ref.path(), text);
        shape.screenOf(ref).ifPresent(this::touched);
        keepDraft();
    }

    /// Text that was typed and could not be read, by its question.
    public Map<Ref, String> unread() {
        return shown.unread().entrySet().stream()
                .collect(Collectors.toMap(e -> new Ref(e.getKey()), Map.Entry::getValue));
    }

    /// Saves one answer. Throws IllegalArgumentException where the value's shape is not the
    /// question's.
    public void answer(Ref ref, Value value) {
        boolean mended = shown.unread().remove(ref.path()) != null;
        Value before = session.value(ref);
        if (before.equals(value)) {
            if (mended) {
                keepDraft();
            }
            return;
        }
        session.answer(ref, value);
        steps.answered(ref, before, value);
        shape.screenOf(ref)
                .ifPresent(screen -> {
                    touched(screen);
                    if (screen.equals(place.screen())) {
                        place = new VisitPlace(screen, Optional.of(ref.path()));
                    }
                });
        keepDraft();
    }

    /// Takes a picture from a file: scaled as the form says, kept in the workspace, named by the
    /// answer. The problem, where the file holds none; then nothing changes.
    public Optional<Problem> attach(Ref ref, Path file) {
        int longestPx =
                form.form()
                        .questions()
                        .filter(q -> q.name().equals(ref.name()))
                        .map(Picture::longestPx)
                        .findFirst()
                        .orElse(Picture.LONGEST_PX);
        return switch (Picture.read(file, longestPx)) {
            case Outcome.Done<Picture>(Picture picture) -> {
                answer(ref, Value.text(workspace.write(w -> w.attach(picture.bytes()))));
                yield Optional.empty();
            }
            case Outcome.Failed<Picture>(List<Problem> problems) ->
                    Optional.of(problems.getFirst());
        };
    }

    /// A picture that an answer names; empty if it has not come to this file.
    public Optional<byte[]> picture(String name) {
        return workspace.attachment(name);
    }

    /// Changes the language of labels, hints, choices and messages.
    public void speak(String language) {
        session.speak(language);
    }

    /// Adds a row (a member, an issue, a try) and gives its id.
    public String addRow(String repeat) {
        String row = session.addRow(repeat);
        steps.row("add repeat", repeat);
        touched(shape.screenOfRepeat(repeat));
        keepDraft();
        return row;
    }

    /// One more try that failed, today, by who is at the keyboard: its row, and what came of it
    /// unless the household is being asked. Gives the row's id.
    public String addTry(TryResult result, Texts texts) {
        return new Tries(workspace, texts)
                .add(this, author.name(), clock.get().toLocalDate(), result);
    }

    /// Jots something down about the household at once; blank text does nothing.
    public void note(String text) {
        if (!text.isBlank()) {
            var kept = new HouseholdNotes(workspace).add(subject, round, author, clock, text);
            if (kept instanceof Outcome.Failed<HouseholdNote>(List<Problem> problems)) {
                throw new IllegalStateException(problems.toString());
            }
        }
    }

    /// What is noted about the household, newest first.
    public List<HouseholdNote> notes() {
        return new HouseholdNotes(workspace).of(subject);
    }

    /// Adds a row under an id of the caller's.
    public void addRow(String repeat, String row) {
        session.addRow(repeat, row);
        touched(shape.screenOfRepeat(repeat));
        keepDraft();
    }

    /// Ids of the rows that a repeat has now, in order.
    public List<String> rows(String repeat) {
        return session.rows(repeat);
    }

    /// Whether a repeat has that row now.
    public boolean hasRow(String repeat, String row) {
        return session.rows(repeat).contains(row);
    }

    /// Reasons given for doubts, in this sitting or before.
    public Reasons reasons() {
        return shown.reasons()
                .map(rows -> Reasons.of(rows, subject.text()))
                .orElseGet(
                        () -> Reasons.of(shown.of(id, Reasons.SECTION).values(), subject.text()));
    }

    /// Keeps the reasons given for doubts with the visit; they are stated when it is finalised.
    public void reasons(Reasons reasons) {
        if (!reasons.equals(reasons())) {
            stirred = true;
            shown.reasons(reasons.rows());
            keepDraft();
        }
    }

    /// Reasons that earlier visits of this household gave, newest last.
    public Reasons earlierReasons() {
        Reasons earlier = Reasons.NONE;
        for (RecordId visit : earlierVisits()) {
            Values section = workspace.section(visit, Reasons.SECTION).shown();
            earlier = earlier.with(Reasons.of(section, subject.text()));
        }
        return earlier;
    }

    private List<RecordId> earlierVisits() {
        return workspace
                .query(
                        "SELECT id, round FROM visit WHERE subject = ? AND id <> ? ORDER BY id",
                        subject.text(),
                        id.text())
                .stream()
                .sorted(Rounds.of(workspace).rows())
                .map(row -> Weighing.id(Kind.VISIT, row))
                .toList();
    }

    /// Takes away a row that this visit added. False for what was known before it: members, and
    /// measures, issues and helpers of earlier rounds stay, and are ended instead.
    public boolean removeRow(String repeat, String row) {
        if (shown.records().stream().anyMatch(r -> r.text().equals(row) && isKnown(r))) {
            return false;
        }
        session.removeRow(repeat, row);
        steps.row("delete repeat", repeat);
        shown.unread().keySet().removeIf(path -> path.contains("[" + row + "]"));
        touched(shape.screenOfRepeat(repeat));
        keepDraft();
        return true;
    }

    /// Relevant screens where anything was entered or confirmed, in form order.
    List<String> begunScreens() {
        return parts().stream()
                .flatMap(part -> part.screens().stream())
                .map(PartView.ScreenName::name)
                .filter(screen -> state(screen) != ScreenState.UNTOUCHED)
                .toList();
    }

    /// The screen that shows a repeat.
    String screenOfRepeat(String repeat) {
        return shape.screenOfRepeat(repeat);
    }

    /// What stops this screen; if nothing does, the screen is confirmed and becomes a revision of
    /// the visit.
    public List<Failure> confirm(String screen) {
        List<Failure> failures = session.failures(screen);
        shown.state(screen, failures.isEmpty() ? ScreenState.CONFIRMED : ScreenState.STOPPED);
        // Reason: a finished visit says what it said until it is finished again.
        if (failures.isEmpty() && !finishedBefore) {
            stateScreens(session.submission(), Set.of(screen), false);
        }
        keepDraft();
        return failures;
    }

    /// Everything that stops finalising, in form order, each with its screen.
    public List<Failure> missing() {
        return session.failures();
    }

    /// What the form itself warns of and no named check looks at.
    List<Doubts.Doubt> doubts() {
        return Doubts.of(session).stream()
                .filter(d -> workspace.pack().checks().check(d.problem().code()).isEmpty())
                .toList();
    }

    /// A warning of the form itself that no named check looks at, at its note.
    public record Warning(Ref ref, String screen, String screenLabel, String words) {}

    public List<Warning> warnings() {
        return doubts().stream()
                .map(d -> new Warning(d.ref(), screenOf(d.ref()).orElse(""), d.screen(), d.words()))
                .toList();
    }

    /// The screen that a question or note stands on.
    public Optional<String> screenOf(Ref ref) {
        return shape.screenOf(ref);
    }

    /// What the pack's checks find, as if the visit were finalised now, with the reasons given.
    /// Shape: errors first; only what this visit asks about now.
    public List<Weighed> weigh() {
        Reasons given = reasons();
        return weighing
                .weigh(session, about(form.id(), round, subject), clock.get().toLocalDate())
                .stream()
                .map(w -> given.of(w.finding().key()).map(w::because).orElse(w))
                .toList();
    }

    public Judgement judgement() {
        return Judging.of(session);
    }

    /// Answers that differ from what was known, in form order.
    public List<Change> changes() {
        return Changes.of(session, this::lastTime);
    }

    /// Sections that somebody else changed since they were shown here.
    public List<RecordId> changedMeanwhile() {
        var changed = new ArrayList<RecordId>();
        for (RecordId record : shown.records()) {
            var now = workspace.sections(record);
            boolean same =
                    now.entrySet().stream()
                            .allMatch(e ->
                                    Shown.Seen.of(e.getValue())
                                            .heads()
                                            .equals(shown.of(record, e.getKey()).heads()));
            if (!same && !record.equals(id)) {
                changed.add(record);
            }
        }
        return changed;
    }

    /// Confirms what is left, writes the register's updates, drops the draft. Failed: with what
    /// stops it, and nothing is written.
    public Outcome<Finalised> finalise() {
        return finalise(because);
    }

    /// The same; `reason` says why a visit that was finished before is changed.
    public Outcome<Finalised> finalise(Reason reason) {
        List<Failure> failures = missing();
        if (!failures.isEmpty()) {
            failures.forEach(f -> shown.state(f.screen(), ScreenState.STOPPED));
            steps.form("finalize error");
            keepDraft();
            return Outcome.failed(
                    failures.stream().map(f -> Stops.problem(form.form(), f)).toList());
        }
        List<Weighed> weighed = weigh();
        if (weighed.stream().anyMatch(Weighed::stops)) {
            return Outcome.failed(
                    weighed.stream().filter(Weighed::stops).map(Stops::problem).toList());
        }
        Runnable undo = statements.remember();
        Submission submission = session.submission();
        stateScreens(submission, shape.screens(), true);
        shown.reasons()
                .ifPresent(rows ->
                        statements.ofVisit(
                                Reasons.SECTION,
                                Values.NONE.with(Reasons.SECTION, new Value.Rows(rows)),
                                now(clock),
                                true));
        statements.ofVisit(
                "finalised", Values.NONE.with("finalised", Value.number(1)), now(clock), true);
        var updates = RegisterUpdates.of(submission, session, workspace.schema(), subject, id);
        updates.sections()
                .forEach((record, sections) ->
                        sections.forEach((section, values) ->
                                statements.ofRegister(
                                        record,
                                        section,
                                        values,
                                        now(clock),
                                        own(record, section))));
        Set<FactId> gone =
                new NoLongerSaid(workspace, id, subject).attestations(updates, submission);
        statements.forgetAllBut(submission.sections().keySet());
        new SentBack.Answering(workspace, id, shown, statements, now(clock), reason.words())
                .all(sentBack, section -> isGone(section, submission));
        if (reopened && (!statements.isEmpty() || !gone.isEmpty())) {
            statements.again("edit", edit(reason), now(clock));
        }
        steps.left(place.screen(), false);
        steps.form("form finalize");
        try {
            file.finish(statements.waiting(), gone, steps.waiting(), now(clock));
        } catch (StoreException e) {
            // Reason: nothing of it was written, and only the visitor decides when it is finished.
            undo.run();
            ahead = true;
            throw e;
        }
        statements.written();
        steps.written();
        finished = true;
        return Outcome.done(new Finalised(id, doubts(weighed)));
    }

    /// Whether a section that was sent back is no longer part of the visit.
    private boolean isGone(String section, Submission submission) {
        return !section.equals(Review.WHOLE)
                && !NoLongerSaid.isOfVisit(section)
                && !submission.sections().containsKey(section);
    }

    private List<Problem> doubts(List<Weighed> weighed) {
        var doubts = new ArrayList<Problem>();
        weighed.stream()
                .filter(w -> w.finding().level() == Level.DOUBT)
                .forEach(w -> doubts.add(Stops.problem(w)));
        doubts().forEach(d -> doubts.add(d.problem()));
        return doubts;
    }

    /// Keeps everything as a draft, where the visit was opened to be kept at the end. Throws
    /// StoreException where the file does not take it; then everything is still here, and the next
    /// attempt keeps all of it.
    public void keepAsDraft() {
        String at = now(clock);
        shown.parts(
                session.parts().stream()
                        .filter(part ->
                                part.screens().stream()
                                        .allMatch(s -> state(s.name()) == ScreenState.CONFIRMED))
                        .map(PartView::name)
                        .toList());
        ahead = true;
        var draft =
                new Draft(
                        id,
                        subject,
                        round,
                        form.id(),
                        session.draft(),
                        shown.json(),
                        place.text(),
                        at,
                        author.name());
        file.keep(statements.waiting(), draft, steps.waiting());
        statements.written();
        steps.written();
        ahead = false;
    }

    /// Whether something that was entered is not in the file, because the file did not take it.
    public boolean isAhead() {
        return ahead;
    }

    private boolean isKnown(RecordId record) {
        return record.kind() == Kind.PERSON
                || workspace.revisions(record).stream()
                        .flatMap(r -> workspace.attestations(r.id()).stream())
                        .anyMatch(a -> !id.text().equals(a.stamp().via()));
    }

    /// What this visit itself said last of a section of the register.
    private Optional<Revision> own(RecordId record, String section) {
        return workspace.revisions(record).stream()
                .filter(r -> r.section().equals(section))
                .filter(this::isOwn)
                .reduce((_, later) -> later);
    }

    private boolean isOwn(Revision revision) {
        return workspace.attestations(revision.id()).stream()
                .anyMatch(a -> id.text().equals(a.stamp().via()));
    }

    private static Values edit(Reason reason) {
        return Values.NONE
                .with("edit_act", Value.text("revisit"))
                .with("edit_reason", Value.text(reason.words()))
                .with("edit_document", Value.text(reason.document()));
    }

    private void stateScreens(Submission submission, Set<String> screens, boolean calculatedToo) {
        statements.ofVisit("about", about(form.id(), round, subject), now(clock), true);
        submission
                .sections()
                .forEach((section, values) -> {
                    if (screens.contains(shape.screenOfSection(section))) {
                        statements.ofVisit(section, values, now(clock), calculatedToo);
                    }
                });
    }

    static Values about(String form, String round, RecordId subject) {
        return Values.NONE
                .with("form", Value.text(form))
                .with("round", Value.text(round))
                .with("subject", Value.text(subject.text()));
    }

    private void keepDraft() {
        if (keep == Keep.AT_ONCE && stirred) {
            keepAsDraft();
        }
    }

    private void touched(String screen) {
        stirred = true;
        shown.state(screen, ScreenState.STARTED);
    }

    private static FormStamp stamp(CompiledForm form) {
        return new FormStamp(form.id(), form.version(), form.hash());
    }

    static String now(Supplier<LocalDateTime> clock) {
        return clock.get().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// Writes that the visitor left, if anything of this visit was written at all.
    private void leaveTrace() {
        steps.left(place.screen(), false);
        steps.form("form exit");
        boolean kept = finished || keep == Keep.AT_ONCE && stirred;
        if (kept && !ahead) {
            try {
                file.trace(steps.waiting());
            } catch (StoreException e) {
                // Reason: the visitor goes; all that was entered is kept already.
                return;
            }
        }
    }

    /// Whether it can still be asked.
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        leaveTrace();
        weighing.close();
        session.close();
    }
}
