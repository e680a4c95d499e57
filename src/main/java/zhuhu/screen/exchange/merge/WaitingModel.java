package zhuhu.screen.exchange.merge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.screen.Background;
import zhuhu.screen.exchange.merge.Waits.Line;
import zhuhu.screen.exchange.merge.Waits.Standing;

/// Deciding what waits. The window's thread only.
public final class WaitingModel {

    private final Waits waits;
    private final Background background;
    private final Runnable changed;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Runnable>> undo =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// `changed` runs when something was decided.
    public WaitingModel(Waits waits, Background background, Runnable changed) {
        this.waits = waits;
        this.background = background;
        this.changed = changed;
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    /// How many wait for a person.
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /// Why the last act did not come about.
    public ReadOnlyObjectProperty<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /// The way to take the last act back.
    public ReadOnlyObjectProperty<Optional<Runnable>> undo() {
        return undo.getReadOnlyProperty();
    }

    public void refresh() {
        background.run(
                waits::lines,
                now -> {
                    lines.setAll(now);
                    count.set(
                            (int)
                                    now.stream()
                                            .filter(l -> l.standing() != Standing.PENDING)
                                            .count());
                });
    }

    /// Takes those that can be taken.
    public void accept(List<Line> chosen) {
        act(keys(chosen, Standing.HELD), waits::accept);
    }

    /// Refuses those that can be taken; the others are put aside.
    public void refuse(List<Line> chosen, String why) {
        List<String> held = keys(chosen, Standing.HELD);
        List<String> look = keys(chosen, Standing.LOOK);
        act(held, keys -> waits.refuse(keys, why));
        act(look, waits::putAside);
    }

    private static List<String> keys(List<Line> chosen, Standing standing) {
        return chosen.stream().filter(l -> l.standing() == standing).map(Line::key).toList();
    }

    private void act(List<String> keys, Function<List<String>, Outcome<Runnable>> act) {
        if (keys.isEmpty()) {
            return;
        }
        background.run(
                () -> act.apply(keys),
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<Runnable>(Runnable back) -> {
                            problems.set(List.of());
                            undo.set(Optional.of(back));
                            changed.run();
                        }
                        case Outcome.Failed<Runnable>(List<Problem> why) -> problems.set(why);
                    }
                });
    }

    /// Takes the last act back.
    public void takeBack() {
        Optional<Runnable> back = undo.get();
        undo.set(Optional.empty());
        back.ifPresent(run ->
                background.run(
                        () -> {
                            run.run();
                            return true;
                        },
                        _ -> changed.run()));
    }
}
