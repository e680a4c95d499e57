package zhuhu.screen.ledger;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.edit.Edited;
import zhuhu.flow.ledger.LedgerEntry;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;

/// The ledger: which kind is shown, what narrows it, the chosen entry, and what is done about it.
/// The window's thread only; works without a window.
public final class LedgerModel {

    private final LedgerActs acts;
    private final Background background;
    private final Consumer<RecordId> toHousehold;
    private final Consumer<List<Problem>> tell;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ISSUE);
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Optional<String>> state = any();
    private final ObjectProperty<Optional<String>> village = any();
    private final ObjectProperty<Optional<String>> group = any();
    private final ObjectProperty<Optional<String>> owner = any();
    private final ObjectProperty<Optional<String>> level = any();
    private final BooleanProperty overdueOnly = new SimpleBooleanProperty();
    private final ObservableList<LedgerEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<String> villages = FXCollections.observableArrayList();
    private final ObservableList<String> groups = FXCollections.observableArrayList();
    private final ObservableList<String> owners = FXCollections.observableArrayList();
    private final ObservableList<String> levels = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<LedgerEntry>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<LedgerEntry> all = List.of();
    private Optional<LedgerEdits> edits = Optional.empty();

    /// `toHousehold` shows a household; `tell` says what went wrong.
    public LedgerModel(
            LedgerActs acts,
            Background background,
            Consumer<RecordId> toHousehold,
            Consumer<List<Problem>> tell) {
        this.acts = acts;
        this.background = background;
        this.toHousehold = toHousehold;
        this.tell = tell;
        kind.subscribe((_, _) -> turn());
        query.subscribe((_, _) -> sift());
        overdueOnly.subscribe((_, _) -> sift());
        Stream.of(state, village, group, owner, level)
                .forEach(filter -> filter.subscribe((_, _) -> sift()));
    }

    private static ObjectProperty<Optional<String>> any() {
        return new SimpleObjectProperty<>(Optional.empty());
    }

    /// Reads the ledger anew.
    public void refresh() {
        Kind asked = kind.get();
        background.run(
                () -> acts.ledger(asked),
                read -> {
                    if (kind.get() == asked) {
                        show(read);
                    }
                });
    }

    private void turn() {
        chosen.set(Optional.empty());
        loaded.set(false);
        all = List.of();
        clear();
        refresh();
    }

    private void show(List<LedgerEntry> read) {
        all = read;
        loaded.set(true);
        fill(villages, LedgerEntry::village);
        fill(groups, LedgerEntry::group);
        fill(owners, LedgerEntry::owner);
        fill(levels, LedgerEntry::level);
        sift();
    }

    private void fill(ObservableList<String> into, Function<LedgerEntry, String> what) {
        into.setAll(new TreeSet<>(all.stream().map(what).filter(word -> !word.isEmpty()).toList()));
    }

    private void sift() {
        List<LedgerEntry> fitting = all.stream().filter(this::fits).toList();
        entries.setAll(fitting);
        Optional<RecordId> before = chosen.get().map(LedgerEntry::id);
        chosen.set(fitting.stream().filter(e -> before.equals(Optional.of(e.id()))).findFirst());
    }

    private boolean fits(LedgerEntry entry) {
        return passes(state, entry.state()) && fitsBesideState(entry);
    }

    private boolean fitsBesideState(LedgerEntry entry) {
        String words = query.get().strip();
        return passes(village, entry.village())
                && passes(group, entry.group())
                && passes(owner, entry.owner())
                && passes(level, entry.level())
                && (!overdueOnly.get() || entry.isOverdue())
                && (words.isEmpty()
                        || Stream.of(
                                        entry.words(),
                                        entry.head(),
                                        entry.owner(),
                                        entry.sort(),
                                        entry.group())
                                .anyMatch(text -> text.contains(words)));
    }

    private static boolean passes(ObjectProperty<Optional<String>> filter, String word) {
        return filter.get().map(word::equals).orElse(true);
    }

    /// How many entries are in a state, beside what else narrows the list; "" for all.
    public long count(String wanted) {
        return all.stream()
                .filter(e -> wanted.isEmpty() || e.state().equals(wanted))
                .filter(this::fitsBesideState)
                .count();
    }

    /// How many entries are past their date, over the whole ledger of this kind.
    public long overdue() {
        return all.stream().filter(LedgerEntry::isOverdue).count();
    }

    public int total() {
        return all.size();
    }

    public boolean filtered() {
        return !query.get().isBlank()
                || overdueOnly.get()
                || Stream.of(state, village, group, owner, level)
                        .anyMatch(filter -> filter.get().isPresent());
    }

    /// Shows everything of the kind again.
    public void clear() {
        query.set("");
        overdueOnly.set(false);
        Stream.of(state, village, group, owner, level)
                .forEach(filter -> filter.set(Optional.empty()));
    }

    public void choose(Optional<LedgerEntry> entry) {
        chosen.set(entry);
    }

    /// Goes to the household of the chosen entry.
    public void household() {
        chosen.get().flatMap(LedgerEntry::household).ifPresent(toHousehold);
    }

    /// `edits` lead to the pages on which entries are changed and made.
    public LedgerModel editing(LedgerEdits way) {
        edits = Optional.of(way);
        return this;
    }

    boolean canEdit() {
        return edits.isPresent();
    }

    /// Opens every field of the chosen entry.
    void edit() {
        chosen.get().ifPresent(e -> edits.ifPresent(way -> way.edit(e, this::refresh)));
    }

    /// Opens a new entry of this kind for the household of the chosen one.
    void add() {
        chosen.get()
                .ifPresent(e ->
                        e.household()
                                .ifPresent(home ->
                                        edits.ifPresent(way ->
                                                way.add(
                                                        e.id().kind(),
                                                        home,
                                                        e.head(),
                                                        this::refresh))));
    }

    public void setState(String wanted, String why) {
        chosen.get().ifPresent(e -> act(() -> acts.issueState(e.id(), wanted, why)));
    }

    public void setProgress(int percent, String effect, String why) {
        chosen.get().ifPresent(e -> act(() -> acts.measureProgress(e.id(), percent, effect, why)));
    }

    public void endPairing(String why) {
        chosen.get().ifPresent(e -> act(() -> acts.endPairing(e.id(), why)));
    }

    private void act(Supplier<Outcome<Edited>> change) {
        background.run(
                change,
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<Edited> _ -> refresh();
                        case Outcome.Failed<Edited>(List<Problem> problems) ->
                                tell.accept(problems);
                    }
                });
    }

    public ObjectProperty<Kind> kind() {
        return kind;
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

    public ObjectProperty<Optional<String>> owner() {
        return owner;
    }

    public ObjectProperty<Optional<String>> level() {
        return level;
    }

    public BooleanProperty overdueOnly() {
        return overdueOnly;
    }

    public ObservableList<LedgerEntry> entries() {
        return entries;
    }

    public ObservableList<String> villages() {
        return villages;
    }

    public ObservableList<String> groups() {
        return groups;
    }

    public ObservableList<String> owners() {
        return owners;
    }

    public ObservableList<String> levels() {
        return levels;
    }

    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<LedgerEntry>> chosen() {
        return chosen.getReadOnlyProperty();
    }
}
