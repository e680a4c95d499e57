package zhuhu.screen.exchange.settle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.settle.Conflict;
import zhuhu.flow.settle.Entered;
import zhuhu.flow.settle.Rule;
import zhuhu.flow.settle.Ruling;
import zhuhu.flow.settle.Settled;
import zhuhu.flow.settle.Side;
import zhuhu.flow.settle.Sort;
import zhuhu.pack.Schema;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.screen.Background;

/// The conflicts that are open, the one before one's eyes, and what was settled in this sitting.
/// The window's thread only.
public final class SettleModel {

    /// What the list is narrowed to; empty for everything.
    public record Filter(
            Optional<String> village, Optional<String> section, Optional<Sort> sort, boolean put) {

        static final Filter ALL =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), false);

        boolean holds(Conflict conflict) {
            return village.map(conflict.home().villageLabel()::equals).orElse(true)
                    && section.map(conflict.sectionLabel()::equals).orElse(true)
                    && sort.map(s -> s == conflict.sort()).orElse(true)
                    && (!put || conflict.deferred());
        }
    }

    /// Something settled a moment ago. Shape: `words` say what and how; `home` the household it was
    /// of, empty for a rule; `back` the conflict to go back to.
    public record Done(Settled settled, String words, Optional<Conflict> back) {}

    private final Settling acts;
    private final Background background;
    private final Texts texts;
    private final Runnable changed;
    private List<Conflict> all = List.of();
    private final ReadOnlyObjectWrapper<List<Conflict>> shown =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ReadOnlyObjectWrapper<Optional<Conflict>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Ruling>> rules =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Problem>> refused =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Done>> done = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty writing = new SimpleBooleanProperty();
    private final BooleanProperty whole = new SimpleBooleanProperty();
    private final Map<String, String> typed = new TreeMap<>();
    private int from;
    private boolean telling;

    /// `changed` runs when something was settled or taken back.
    public SettleModel(Settling acts, Background background, Texts texts, Runnable changed) {
        this.acts = acts;
        this.background = background;
        this.texts = texts;
        this.changed = changed;
        filter.subscribe((_, _) -> narrow(0));
    }

    Settling acts() {
        return acts;
    }

    /// Reads all anew.
    public void refresh() {
        if (busy.get() || telling) {
            return;
        }
        busy.set(true);
        background.run(
                acts::open,
                read -> {
                    busy.set(false);
                    took(read);
                    loaded.set(true);
                },
                () -> busy.set(false));
    }

    private void took(List<Conflict> read) {
        int at = position();
        all = read;
        count.set(all.size());
        narrow(Math.max(at, 0));
        // Reason: with thousands of conflicts the rules take longer than the next one may wait.
        background.run(
                () -> Rule.of(read),
                found -> {
                    if (all == read) {
                        rules.set(found);
                    }
                });
    }

    private int position() {
        Optional<String> id = chosen.get().map(Conflict::id);
        List<String> ids = shown.get().stream().map(Conflict::id).toList();
        return id.map(ids::indexOf).orElse(0);
    }

    /// Shows what the filter holds; keeps the chosen one, or takes the one at its place.
    private void narrow(int at) {
        List<Conflict> now = all.stream().filter(filter.get()::holds).toList();
        shown.set(now);
        Optional<Conflict> same =
                chosen.get()
                        .flatMap(c -> now.stream().filter(n -> n.id().equals(c.id())).findFirst());
        choose(
                same.or(() ->
                        now.isEmpty()
                                ? Optional.empty()
                                : Optional.of(now.get(Math.min(at, now.size() - 1)))));
    }

    /// Tells others that something was settled; what comes back here is known already.
    private void tell() {
        telling = true;
        changed.run();
        telling = false;
    }

    // ---- what is there

    /// In the order of the list; those put off last.
    public ReadOnlyObjectProperty<List<Conflict>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// How many are open, narrowed or not.
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ObjectProperty<Filter> filter() {
        return filter;
    }

    public ReadOnlyObjectProperty<Optional<Conflict>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Rules that decide something now.
    public ReadOnlyObjectProperty<List<Ruling>> rules() {
        return rules.getReadOnlyProperty();
    }

    /// Why the last act was not done; empty if it was.
    public ReadOnlyObjectProperty<List<Problem>> refused() {
        return refused.getReadOnlyProperty();
    }

    /// Settled in this sitting and not taken back, the latest last.
    public ReadOnlyObjectProperty<List<Done>> done() {
        return done.getReadOnlyProperty();
    }

    /// Whether rows on which all sides agree are shown too.
    public BooleanProperty whole() {
        return whole;
    }

    /// Villages, sections or kinds of what is open, each with how many.
    public <T> Map<T, Long> counts(java.util.function.Function<Conflict, T> of) {
        var counts = new LinkedHashMap<T, Long>();
        all.forEach(c -> counts.merge(of.apply(c), 1L, Long::sum));
        return counts;
    }

    public long deferred() {
        return all.stream().filter(Conflict::deferred).count();
    }

    // ---- going about

    public void choose(Optional<Conflict> conflict) {
        boolean other = !chosen.get().map(Conflict::id).equals(conflict.map(Conflict::id));
        if (other) {
            stopWriting();
            refused.set(List.of());
        }
        chosen.set(conflict);
    }

    /// The one after, or before; at the end from the beginning.
    public void step(int by) {
        List<Conflict> now = shown.get();
        if (!now.isEmpty()) {
            int at = Math.floorMod(position() + by, now.size());
            choose(Optional.of(now.get(at)));
        }
    }

    // ---- settling

    /// Takes a side of the chosen one, counted from 0. Nothing happens where it has none such.
    public void take(int side) {
        chosen.get()
                .filter(c -> !busy.get() && side < c.sides().size())
                .ifPresent(c -> {
                    Side taken = c.sides().get(side);
                    String words = texts.of("settle.done.take", c.title(), whose(c), taken.by());
                    run(c, words, () -> acts.take(c, taken.id()));
                });
    }

    private static String whose(Conflict conflict) {
        String household = conflict.home().householdLabel();
        return household.isEmpty() ? conflict.home().villageLabel() : household;
    }

    private void run(
            Conflict conflict, String words, java.util.function.Supplier<Outcome<Settled>> settle) {
        busy.set(true);
        background.run(
                () -> {
                    Outcome<Settled> outcome = settle.get();
                    return new Came(outcome, after(conflict));
                },
                came -> {
                    busy.set(false);
                    came(came, words, Optional.of(conflict));
                },
                () -> busy.set(false));
    }

    private record Came(Outcome<Settled> outcome, List<Conflict> read) {}

    /// All that is open, with that household's read anew.
    private List<Conflict> after(Conflict conflict) {
        RecordId home = conflict.home().household().orElse(conflict.record());
        List<Conflict> now = acts.open(home);
        Predicate<Conflict> same = c -> c.home().household().orElse(c.record()).equals(home);
        var merged = new ArrayList<Conflict>();
        boolean put = false;
        for (Conflict each : all) {
            if (!same.test(each)) {
                merged.add(each);
            } else if (!put) {
                put = true;
                merged.addAll(now.stream().filter(n -> !n.deferred()).toList());
            }
        }
        if (!put) {
            merged.addAll(0, now.stream().filter(n -> !n.deferred()).toList());
        }
        var late = new ArrayList<>(merged.stream().filter(Conflict::deferred).toList());
        merged.removeAll(late);
        merged.addAll(late);
        now.stream().filter(Conflict::deferred).forEach(merged::add);
        return List.copyOf(merged);
    }

    private void came(Came came, String words, Optional<Conflict> conflict) {
        switch (came.outcome()) {
            case Outcome.Done<Settled>(Settled settled) -> {
                stopWriting();
                refused.set(List.of());
                var stack = new ArrayList<>(done.get());
                stack.add(new Done(settled, words, conflict));
                done.set(List.copyOf(stack));
                took(came.read());
                tell();
            }
            case Outcome.Failed<Settled>(List<Problem> problems) -> refused.set(problems);
        }
    }

    /// Settles by a rule, all it decides at once.
    public void byRule(Ruling ruling) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        String words =
                texts.of(
                        "settle.done.rule", ruling.rule().sentence(texts), ruling.decided().size());
        background.run(
                () -> {
                    Outcome<Settled> outcome = acts.byRule(ruling);
                    return new Came(outcome, acts.open());
                },
                came -> {
                    busy.set(false);
                    came(came, words, Optional.empty());
                },
                () -> busy.set(false));
    }

    /// Takes the latest settlement of this sitting back and returns to it.
    public void undo() {
        if (done.get().isEmpty() || busy.get()) {
            return;
        }
        Done last = done.get().getLast();
        busy.set(true);
        background.run(
                () -> new Undone(acts.undo(last.settled().acts()), acts.open()),
                undone -> {
                    busy.set(false);
                    undone(undone, last);
                },
                () -> busy.set(false));
    }

    private record Undone(Outcome<Integer> outcome, List<Conflict> read) {}

    private void undone(Undone undone, Done last) {
        done.set(done.get().subList(0, done.get().size() - 1));
        switch (undone.outcome()) {
            case Outcome.Done<Integer> _ -> {
                refused.set(List.of());
                took(undone.read());
                last.back()
                        .flatMap(b ->
                                shown.get().stream().filter(c -> c.id().equals(b.id())).findFirst())
                        .ifPresent(c -> choose(Optional.of(c)));
                tell();
            }
            case Outcome.Failed<Integer>(List<Problem> problems) -> refused.set(problems);
        }
    }

    /// Puts the chosen one off and goes on to the next, or takes it up again.
    public void defer() {
        chosen.get()
                .filter(_ -> !busy.get())
                .ifPresent(c -> {
                    List<String> ids = all.stream().map(Conflict::id).toList();
                    busy.set(true);
                    background.run(
                            () -> {
                                acts.defer(c, !c.deferred(), ids);
                                return acts.open();
                            },
                            read -> {
                                busy.set(false);
                                int at = position();
                                chosen.set(Optional.empty());
                                all = read;
                                narrow(c.deferred() ? 0 : at);
                            },
                            () -> busy.set(false));
                });
    }

    // ---- writing a third

    /// Whether somebody writes what is on no side.
    public BooleanProperty writing() {
        return writing;
    }

    /// Begins with what that side says.
    public void write(int side) {
        if (chosen.get().isPresent()) {
            typed.clear();
            from = Math.min(side, chosen.get().get().sides().size() - 1);
            writing.set(false);
            writing.set(true);
        }
    }

    public void stopWriting() {
        typed.clear();
        writing.set(false);
    }

    /// What stands in the field of a row.
    public String text(Conflict.Row row) {
        return typed.getOrDefault(row.property().name(), unchanged(row));
    }

    private String unchanged(Conflict.Row row) {
        return row.values().get(from).isEmpty() ? "" : row.said().get(from);
    }

    public void type(Conflict.Row row, String text) {
        typed.put(row.property().name(), text);
    }

    /// Whether a row can be written: not what is calculated, nor lists in lists.
    public static boolean isWritable(Conflict.Row row) {
        Schema.Property property = row.property();
        return !property.calculated()
                && row.values().stream()
                        .flatMap(Optional::stream)
                        .noneMatch(Value.Rows.class::isInstance)
                && switch (property.type()) {
                    case NONE, IMAGE -> false;
                    default -> true;
                };
    }

    /// Settles with what was written.
    public void keep() {
        Optional<Conflict> conflict = chosen.get().filter(_ -> writing.get() && !busy.get());
        if (conflict.isEmpty()) {
            return;
        }
        Conflict c = conflict.get();
        var problems = new ArrayList<Problem>();
        Values entered = Values.NONE;
        for (Conflict.Row row : c.rows()) {
            String text = text(row);
            if (!text.equals(unchanged(row))) {
                switch (Entered.of(row.property(), text)) {
                    case Outcome.Done<Value>(Value value) ->
                            entered = entered.with(row.property().name(), value);
                    case Outcome.Failed<Value>(List<Problem> why) -> problems.addAll(why);
                }
            }
        }
        if (!problems.isEmpty()) {
            refused.set(problems);
            return;
        }
        Values third = entered;
        FactId side = c.sides().get(from).id();
        String words = texts.of("settle.done.third", c.title(), whose(c));
        run(c, words, () -> acts.write(c, side, third));
    }
}
