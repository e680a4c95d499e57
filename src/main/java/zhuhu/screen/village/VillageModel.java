package zhuhu.screen.village;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import zhuhu.base.Outcome;
import zhuhu.flow.Coverage;
import zhuhu.flow.HouseholdList.Line;
import zhuhu.flow.VillageCard;
import zhuhu.flow.edit.AddHousehold;
import zhuhu.form.Choice;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.village.Villages.Name;

/// The page of a village: which one, its card, and which households of its list are shown. The
/// window's thread only; works without a window.
public final class VillageModel {

    private final Villages villages;
    private final Background background;
    private final ObservableList<Name> names = FXCollections.observableArrayList();
    private final ObservableList<Line> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Name>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<VillageCard>> card =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Coverage> coverage =
            new ReadOnlyObjectWrapper<>(Coverage.NOTHING);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<String>> state =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> group =
            new SimpleObjectProperty<>(Optional.empty());
    private List<Choice> relations = List.of();

    public VillageModel(Villages villages, Background background) {
        this.villages = villages;
        this.background = background;
        state.subscribe((_, _) -> filter());
        group.subscribe((_, _) -> filter());
    }

    private record Start(List<Name> names, List<Choice> relations) {}

    private record Whole(VillageCard card, Coverage coverage) {}

    /// Reads everything anew.
    public void refresh() {
        background.run(
                () -> new Start(villages.names(), villages.relations()),
                start -> {
                    names.setAll(start.names());
                    relations = start.relations();
                    loaded.set(true);
                    Optional<Name> still =
                            chosen.get()
                                    .flatMap(c ->
                                            start.names().stream()
                                                    .filter(n -> n.id().equals(c.id()))
                                                    .findFirst());
                    chosen.set(still.or(() -> start.names().stream().findFirst()));
                    read();
                });
    }

    /// Shows another village.
    public void choose(RecordId village) {
        boolean another = !chosen.get().map(Name::id).equals(Optional.of(village));
        if (another) {
            chosen.set(
                    names.stream()
                            .filter(n -> n.id().equals(village))
                            .findFirst()
                            .or(() -> Optional.of(new Name(village, "", ""))));
            clear();
            read();
        }
    }

    private void read() {
        chosen.get()
                .map(Name::id)
                .ifPresent(village ->
                        background.run(
                                () ->
                                        new Whole(
                                                villages.villageCard(village),
                                                villages.coverage(village)),
                                whole -> show(village, whole)));
    }

    private void show(RecordId village, Whole whole) {
        // Reason: another one may have been chosen while this one was read.
        if (chosen.get().map(Name::id).equals(Optional.of(village))) {
            card.set(Optional.of(whole.card()));
            coverage.set(whole.coverage());
            filter();
        }
    }

    private void filter() {
        rows.setAll(
                coverage.get().rows().stream()
                        .filter(r -> state.get().map(r.state()::equals).orElse(true))
                        .filter(r -> group.get().map(r.group()::equals).orElse(true))
                        .toList());
    }

    /// Shows the whole list again.
    public void clear() {
        state.set(Optional.empty());
        group.set(Optional.empty());
    }

    public boolean filtered() {
        return state.get().isPresent() || group.get().isPresent();
    }

    /// Adds a household that no roster lists; `then` is told what came of it.
    public void add(
            AddHousehold.Entry entry, boolean others, Consumer<Outcome<AddHousehold.Added>> then) {
        background.run(
                () -> villages.addHousehold(entry, others),
                outcome -> {
                    refresh();
                    then.accept(outcome);
                });
    }

    public ObservableList<Name> names() {
        return names;
    }

    public ReadOnlyObjectProperty<Optional<Name>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<VillageCard>> card() {
        return card.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Coverage> coverage() {
        return coverage.getReadOnlyProperty();
    }

    /// Whether the villages were read at least once.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// The households shown.
    public ObservableList<Line> rows() {
        return rows;
    }

    public ObjectProperty<Optional<String>> state() {
        return state;
    }

    public ObjectProperty<Optional<String>> group() {
        return group;
    }

    public List<Choice> relations() {
        return relations;
    }
}
