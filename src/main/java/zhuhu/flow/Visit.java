package zhuhu.flow;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.Failure;
import zhuhu.form.PartView;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.store.Workspace;

/// A household's visit being filled, by the window and by `fill` alike. Every answer is on disk (in
/// the draft) when [#answer(Ref, Value)] returns. One thread at a time.
public final class Visit implements AutoCloseable {

    private Visit() {}

    /// How far a screen has come.
    public enum ScreenState {
        UNTOUCHED,
        STARTED,
        STOPPED,
        CONFIRMED
    }

    /// What finalising brought. Shape: `doubts` are listed and stop nothing; `warned` are questions
    /// whose shown value changed since the screen was filled.
    public record Finalised(RecordId visit, List<Problem> doubts) {
        public Finalised {
            doubts = List.copyOf(doubts);
        }
    }

    /// Opens the visit of `subject` in `round`, from its draft if there is one, else from what is
    /// known now.
    public static Outcome<Visit> open(
            Workspace workspace,
            RecordId subject,
            String round,
            Author author,
            Supplier<LocalDateTime> clock) {
        throw new UnsupportedOperationException();
    }

    public RecordId id() {
        throw new UnsupportedOperationException();
    }

    public RecordId subject() {
        throw new UnsupportedOperationException();
    }

    public List<PartView> parts() {
        throw new UnsupportedOperationException();
    }

    public ScreenState state(String screen) {
        throw new UnsupportedOperationException();
    }

    public ScreenView screen(String screen) {
        throw new UnsupportedOperationException();
    }

    /// What was known when the visit began; empty for what nobody ever asked.
    public Optional<LastTime> lastTime(Ref ref) {
        throw new UnsupportedOperationException();
    }

    /// The screen that was open last; the first one at the beginning.
    public String current() {
        throw new UnsupportedOperationException();
    }

    /// Remembers where the visitor is.
    public void goTo(String screen) {
        throw new UnsupportedOperationException();
    }

    /// Saves one answer. Throws IllegalArgumentException where the value's shape is not the
    /// question's.
    public void answer(Ref ref, Value value) {
        throw new UnsupportedOperationException();
    }

    /// Adds a row (a member, an issue, a try) and gives its id.
    public String addRow(String repeat) {
        throw new UnsupportedOperationException();
    }

    /// Takes away a row that was added in this visit; rows of known records stay (end them with a
    /// reason).
    public boolean removeRow(String repeat, String row) {
        throw new UnsupportedOperationException();
    }

    /// What stops this screen; if nothing does, the screen is confirmed and becomes a revision of
    /// the visit.
    public List<Failure> confirm(String screen) {
        throw new UnsupportedOperationException();
    }

    /// Everything that stops finalising, in form order, each with its screen.
    public List<Failure> missing() {
        throw new UnsupportedOperationException();
    }

    public Judgement judgement() {
        throw new UnsupportedOperationException();
    }

    /// Differences between known and answered values: question label to (before, now), in form
    /// order.
    public Map<String, LastTime> changes() {
        throw new UnsupportedOperationException();
    }

    /// Confirms what is left, writes the register's updates, drops the draft. Failed: with what
    /// stops it, and nothing is written.
    public Outcome<Finalised> finalise() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
