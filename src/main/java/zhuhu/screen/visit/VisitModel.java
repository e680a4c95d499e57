package zhuhu.screen.visit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Problem;
import zhuhu.check.Finding;
import zhuhu.flow.HouseholdNote;
import zhuhu.flow.TryResult;
import zhuhu.flow.Visit;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;
import zhuhu.screen.Background;
import zhuhu.screen.visit.Snapshot.Remark;
import zhuhu.screen.visit.Snapshot.Result;
import zhuhu.screen.visit.Snapshot.Spot;

/// The visit screen without its looks. All calls come from the window's thread; acts are done in
/// order elsewhere, and only what the last of them gave is shown, so that typing is never
/// disturbed.
final class VisitModel {

    /// What the middle of the window shows.
    enum Page {
        SCREEN,
        REVIEW,
        DONE
    }

    private final Function<Act, Snapshot> acts;
    private final Background background;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.SCREEN);
    private final ReadOnlyObjectWrapper<@Nullable Ref> wanted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable Problem> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Remark>> remarks =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Faults faults = new Faults();
    private final Map<String, Ref> stood = new HashMap<>();
    private boolean weighing;
    private boolean weighAgain;
    private Result.@Nullable Review review;
    private Result.@Nullable Finalised finalised;
    private Result.@Nullable Refused refused;

    VisitModel(Function<Act, Snapshot> acts, Background background) {
        this.acts = acts;
        this.background = background;
    }

    /// What is wrong or odd in what was answered so far, errors first; it comes a little later than
    /// the screen.
    ReadOnlyObjectProperty<List<Remark>> remarks() {
        return remarks.getReadOnlyProperty();
    }

    /// Doubts that nobody has explained.
    List<Remark> unexplained() {
        return remarks.get().stream().filter(r -> r.finding().wantsReason()).toList();
    }

    /// Why a doubt is right as it is; a blank one takes back what was said.
    void reason(Finding.Key doubt, String reason) {
        boolean changed =
                remarks.get().stream()
                        .anyMatch(r ->
                                r.finding().key().equals(doubt)
                                        && !r.finding().reason().equals(reason.strip()));
        if (changed) {
            remarks.set(
                    remarks.get().stream()
                            .map(r ->
                                    r.finding().key().equals(doubt) ? r.because(reason.strip()) : r)
                            .toList());
            send(new Act.Reason(doubt, reason), _ -> {});
        }
    }

    /// Reason: it takes longer than a screen may, so it goes behind, once for all that came
    /// together.
    private void weigh() {
        weighAgain = weighing;
        if (!weighing) {
            weighing = true;
            background.run(
                    () -> acts.apply(new Act.Weigh()),
                    s -> {
                        weighing = false;
                        if (s.result() instanceof Result.Weighed(List<Remark> found)) {
                            remarks.set(found);
                        }
                        if (weighAgain) {
                            weigh();
                        }
                    },
                    () -> weighing = false);
        }
    }

    /// Null until the first look is back.
    ReadOnlyObjectProperty<@Nullable Snapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /// The question that should take the focus as soon as it stands on the screen.
    ReadOnlyObjectProperty<@Nullable Ref> wanted() {
        return wanted.getReadOnlyProperty();
    }

    /// Whether everything entered is in the file.
    ReadOnlyBooleanProperty saved() {
        return saved.getReadOnlyProperty();
    }

    /// Why the file did not take what was entered; null while it does.
    ReadOnlyObjectProperty<@Nullable Problem> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// Tries again to keep everything.
    void save() {
        send(new Act.Save(), _ -> {});
    }

    Faults faults() {
        return faults;
    }

    Optional<Result.Review> review() {
        return Optional.ofNullable(review);
    }

    Optional<Result.Finalised> finalised() {
        return Optional.ofNullable(finalised);
    }

    /// Why finalising was refused the last time, if it was.
    Optional<Result.Refused> refused() {
        return Optional.ofNullable(refused);
    }

    void look() {
        send(
                new Act.Look(),
                s -> {
                    Optional<Ref> there =
                            s.result() instanceof Result.Opened(Optional<Ref> last, _)
                                    ? last.filter(s::asks)
                                    : Optional.empty();
                    want(s, there.or(() -> s.first(a -> a.value().equals(Value.EMPTY))));
                });
    }

    /// A field is left with this text in it.
    void typed(Asked asked, String text) {
        switch (Typed.of(asked.question().kind(), text)) {
            case Typed.Right(Value value) -> answer(asked, value);
            case Typed.Wrong(String key) -> {
                faults.wrong(currentScreen(), asked, text, key);
                tell();
                send(new Act.Typed(asked.ref(), text), _ -> {});
            }
        }
    }

    void answer(Asked asked, Value value) {
        boolean mended = faults.mended(asked.ref());
        if (mended || !asked.value().equals(value) || waiting.get() > 0) {
            send(new Act.Answer(asked.ref(), value), _ -> {});
        }
    }

    /// The visitor stands on this question of the open screen now.
    void stands(Ref ref) {
        stood.put(currentScreen(), ref);
    }

    /// Keeps where the visitor stands, before the visit is left.
    void keepPlace() {
        Optional.ofNullable(stood.get(currentScreen()))
                .filter(_ -> page.get() == Page.SCREEN)
                .ifPresent(ref -> send(new Act.Stand(ref), _ -> {}));
    }

    /// Comes back to where the visitor stood when the visit was put aside.
    void comeBack() {
        if (page.get() == Page.SCREEN) {
            Optional.ofNullable(stood.get(currentScreen())).ifPresent(wanted::set);
        }
    }

    void addTry(TryResult result) {
        send(new Act.AddTry(result), _ -> {});
    }

    /// Jots something down; with "" only reads. `then` gets all that was noted, newest first.
    void note(String text, Consumer<List<HouseholdNote>> then) {
        send(
                new Act.Note(text),
                s -> {
                    if (s.result() instanceof Result.Noted(List<HouseholdNote> notes)) {
                        then.accept(notes);
                    }
                });
    }

    /// Takes a picture from a file; `wrong` hears why, where it is none.
    void attach(Asked asked, Path file, Consumer<Problem> wrong) {
        send(
                new Act.Attach(asked.ref(), file),
                s -> {
                    if (s.result() instanceof Result.NoPicture(Problem why)) {
                        wrong.accept(why);
                    }
                });
    }

    /// Reads a picture; no bytes where the file does not have it.
    void picture(String name, Consumer<byte[]> then) {
        send(
                new Act.Picture(name),
                s -> {
                    if (s.result() instanceof Result.Picture(String of, byte[] bytes)
                            && of.equals(name)) {
                        then.accept(bytes);
                    }
                });
    }

    void speak(String language) {
        send(new Act.Speak(language), _ -> {});
    }

    void addRow(String repeat) {
        send(
                new Act.AddRow(repeat),
                s -> {
                    if (s.result() instanceof Result.Added(String row)) {
                        s.first(a -> a.ref().path().contains("[" + row + "]"))
                                .ifPresent(wanted::set);
                    }
                });
    }

    void removeRow(String repeat, String row) {
        faults.rowGone(row);
        send(new Act.RemoveRow(repeat, row), _ -> {});
    }

    /// Opens a screen; `focus` is the question to stand on; if empty, the one on which the visitor
    /// stood there last, or the first.
    void goTo(String screen, Optional<Ref> focus) {
        send(
                new Act.GoTo(screen),
                s -> {
                    page.set(Page.SCREEN);
                    var last = Optional.ofNullable(stood.get(screen)).filter(s::asks);
                    want(s, focus.or(() -> last));
                });
    }

    /// Does something of its own with the visit, then hands on what that gave.
    <T> void with(Function<Visit, T> work, Consumer<T> then) {
        var given = new AtomicReference<@Nullable T>();
        send(
                new Act.With(visit -> given.set(work.apply(visit))),
                _ -> Optional.ofNullable(given.get()).ifPresent(then));
    }

    /// Confirms this screen and opens the next; stays where something stops it.
    void next() {
        leaveBy(new Act.Confirm());
    }

    /// Last time's answer wherever there is none yet.
    void takeLast() {
        send(new Act.TakeLast(), _ -> {});
    }

    /// Takes back what the last taking over of last time's answers filled.
    void undoTake() {
        if (snapshot.get() instanceof Snapshot now && now.taken() > 0) {
            send(
                    new Act.UndoTake(),
                    s -> {
                        page.set(Page.SCREEN);
                        want(s, s.first(a -> a.value().equals(Value.EMPTY)));
                    });
        }
    }

    /// As last time, and on.
    void same() {
        leaveBy(new Act.Same());
    }

    /// The screen before (-1) or after (+1) without confirming anything; after the last comes the
    /// last page.
    void turn(int by) {
        if (page.get() == Page.DONE) {
            return;
        }
        var names = screenNames();
        int at = page.get() == Page.REVIEW ? names.size() : names.indexOf(currentScreen());
        int to = at + by;
        if (to >= names.size()) {
            openReview();
        } else if (to >= 0) {
            goTo(names.get(to), Optional.empty());
        }
    }

    void openReview() {
        send(new Act.Review(), _ -> {});
    }

    /// Reads every question of the visit, for jumping.
    void index(Consumer<List<Spot>> then) {
        send(
                new Act.Index(),
                s -> {
                    if (s.result() instanceof Result.Index(List<Spot> spots)) {
                        then.accept(spots);
                    }
                });
    }

    /// Does nothing while a doubt has no reason.
    void finish() {
        if (!unexplained().isEmpty()) {
            return;
        }
        faults.firstWrong("")
                .ifPresentOrElse(
                        w -> goTo(w.screen(), Optional.of(w.asked().ref())),
                        () -> send(new Act.Finalise(), _ -> {}));
    }

    /// Brings the focus to a question of the open screen.
    void jump(Ref ref) {
        wanted.set(ref);
    }

    /// The focus has arrived.
    void arrived() {
        wanted.set(null);
    }

    private void leaveBy(Act act) {
        String screen = currentScreen();
        faults.tried(screen);
        var wrong = faults.firstWrong(screen);
        if (wrong.isPresent()) {
            tell();
            wanted.set(wrong.get().asked().ref());
            return;
        }
        send(
                act,
                s -> {
                    switch (s.result()) {
                        case Result.Stopped() ->
                                s.failures().stream()
                                        .findFirst()
                                        .ifPresent(f -> wanted.set(f.ref()));
                        case Result.Quiet() -> want(s, Optional.empty());
                        case Result.Added _,
                                Result.Opened _,
                                Result.Noted _,
                                Result.Kept _,
                                Result.Unsaved _,
                                Result.Weighed _,
                                Result.Review _,
                                Result.Index _,
                                Result.Picture _,
                                Result.NoPicture _,
                                Result.Finalised _,
                                Result.Refused _ -> {}
                    }
                });
    }

    private void send(Act act, Consumer<Snapshot> then) {
        waiting.incrementAndGet();
        saved.set(false);
        background.run(
                () -> acts.apply(act),
                s -> {
                    boolean last = waiting.decrementAndGet() == 0;
                    unsaved(act, s.result());
                    saved.set(last && trouble.get() == null);
                    remember(s);
                    // Reason: with more acts on their way, what this one saw is already old.
                    if (last || !isFieldAct(act)) {
                        faults.look(s);
                        snapshot.set(s);
                    }
                    then.accept(s);
                    if (moves(act)) {
                        weigh();
                    }
                },
                // Reason: what broke is told elsewhere; “saved” comes back with the next act that
                // is.
                waiting::decrementAndGet);
    }

    private static boolean moves(Act act) {
        return act instanceof Act.Look
                || act instanceof Act.GoTo
                || act instanceof Act.Confirm
                || act instanceof Act.Same;
    }

    /// Reason: one transaction keeps all of a visit, so the first act that is kept ends the trouble
    /// of those before it.
    private void unsaved(Act act, Result result) {
        if (result instanceof Result.Unsaved(Problem why)) {
            if (act instanceof Act.Answer answer) {
                faults.unsaved(answer.ref());
            }
            trouble.set(why);
        } else {
            faults.saved();
            trouble.set(null);
        }
    }

    /// What fields do while a person goes on typing.
    private static boolean isFieldAct(Act act) {
        return act instanceof Act.Answer || act instanceof Act.Typed || act instanceof Act.Stand;
    }

    private void restore(Snapshot.Unread unread) {
        if (Typed.of(unread.asked().question().kind(), unread.text())
                instanceof Typed.Wrong(String key)) {
            faults.wrong(unread.screen(), unread.asked(), unread.text(), key);
        }
    }

    private void remember(Snapshot now) {
        switch (now.result()) {
            case Result.Review found -> {
                review = found;
                remarks.set(found.remarks());
                page.set(Page.REVIEW);
            }
            case Result.Finalised done -> {
                finalised = done;
                page.set(Page.DONE);
            }
            case Result.Refused no -> refused = no;
            case Result.Opened opened -> opened.unread().forEach(this::restore);
            case Result.Weighed _,
                    Result.Quiet _,
                    Result.Noted _,
                    Result.Stopped _,
                    Result.Added _,
                    Result.Kept _,
                    Result.Unsaved _,
                    Result.Index _,
                    Result.Picture _,
                    Result.NoPicture _ -> {}
        }
    }

    /// Shows the same state again, because something beside it changed.
    private void tell() {
        Snapshot now = snapshot.get();
        if (now != null) {
            faults.look(now);
            snapshot.set(now.with(new Result.Quiet()));
        }
    }

    private void want(Snapshot now, Optional<Ref> focus) {
        focus.or(() -> now.first(_ -> true)).ifPresent(wanted::set);
    }

    private String currentScreen() {
        Snapshot now = snapshot.get();
        return now == null ? "" : now.screen().name();
    }

    private List<String> screenNames() {
        Snapshot now = snapshot.get();
        return now == null ? List.of() : now.screenNames();
    }
}
