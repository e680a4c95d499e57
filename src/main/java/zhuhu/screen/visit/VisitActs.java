package zhuhu.screen.visit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.check.Finding;
import zhuhu.flow.Change;
import zhuhu.flow.LastTime;
import zhuhu.flow.TryResult;
import zhuhu.flow.Visit;
import zhuhu.flow.Visit.ScreenState;
import zhuhu.form.FormNode.Question;
import zhuhu.form.PartView;
import zhuhu.form.PartView.ScreenName;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;
import zhuhu.screen.visit.Snapshot.Difference;
import zhuhu.screen.visit.Snapshot.Gap;
import zhuhu.screen.visit.Snapshot.Result;
import zhuhu.screen.visit.Snapshot.Spot;
import zhuhu.screen.visit.Snapshot.Unread;
import zhuhu.store.StoreException;

/// Does acts on the real visit. One thread at a time, never the window's.
final class VisitActs implements Function<Act, Snapshot> {

    /// An answer that was taken over from last time.
    private record Taken(Ref ref, Value value) {}

    private final Visit visit;
    private final Remarks remarks;
    private final Texts texts;
    private @Nullable Snapshot before;
    private List<Taken> taken = List.of();
    private String takenOn = "";

    VisitActs(Visit visit, Texts texts) {
        this.visit = visit;
        this.remarks = new Remarks(visit);
        this.texts = texts;
    }

    /// An act that the file did not take leaves what was entered here, and says so; every later act
    /// tries to keep all of it.
    @Override
    public Snapshot apply(Act act) {
        try {
            Snapshot done = act(act);
            if (visit.isAhead()) {
                visit.keepAsDraft();
            }
            before = done;
            return done;
        } catch (StoreException e) {
            return unsaved(e);
        }
    }

    private Snapshot unsaved(StoreException why) {
        var result = new Result.Unsaved(why.problem());
        try {
            return snapshot(result);
        } catch (StoreException e) {
            // Reason: with its medium gone the file cannot be read either.
            if (before == null) {
                throw e;
            }
            return before.with(result);
        }
    }

    private Snapshot act(Act act) {
        if (!keepsTaken(act)) {
            taken = List.of();
        }
        return switch (act) {
            case Act.Look() -> snapshot(new Result.Opened(visit.question(), unread()));
            case Act.Typed(Ref ref, String text) -> {
                visit.typed(ref, text);
                yield quiet();
            }
            case Act.Stand(Ref ref) -> {
                visit.stand(ref);
                yield quiet();
            }
            case Act.AddTry(TryResult result) ->
                    snapshot(new Result.Added(visit.addTry(result, texts)));
            case Act.Note(String text) -> {
                visit.note(text);
                yield snapshot(new Result.Noted(visit.notes()));
            }
            case Act.Answer(Ref ref, Value value) -> {
                visit.answer(ref, value);
                yield quiet();
            }
            case Act.Attach(Ref ref, Path file) ->
                    snapshot(
                            visit.attach(ref, file)
                                    .<Result>map(Result.NoPicture::new)
                                    .orElseGet(Result.Quiet::new));
            case Act.Picture(String name) ->
                    snapshot(new Result.Picture(name, visit.picture(name).orElse(new byte[0])));
            case Act.Speak(String language) -> {
                visit.speak(language);
                yield quiet();
            }
            case Act.AddRow(String repeat) -> snapshot(new Result.Added(visit.addRow(repeat)));
            case Act.RemoveRow(String repeat, String row) ->
                    snapshot(visit.removeRow(repeat, row) ? new Result.Quiet() : new Result.Kept());
            case Act.With(Consumer<Visit> work) -> {
                work.accept(visit);
                yield quiet();
            }
            case Act.GoTo(String screen) -> {
                visit.goTo(screen);
                yield quiet();
            }
            case Act.Confirm() -> confirm();
            case Act.TakeLast() -> {
                takeLastTimes();
                yield quiet();
            }
            case Act.UndoTake() -> {
                giveBack();
                yield quiet();
            }
            case Act.Same() -> {
                takeLastTimes();
                yield confirm();
            }
            case Act.Review() -> review();
            case Act.Index() -> snapshot(new Result.Index(spots()));
            case Act.Finalise() -> finalised();
            case Act.Save() -> quiet();
            case Act.Weigh() -> {
                Snapshot known = before;
                // Reason: it comes by itself, and so perhaps after the visitor has gone.
                var weighed = new Result.Weighed(visit.isOpen() ? remarks.of(spots()) : List.of());
                yield known == null ? snapshot(weighed) : known.with(weighed);
            }
            case Act.Reason(Finding.Key doubt, String reason) -> {
                visit.reasons(visit.reasons().with(doubt, reason));
                yield quiet();
            }
        };
    }

    /// Whether last time's answers, just taken over, can still be taken back after this act.
    private static boolean keepsTaken(Act act) {
        return switch (act) {
            case Act.Look _, Act.Answer _, Act.Typed _, Act.Stand _, Act.Note _, Act.Index _ ->
                    true;
            case Act.AddRow _, Act.AddTry _, Act.UndoTake _, Act.Save _ -> true;
            case Act.Weigh _, Act.Reason _ -> true;
            case Act.Attach _, Act.Picture _, Act.Speak _ -> true;
            case Act.With _, Act.GoTo _, Act.Confirm _, Act.TakeLast _, Act.Same _ -> false;
            case Act.RemoveRow _ -> false;
            case Act.Review _, Act.Finalise _ -> false;
        };
    }

    private List<Unread> unread() {
        Map<Ref, String> typed = visit.unread();
        var unread = new ArrayList<Unread>();
        if (!typed.isEmpty()) {
            for (String name : screenNames()) {
                asked(visit.screen(name).items()).stream()
                        .filter(a -> typed.containsKey(a.ref()))
                        .map(a -> new Unread(name, a, typed.getOrDefault(a.ref(), "")))
                        .forEach(unread::add);
            }
        }
        return unread;
    }

    private Snapshot confirm() {
        String screen = current();
        if (!visit.confirm(screen).isEmpty()) {
            return snapshot(new Result.Stopped());
        }
        var names = screenNames();
        int next = names.indexOf(screen) + 1;
        if (next == names.size()) {
            return review();
        }
        visit.goTo(names.get(next));
        return quiet();
    }

    private void takeLastTimes() {
        var filled = new ArrayList<Taken>();
        for (Asked asked : asked(visit.screen(current()).items())) {
            if (!Field.isFixed(asked) && asked.value().equals(Value.EMPTY)) {
                visit.lastTime(asked.ref())
                        .filter(last -> last.sides().isEmpty())
                        .filter(last -> !last.value().equals(Value.EMPTY))
                        .ifPresent(last -> {
                            visit.answer(asked.ref(), last.value());
                            filled.add(new Taken(asked.ref(), last.value()));
                        });
            }
        }
        taken = List.copyOf(filled);
        takenOn = current();
    }

    private void giveBack() {
        for (Taken each : taken) {
            // Reason: what a person has changed since is his own.
            if (visit.value(each.ref()).equals(each.value())) {
                visit.answer(each.ref(), Value.EMPTY);
            }
        }
        if (!taken.isEmpty()) {
            visit.goTo(takenOn);
        }
        taken = List.of();
    }

    private Snapshot review() {
        return snapshot(
                new Result.Review(
                        gaps(),
                        differences(),
                        visit.changedMeanwhile().size(),
                        remarks.of(spots())));
    }

    private List<Gap> gaps() {
        var missing = visit.missing();
        if (missing.isEmpty()) {
            return List.of();
        }
        var spots = new HashMap<Ref, Spot>();
        spots().forEach(spot -> spots.put(spot.ref(), spot));
        return missing.stream()
                .map(f ->
                        new Gap(
                                spots.getOrDefault(
                                        f.ref(), new Spot(f.ref(), f.screen(), "", "", "")),
                                f))
                .toList();
    }

    private List<Difference> differences() {
        var questions = new HashMap<Ref, Question>();
        for (String name : screenNames()) {
            asked(visit.screen(name).items()).forEach(a -> questions.put(a.ref(), a.question()));
        }
        return visit.changes().stream()
                .map(c -> Optional.ofNullable(questions.get(c.ref())).map(q -> difference(c, q)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Difference difference(Change change, Question question) {
        return new Difference(
                change.ref(),
                change.screen(),
                change.label(),
                question,
                change.before(),
                change.now());
    }

    private Snapshot finalised() {
        // Reason: after finalising, the visit may be closed to questions; what it was is enough.
        var before = quiet();
        return switch (visit.finalise()) {
            case Outcome.Done<Visit.Finalised>(Visit.Finalised done) ->
                    before.with(new Result.Finalised(done.doubts()));
            case Outcome.Failed<Visit.Finalised>(var problems) ->
                    before.with(new Result.Refused(problems));
        };
    }

    private Snapshot quiet() {
        return snapshot(new Result.Quiet());
    }

    private Snapshot snapshot(Result result) {
        String name = current();
        ScreenView screen = visit.screen(name);
        var failures = visit.missing().stream().filter(f -> f.screen().equals(name)).toList();
        return new Snapshot(
                title(),
                visit.parts(),
                states(),
                screen,
                lastTimes(screen),
                failures,
                visit.judgement(),
                taken.size(),
                visit.sentBack(),
                result);
    }

    /// A household by its head, a village by its name.
    private String title() {
        return Stream.of("head_name", "village_name")
                .flatMap(name -> visit.find(name, "").stream())
                .map(ref -> visit.value(ref).plain())
                .findFirst()
                .orElse("");
    }

    /// The open screen; another one where an answer has made it irrelevant.
    private String current() {
        var names = screenNames();
        return names.contains(visit.current()) ? visit.current() : names.getFirst();
    }

    private List<String> screenNames() {
        return visit.parts().stream()
                .map(PartView::screens)
                .flatMap(List::stream)
                .map(ScreenName::name)
                .toList();
    }

    private Map<String, ScreenState> states() {
        var states = new HashMap<String, ScreenState>();
        screenNames().forEach(name -> states.put(name, visit.state(name)));
        return states;
    }

    private Map<Ref, LastTime> lastTimes(ScreenView screen) {
        var times = new HashMap<Ref, LastTime>();
        for (Asked asked : asked(screen.items())) {
            visit.lastTime(asked.ref()).ifPresent(last -> times.put(asked.ref(), last));
        }
        return times;
    }

    private List<Spot> spots() {
        var spots = new ArrayList<Spot>();
        for (String name : screenNames()) {
            ScreenView screen = visit.screen(name);
            spots(screen, "", screen.items(), spots::add);
        }
        return spots;
    }

    private static void spots(
            ScreenView screen, String row, List<Item> items, Consumer<Spot> each) {
        for (Item item : items) {
            switch (item) {
                case Asked asked ->
                        each.accept(
                                new Spot(
                                        asked.ref(),
                                        screen.name(),
                                        screen.label(),
                                        asked.number(),
                                        row + asked.label()));
                case Item.Table table ->
                        table.rows()
                                .forEach(r -> spots(screen, r.label() + " · ", r.items(), each));
                case Item.Note _, Item.Heading _ -> {}
            }
        }
    }

    /// Questions in form order, those in rows included.
    static List<Asked> asked(List<Item> items) {
        var asked = new ArrayList<Asked>();
        for (Item item : items) {
            switch (item) {
                case Asked question -> asked.add(question);
                case Item.Table table -> table.rows().forEach(r -> asked.addAll(asked(r.items())));
                case Item.Note _, Item.Heading _ -> {}
            }
        }
        return asked;
    }
}
