package zhuhu.screen.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.CheckWorkspace.Checked;
import zhuhu.flow.CheckWorkspace.Line;
import zhuhu.pack.Level;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;

/// What the checks found, narrowed to what somebody wants to see. The window's thread only.
public final class ChecksModel {

    /// The heaps that findings fall into.
    public enum Heap {
        ALL,
        ERROR,
        OPEN,
        EXPLAINED,
        HINT;

        boolean holds(Line line) {
            return switch (this) {
                case ALL -> true;
                case ERROR -> line.finding().level() == Level.ERROR;
                case OPEN -> line.finding().wantsReason();
                case EXPLAINED ->
                        line.finding().level() == Level.DOUBT && !line.finding().wantsReason();
                case HINT -> line.finding().level() == Level.HINT;
            };
        }
    }

    private final Checking acts;
    private final Background background;
    private final ReadOnlyObjectWrapper<Checked> checked =
            new ReadOnlyObjectWrapper<>(new Checked(List.of(), List.of()));
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Heap> heap = new SimpleObjectProperty<>(Heap.ALL);
    private final ObjectProperty<Optional<String>> rule =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> village =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Problem>> refused =
            new ReadOnlyObjectWrapper<>(List.of());

    public ChecksModel(Checking acts, Background background) {
        this.acts = acts;
        this.background = background;
        heap.subscribe((_, _) -> narrow());
        rule.subscribe((_, _) -> narrow());
        village.subscribe((_, _) -> narrow());
    }

    /// Asks the checks again.
    public void refresh() {
        if (!busy.get()) {
            busy.set(true);
            background.run(
                    acts::checked,
                    found -> {
                        busy.set(false);
                        refused.set(List.of());
                        show(found);
                        loaded.set(true);
                    },
                    () -> busy.set(false));
        }
    }

    private void show(Checked found) {
        checked.set(found);
        narrow();
    }

    public ReadOnlyObjectProperty<Checked> checked() {
        return checked.getReadOnlyProperty();
    }

    /// Whether the checks ran at least once.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    public ObjectProperty<Heap> heap() {
        return heap;
    }

    public ObjectProperty<Optional<String>> rule() {
        return rule;
    }

    public ObjectProperty<Optional<String>> village() {
        return village;
    }

    /// Why the last reason was not taken; empty if it was.
    public ReadOnlyObjectProperty<List<Problem>> refused() {
        return refused.getReadOnlyProperty();
    }

    /// How many findings of the chosen rule and village fall into a heap.
    public long count(Heap of) {
        return checked.get().lines().stream().filter(this::passes).filter(of::holds).count();
    }

    /// Rules with findings, and how many. Shape: in the order of the findings.
    public Map<String, Integer> rules() {
        var rules = new LinkedHashMap<String, Integer>();
        checked.get().lines().stream()
                .filter(l -> heap.get().holds(l))
                .forEach(l -> rules.merge(l.finding().rule(), 1, Integer::sum));
        return rules;
    }

    public List<String> villages() {
        return checked.get().lines().stream().map(Line::village).distinct().sorted().toList();
    }

    /// Gives the reason for a doubt where it stands.
    public void explain(Line line, String reason) {
        if (line.finding().reason().equals(reason.strip())) {
            return;
        }
        background.run(
                () -> acts.explain(line.household(), line.finding().key(), reason),
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<RecordId> _ -> explained(line, reason.strip());
                        case Outcome.Failed<RecordId>(List<Problem> why) -> refused.set(why);
                    }
                });
    }

    private void explained(Line line, String reason) {
        refused.set(List.of());
        var changed =
                checked.get().lines().stream()
                        .map(l -> l.equals(line) ? because(l, reason) : l)
                        .toList();
        show(new Checked(changed, checked.get().problems()));
    }

    private static Line because(Line line, String reason) {
        return new Line(
                line.finding().because(reason),
                line.record(),
                line.household(),
                line.label(),
                line.person(),
                line.village(),
                line.group());
    }

    private boolean passes(Line line) {
        return rule.get().map(line.finding().rule()::equals).orElse(true)
                && village.get().map(line.village()::equals).orElse(true);
    }

    private void narrow() {
        lines.setAll(
                checked.get().lines().stream()
                        .filter(this::passes)
                        .filter(l -> heap.get().holds(l))
                        .toList());
    }
}
