package zhuhu.screen.household;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.DroppedDraft;
import zhuhu.flow.HouseholdNote;
import zhuhu.flow.Tries;
import zhuhu.flow.TryResult;
import zhuhu.flow.VisitSoFar;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;

/// How far the visit of the chosen household has come, and what can be done about it in seconds:
/// one more try, a note, throwing a draft away. The window's thread only.
public final class SoFarModel {

    /// What is asked of the workspace, on its thread.
    public interface Asks {
        VisitSoFar soFar(RecordId household);

        Outcome<Tries.Recorded> tried(RecordId household, TryResult result);

        Outcome<HouseholdNote> note(RecordId household, String text);

        Optional<DroppedDraft> drop(RecordId household);

        DroppedDraft restore(DroppedDraft dropped);
    }

    /// What the window does.
    public interface Around {
        /// Whether the household's visit is open; then it is shown, and nothing is done behind its
        /// back.
        boolean showsOpen(RecordId household);

        /// The household's state may be another now.
        void changed();
    }

    private final Asks asks;
    private final Background background;
    private final Around around;
    private final ReadOnlyObjectWrapper<Optional<VisitSoFar>> soFar =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<DroppedDraft>> dropped =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable RecordId household;

    public SoFarModel(Asks asks, Background background, Around around) {
        this.asks = asks;
        this.background = background;
        this.around = around;
    }

    public ReadOnlyObjectProperty<Optional<VisitSoFar>> soFar() {
        return soFar.getReadOnlyProperty();
    }

    /// Why the last act did nothing; empty if it did.
    public ReadOnlyObjectProperty<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /// The draft of this household that was just thrown away, and can be brought back.
    public ReadOnlyObjectProperty<Optional<DroppedDraft>> dropped() {
        return dropped.getReadOnlyProperty();
    }

    /// Reads the household anew.
    public void show(RecordId chosen) {
        if (!chosen.equals(household)) {
            household = chosen;
            soFar.set(Optional.empty());
            problems.set(List.of());
            dropped.set(Optional.empty());
        }
        background.run(
                () -> asks.soFar(chosen),
                read -> {
                    if (chosen.equals(household)) {
                        soFar.set(Optional.of(read));
                    }
                });
    }

    /// One more try that failed, today.
    public void tried(TryResult result) {
        on(chosen -> act(() -> asks.tried(chosen, result), () -> {}));
    }

    /// Jots something down; `kept` runs when it is in the file.
    public void note(String text, Runnable kept) {
        RecordId chosen = household;
        if (chosen != null) {
            act(() -> asks.note(chosen, text), kept);
        }
    }

    /// Throws the draft away.
    public void drop() {
        on(chosen ->
                background.run(
                        () -> asks.drop(chosen),
                        gone -> {
                            dropped.set(gone);
                            done();
                        }));
    }

    /// Brings back the draft that was just thrown away.
    public void undoDrop() {
        dropped.get()
                .ifPresent(gone ->
                        background.run(
                                () -> asks.restore(gone),
                                _ -> {
                                    dropped.set(Optional.empty());
                                    done();
                                }));
    }

    private interface Act {
        void on(RecordId household);
    }

    private void on(Act act) {
        RecordId chosen = household;
        if (chosen != null && !around.showsOpen(chosen)) {
            act.on(chosen);
        }
    }

    private <T> void act(Supplier<Outcome<T>> act, Runnable then) {
        background.run(
                act,
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<T> _ -> {
                            problems.set(List.of());
                            then.run();
                        }
                        case Outcome.Failed<T>(List<Problem> why) -> problems.set(why);
                    }
                    done();
                });
    }

    private void done() {
        around.changed();
        RecordId chosen = household;
        if (chosen != null) {
            show(chosen);
        }
    }
}
