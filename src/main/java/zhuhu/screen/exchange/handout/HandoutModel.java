package zhuhu.screen.exchange.handout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.handout.AssignTasks.Assigned;
import zhuhu.flow.handout.AssignTasks.Order;
import zhuhu.flow.handout.AssignTasks.Paper;
import zhuhu.flow.handout.HandoutVillages.Line;
import zhuhu.flow.handout.OpenRound;
import zhuhu.pack.Manifest;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Job;

/// Handing out: the round, which villages, and what was written. The window's thread only.
public final class HandoutModel {

    /// Where it stands.
    public sealed interface Stage {
        /// A person chooses; `problems` say why the last attempt failed.
        record Choosing(List<Problem> problems) implements Stage {
            public Choosing {
                problems = List.copyOf(problems);
            }
        }

        record Running(Job job) implements Stage {}

        record Over(Path folder, Assigned assigned) implements Stage {}
    }

    private final Handouts handouts;
    private final Background background;
    private final Runnable changed;
    private final ObservableList<Line> villages = FXCollections.observableArrayList();
    private final ObservableList<Manifest.Round> rounds = FXCollections.observableArrayList();
    private final ObservableSet<RecordId> chosen = FXCollections.observableSet(new TreeSet<>());
    private final ReadOnlyObjectWrapper<Optional<Manifest.Round>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty paper = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Choosing(List.of()));

    /// `changed` runs when tasks were written or another round was entered.
    public HandoutModel(Handouts handouts, Background background, Runnable changed) {
        this.handouts = handouts;
        this.background = background;
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /// By township and name.
    public ObservableList<Line> villages() {
        return villages;
    }

    /// In the order of opening.
    public ObservableList<Manifest.Round> rounds() {
        return rounds;
    }

    public ReadOnlyObjectProperty<Optional<Manifest.Round>> current() {
        return current.getReadOnlyProperty();
    }

    /// Villages that shall get one; all of them at first.
    public ObservableSet<RecordId> chosen() {
        return chosen;
    }

    /// Whether the sheets on paper are written too.
    public BooleanProperty paper() {
        return paper;
    }

    /// Reads rounds and villages anew. What was chosen stays chosen.
    public void refresh() {
        background.run(handouts::state, this::show);
    }

    private void show(Handouts.State state) {
        boolean all = chosen.size() == villages.size();
        villages.setAll(state.villages());
        rounds.setAll(state.rounds());
        current.set(state.current());
        if (all) {
            villages.forEach(v -> chosen.add(v.id()));
        }
        chosen.removeIf(id -> villages.stream().noneMatch(v -> v.id().equals(id)));
    }

    /// Chooses all villages, or none.
    public void chooseAll(boolean on) {
        if (on) {
            villages.forEach(v -> chosen.add(v.id()));
        } else {
            chosen.clear();
        }
    }

    public void choose(RecordId village, boolean on) {
        if (on) {
            chosen.add(village);
        } else {
            chosen.remove(village);
        }
    }

    /// Households of the chosen villages.
    public int households() {
        return villages.stream()
                .filter(v -> chosen.contains(v.id()))
                .mapToInt(Line::households)
                .sum();
    }

    /// Back from the list of what was written.
    public void close() {
        stage.set(new Stage.Choosing(List.of()));
    }

    /// Writes a task workbook for each chosen village. Shape: `password` "" for none.
    public void assign(Path folder, String password) {
        boolean all = chosen.size() == villages.size();
        var order =
                new Order(
                        folder,
                        all ? List.of() : chosen.stream().map(RecordId::text).toList(),
                        paper.get() ? Paper.SHEETS : Paper.NONE,
                        Optional.of(password).filter(p -> !p.isEmpty()));
        Job job =
                background.start(
                        progress -> handouts.assign(order, progress),
                        outcome -> came(folder, outcome),
                        this::close);
        if (!job.over().get()) {
            stage.set(new Stage.Running(job));
        }
    }

    private void came(Path folder, Outcome<Assigned> outcome) {
        switch (outcome) {
            case Outcome.Done<Assigned>(Assigned assigned) -> {
                stage.set(new Stage.Over(folder, assigned));
                changed.run();
            }
            case Outcome.Failed<Assigned>(List<Problem> problems) ->
                    stage.set(new Stage.Choosing(problems));
        }
    }

    /// Says what opening would do; nothing is changed.
    public void plan(OpenRound.Request request, Consumer<Outcome<OpenRound.Plan>> then) {
        background.run(() -> handouts.plan(request), then);
    }

    public void open(OpenRound.Request request, Consumer<Outcome<OpenRound.Plan>> then) {
        background.run(
                () -> handouts.open(request),
                outcome -> {
                    then.accept(outcome);
                    if (outcome instanceof Outcome.Done) {
                        changed.run();
                        refresh();
                    }
                });
    }
}
