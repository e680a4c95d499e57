package zhuhu.screen.household;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import zhuhu.base.PlaceOrder;
import zhuhu.flow.HouseholdCard;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.HouseholdList.Filter;
import zhuhu.flow.HouseholdList.Line;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.store.Workspace.Found;

/// The list of households: what is searched and shown, and the card of the chosen one. The window's
/// thread only; works without a window.
public final class HouseholdsModel {

    private final Households households;
    private final Background background;
    private final Consumer<RecordId> visit;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Optional<String>> state =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> village =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> group =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Set<RecordId>>> among =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<String> villages = FXCollections.observableArrayList();
    private final ObservableList<String> groups = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Map<String, Integer>> counts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Line>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<HouseholdCard>> card =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<RecordId> wanted = Optional.empty();
    private List<Line> all = List.of();
    private Map<RecordId, Found> hits = Map.of();
    private volatile int asked;

    /// `visit` opens the visit of a household.
    public HouseholdsModel(Households households, Background background, Consumer<RecordId> visit) {
        this.households = households;
        this.background = background;
        this.visit = visit;
        query.subscribe((_, _) -> search());
        state.subscribe((_, _) -> search());
        village.subscribe((_, _) -> villageChosen());
        group.subscribe((_, _) -> search());
        among.subscribe((_, _) -> search());
    }

    /// Reads everything anew: after an import, after a visit, at the beginning.
    public void refresh() {
        background.run(() -> households.lines(Filter.ALL), this::show);
    }

    private void show(List<Line> whole) {
        all = whole;
        counts.set(states(whole));
        villages.setAll(new TreeSet<>(all.stream().map(Line::village).toList()));
        listGroups();
        loaded.set(true);
        search();
        showWanted();
        chosen.get().ifPresent(line -> readCard(line.id()));
        warm();
    }

    /// Reads on while nobody waits.
    private void warm() {
        background.run(
                households::warm,
                more -> {
                    if (more) {
                        warm();
                    }
                });
    }

    private static Map<String, Integer> states(List<Line> lines) {
        var states = new HashMap<String, Integer>();
        lines.forEach(line -> states.merge(line.state(), 1, Integer::sum));
        return Map.copyOf(states);
    }

    /// Shows the card of a line; empty closes it.
    public void choose(Optional<Line> line) {
        if (line.map(Line::id).equals(chosen.get().map(Line::id))) {
            return;
        }
        chosen.set(line);
        card.set(Optional.empty());
        line.ifPresent(l -> readCard(l.id()));
    }

    /// Shows the card of a household, as soon as the list is read.
    public void show(RecordId household) {
        wanted = Optional.of(household);
        showWanted();
    }

    private void showWanted() {
        wanted.flatMap(id -> all.stream().filter(l -> l.id().equals(id)).findFirst())
                .ifPresent(line -> {
                    wanted = Optional.empty();
                    choose(Optional.of(line));
                });
    }

    /// Opens the visit of the chosen household.
    public void visit() {
        chosen.get().map(Line::id).ifPresent(visit);
    }

    public StringProperty query() {
        return query;
    }

    /// The state shown; empty for all.
    public ObjectProperty<Optional<String>> state() {
        return state;
    }

    public ObjectProperty<Optional<String>> village() {
        return village;
    }

    public ObjectProperty<Optional<String>> group() {
        return group;
    }

    /// The only households shown, whatever else narrows the list; empty for all.
    public ObjectProperty<Optional<Set<RecordId>>> among() {
        return among;
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    public ObservableList<String> villages() {
        return villages;
    }

    /// Groups of the village shown, or of all.
    public ObservableList<String> groups() {
        return groups;
    }

    /// Households in each state over the whole workspace.
    public ReadOnlyObjectProperty<Map<String, Integer>> counts() {
        return counts.getReadOnlyProperty();
    }

    /// Whether the list was read at least once.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Line>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<HouseholdCard>> card() {
        return card.getReadOnlyProperty();
    }

    /// How many households the workspace holds.
    public int total() {
        return all.size();
    }

    /// Persons of the lines shown.
    public int persons() {
        return lines.stream().mapToInt(Line::members).sum();
    }

    /// Whether anything narrows the list.
    public boolean filtered() {
        return !query.get().isBlank()
                || state.get().isPresent()
                || village.get().isPresent()
                || group.get().isPresent()
                || among.get().isPresent();
    }

    /// Shows everything again.
    public void clear() {
        query.set("");
        state.set(Optional.empty());
        village.set(Optional.empty());
        group.set(Optional.empty());
        among.set(Optional.empty());
    }

    private void villageChosen() {
        group.set(Optional.empty());
        listGroups();
        search();
    }

    private void listGroups() {
        groups.setAll(
                all.stream()
                        .filter(l -> village.get().map(l.village()::equals).orElse(true))
                        .map(Line::group)
                        .filter(g -> !g.isBlank())
                        .distinct()
                        .sorted(PlaceOrder.INSTANCE)
                        .toList());
    }

    private void search() {
        if (!loaded.get()) {
            return;
        }
        int turn = ++asked;
        String text = query.get().strip();
        if (text.isEmpty()) {
            hits = Map.of();
            found(passing());
            return;
        }
        background.run(
                // Reason: while a person types, only the newest question is worth an answer.
                () -> turn == asked ? households.find(text) : Map.<RecordId, Found>of(),
                found -> {
                    if (turn == asked) {
                        hits = found;
                        found(HouseholdList.bestFirst(passing(), found));
                    }
                });
    }

    private List<Line> passing() {
        var filter = new Filter("", state.get(), village.get(), group.get());
        Optional<Set<RecordId>> only = among.get();
        return filtered()
                ? all.stream()
                        .filter(filter::lets)
                        .filter(line -> only.map(o -> o.contains(line.id())).orElse(true))
                        .toList()
                : all;
    }

    /// Who in the household is called as was looked for, where it is not its head.
    public Optional<String> memberFound(Line line) {
        return Optional.ofNullable(hits.get(line.id()))
                .filter(found -> found.record().kind() == Kind.PERSON)
                .map(Found::name)
                .filter(name -> !name.equals(line.head()));
    }

    private void found(List<Line> found) {
        // Reason: a table that gets new rows gives up its choice, and tells so.
        Optional<Line> before = chosen.get();
        lines.setAll(found);
        Optional<Line> still =
                before.flatMap(c ->
                        found.stream().filter(l -> Objects.equals(l.id(), c.id())).findFirst());
        chosen.set(still);
        if (still.isEmpty()) {
            card.set(Optional.empty());
        } else if (card.get().isEmpty()) {
            readCard(still.get().id());
        }
    }

    private void readCard(RecordId household) {
        background.run(
                () -> households.card(household),
                read -> {
                    if (chosen.get().map(Line::id).equals(Optional.of(household))) {
                        card.set(Optional.of(read));
                    }
                });
    }
}
