package zhuhu.screen.exchange.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.review.ReturnSlips;
import zhuhu.flow.review.ReviewList;
import zhuhu.flow.review.ReviewPoint;
import zhuhu.flow.review.SendBack;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Job;

/// The visits of the round and what was said of them. The window's thread only.
public final class ReviewModel {

    /// What the last act brought, told above the table.
    public sealed interface Told {
        record Nothing() implements Told {}

        record Sent(int visits) implements Told {}

        record Approved(SendBack.Approved approved) implements Told {}

        record TakenBack(int count) implements Told {}

        record Slips(ReturnSlips.Written written) implements Told {}

        record Refused(List<Problem> problems) implements Told {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    private final Reviewing reviewing;
    private final Background background;
    private final Runnable changed;
    private List<ReviewList.Line> all = List.of();
    private final ObservableList<ReviewList.Line> lines = FXCollections.observableArrayList();
    private final ObservableList<String> villages = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<String>> state =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> village =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, Integer>> counts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<List<ReviewPoint>> points =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Told> told =
            new ReadOnlyObjectWrapper<>(new Told.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Job>> job =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final IntegerProperty waiting = new SimpleIntegerProperty();

    /// `changed` runs when something was said or taken back.
    public ReviewModel(Reviewing reviewing, Background background, Runnable changed) {
        this.reviewing = reviewing;
        this.background = background;
        this.changed = changed;
        state.subscribe(_ -> filter());
        village.subscribe(_ -> filter());
    }

    /// Those that pass, by village, group and head.
    public ObservableList<ReviewList.Line> lines() {
        return lines;
    }

    public ObservableList<String> villages() {
        return villages;
    }

    /// Empty for all; else one of [ReviewList#STATES].
    public ObjectProperty<Optional<String>> state() {
        return state;
    }

    /// Empty for all.
    public ObjectProperty<Optional<String>> village() {
        return village;
    }

    /// How many visits are in each state, in the chosen village.
    public ReadOnlyObjectProperty<Map<String, Integer>> counts() {
        return counts.getReadOnlyProperty();
    }

    /// What was sent back of the visit that was looked at last.
    public ReadOnlyObjectProperty<List<ReviewPoint>> points() {
        return points.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Told> told() {
        return told.getReadOnlyProperty();
    }

    /// A long act under way.
    public ReadOnlyObjectProperty<Optional<Job>> job() {
        return job.getReadOnlyProperty();
    }

    /// Visits that were answered and wait for a word.
    public ObservableIntegerValue waiting() {
        return waiting;
    }

    public void refresh() {
        background.run(reviewing::lines, this::show);
    }

    private void show(List<ReviewList.Line> now) {
        all = now;
        List<String> names = now.stream().map(ReviewList.Line::village).distinct().toList();
        if (!villages.equals(names)) {
            villages.setAll(names);
        }
        waiting.set((int) now.stream().filter(l -> l.state().equals("answered")).count());
        filter();
    }

    private void filter() {
        List<ReviewList.Line> there =
                all.stream()
                        .filter(l -> village.get().map(l.village()::equals).orElse(true))
                        .toList();
        var found = new TreeMap<String, Integer>();
        there.forEach(l -> found.merge(l.state(), 1, Integer::sum));
        counts.set(found);
        List<ReviewList.Line> passing =
                there.stream()
                        .filter(l -> state.get().map(l.state()::equals).orElse(true))
                        .toList();
        if (!lines.equals(passing)) {
            lines.setAll(passing);
        }
    }

    /// Reads what was sent back of a visit.
    public void look(Optional<RecordId> visit) {
        background.run(() -> visit.map(reviewing::points).orElse(List.of()), points::set);
    }

    /// Reads what can be sent back of a visit, and comments that were given before.
    public void ask(RecordId visit, Consumer<List<Reviewing.Screen>> screens) {
        background.run(() -> reviewing.screens(visit), screens);
    }

    public void comments(Consumer<List<String>> then) {
        background.run(reviewing::comments, then);
    }

    /// Sends visits back; `sections` none for the whole.
    public void back(List<RecordId> visits, List<String> sections, String comment) {
        background.run(
                () -> reviewing.back(visits, sections, comment),
                outcome ->
                        over(
                                switch (outcome) {
                                    case Outcome.Done<Integer>(Integer count) ->
                                            new Told.Sent(count);
                                    case Outcome.Failed<Integer>(List<Problem> why) ->
                                            new Told.Refused(why);
                                }));
    }

    public void approve(List<RecordId> visits, SendBack.Open open) {
        start(
                background.start(
                        progress -> reviewing.approve(visits, open, progress),
                        approved -> over(new Told.Approved(approved)),
                        this::idle));
    }

    public void takeBack(List<RecordId> visits) {
        background.run(() -> reviewing.takeBack(visits), count -> over(new Told.TakenBack(count)));
    }

    /// Writes a return slip for each village with something to answer; of the chosen village alone
    /// where one is chosen.
    public void slips(Path folder) {
        List<String> only = village.get().map(List::of).orElse(List.of());
        start(
                background.start(
                        progress -> reviewing.slips(folder, only, progress),
                        outcome ->
                                over(
                                        switch (outcome) {
                                            case Outcome.Done<ReturnSlips.Written>(var written) ->
                                                    new Told.Slips(written);
                                            case Outcome.Failed<ReturnSlips.Written>(var why) ->
                                                    new Told.Refused(why);
                                        }),
                        this::idle));
    }

    private void start(Job started) {
        if (!started.over().get()) {
            job.set(Optional.of(started));
        }
    }

    private void idle() {
        job.set(Optional.empty());
    }

    private void over(Told now) {
        idle();
        told.set(now);
        if (!(now instanceof Told.Refused)) {
            changed.run();
        }
        refresh();
    }

    /// What the last act brought was read.
    public void forget() {
        told.set(new Told.Nothing());
    }
}
