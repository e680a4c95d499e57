package zhuhu.screen.exchange.change;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.change.FindChanges.Found;
import zhuhu.flow.change.RosterChange;
import zhuhu.flow.change.RosterChange.State;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Job;
import zhuhu.store.Tick;

/// The changes to be keyed in: what narrows the list, what is ticked, what can be taken back. The
/// window's thread only; works without a window.
public final class ChangesModel {

    /// Where the page stands.
    public sealed interface Stage {
        record Looking(Job job) implements Stage {}

        record Shown() implements Stage {}

        record Broken(List<Problem> problems) implements Stage {
            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    private final Changing acts;
    private final Background background;
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Shown());
    private final ObjectProperty<Optional<String>> village =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<State>> state =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty unlisted = new SimpleBooleanProperty();
    private final ObservableList<RosterChange> shown = FXCollections.observableArrayList();
    private final ObservableList<String> villages = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<List<RosterChange>>> last =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<RosterChange> all = List.of();
    private long left;

    public ChangesModel(Changing acts, Background background) {
        this.acts = acts;
        this.background = background;
        village.subscribe((_, _) -> sift());
        state.subscribe((_, _) -> sift());
        unlisted.subscribe((_, _) -> refresh());
    }

    /// Compares anew.
    public void refresh() {
        boolean also = unlisted.get();
        Job job =
                background.start(
                        progress -> acts.changes(also, progress),
                        this::came,
                        () -> stage.set(new Stage.Shown()));
        if (!job.over().get()) {
            stage.set(new Stage.Looking(job));
        }
    }

    private void came(Outcome<Found> outcome) {
        switch (outcome) {
            case Outcome.Done<Found>(Found found) -> {
                left = found.left();
                take(found.changes());
                stage.set(new Stage.Shown());
            }
            case Outcome.Failed<Found>(List<Problem> problems) ->
                    stage.set(new Stage.Broken(problems));
        }
    }

    private void take(List<RosterChange> changes) {
        all = changes;
        villages.setAll(
                new TreeSet<>(
                        all.stream()
                                .map(c -> c.whose().village())
                                .filter(v -> !v.isEmpty())
                                .toList()));
        if (village.get().isPresent() && !villages.contains(village.get().get())) {
            village.set(Optional.empty());
        }
        sift();
    }

    private void sift() {
        shown.setAll(
                inVillage().filter(c -> state.get().map(c.state()::equals).orElse(true)).toList());
        open.set((int) all.stream().filter(RosterChange::isOpen).count());
    }

    private Stream<RosterChange> inVillage() {
        return all.stream()
                .filter(c -> village.get().map(c.whose().village()::equals).orElse(true));
    }

    /// How many are in a state, in the chosen village.
    public long count(Optional<State> wanted) {
        return inVillage().filter(c -> wanted.map(c.state()::equals).orElse(true)).count();
    }

    /// How many more there are that no roster has a column for.
    public long left() {
        return left;
    }

    public int total() {
        return all.size();
    }

    /// Ticks those of them that are open; where all are ticked, takes the ticks back.
    public void toggle(List<RosterChange> changes) {
        List<RosterChange> toTick = changes.stream().filter(RosterChange::isOpen).toList();
        if (toTick.isEmpty()) {
            untick(changes);
        } else {
            tick(toTick);
        }
    }

    /// Ticks all of the households that these belong to.
    public void tickHouseholds(List<RosterChange> changes) {
        var households =
                changes.stream().map(c -> c.whose().household()).collect(Collectors.toSet());
        tick(of(households));
    }

    private List<RosterChange> of(java.util.Set<RecordId> households) {
        return all.stream()
                .filter(c -> households.contains(c.whose().household()))
                .filter(RosterChange::isOpen)
                .toList();
    }

    private void tick(List<RosterChange> changes) {
        if (!changes.isEmpty()) {
            background.run(
                    () -> acts.tick(changes),
                    ticked -> {
                        last.set(Optional.of(ticked).filter(t -> !t.isEmpty()));
                        replace(ticked);
                    });
        }
    }

    private void untick(List<RosterChange> changes) {
        List<RosterChange> ticked = changes.stream().filter(c -> c.state() == State.KEYED).toList();
        if (!ticked.isEmpty()) {
            background.run(
                    () -> acts.untick(ticked),
                    now -> {
                        last.set(Optional.empty());
                        replace(now);
                    });
        }
    }

    /// Takes the last ticks back.
    public void undo() {
        last.get().ifPresent(this::untick);
    }

    private void replace(List<RosterChange> changed) {
        Map<Tick.Key, RosterChange> now = new HashMap<>();
        changed.forEach(c -> now.put(c.key(), c));
        var replaced = new ArrayList<RosterChange>(all.size());
        all.forEach(c -> replaced.add(now.getOrDefault(c.key(), c)));
        all = replaced;
        sift();
    }

    /// Writes what is listed.
    public void export(Path out, Consumer<Long> written) {
        var listed = new Found(List.copyOf(shown), left);
        background.run(
                () -> acts.export(listed, out),
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<Long>(Long lines) -> written.accept(lines);
                        case Outcome.Failed<Long>(List<Problem> problems) ->
                                stage.set(new Stage.Broken(problems));
                    }
                });
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<String>> village() {
        return village;
    }

    public ObjectProperty<Optional<State>> state() {
        return state;
    }

    public BooleanProperty unlisted() {
        return unlisted;
    }

    public ObservableList<RosterChange> shown() {
        return shown;
    }

    public ObservableList<String> villages() {
        return villages;
    }

    /// How many wait to be keyed in, in all villages.
    public ReadOnlyIntegerProperty open() {
        return open.getReadOnlyProperty();
    }

    /// What was ticked last and can be taken back.
    public ReadOnlyObjectProperty<Optional<List<RosterChange>>> last() {
        return last.getReadOnlyProperty();
    }
}
