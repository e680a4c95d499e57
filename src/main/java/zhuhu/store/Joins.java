package zhuhu.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import zhuhu.record.Classes;
import zhuhu.record.Kind;
import zhuhu.record.Link;
import zhuhu.record.RecordId;

/// Which records of the file are one, and which rows follow from it. Shape: what is remembered is
/// what the derived rows were last written from.
///
/// Reason: almost every file has no link, and most others a handful, so all are held in memory, and
/// a file without any pays one look at an empty table.
final class Joins {

    private final Database database;
    private final States states;
    private final Map<RecordId, Link> links = new HashMap<>();
    private final Map<String, String> translated = new HashMap<>();
    private Classes classes = Classes.NONE;
    private boolean read;

    Joins(Database database, States states) {
        this.database = database;
        this.states = states;
    }

    /// Which records are one.
    Classes classes(Layout layout) {
        if (!read) {
            read(layout);
        }
        return classes;
    }

    /// After a transaction was undone.
    void forget() {
        read = false;
    }

    /// Reads the links that the table of links has rows of.
    void read(Layout layout) {
        links.clear();
        read = true;
        var numbers = new ArrayList<Long>();
        if (database.number("SELECT count(*) FROM sqlite_master WHERE name = 'link'") > 0) {
            database.each("SELECT record_no FROM link", row -> numbers.add(row.getLong(1)));
        }
        states.each(numbers, state -> answered(state, layout));
        use(Classes.of(links.values(), this::isKnown));
    }

    private void answered(RecordState state, Layout layout) {
        Optional<Link> link =
                Link.read(state.id(), state.section(Link.SECTION, layout).shown())
                        .filter(Link::same);
        link.ifPresentOrElse(same -> links.put(state.id(), same), () -> links.remove(state.id()));
    }

    private void use(Classes changed) {
        classes = changed;
        translated.clear();
        for (RecordId record : changed.joined()) {
            if (!changed.of(record).equals(record)) {
                translated.put(record.text(), changed.of(record).text());
            }
        }
    }

    private boolean isKnown(RecordId record) {
        return database.number(
                        "SELECT count(*) FROM record WHERE uuid = ? AND kind = ?",
                        Hash.bytes(record.id()),
                        record.kind().code())
                > 0;
    }

    /// The states whose rows have to be written when these changed: of each class one, and what
    /// names a record whose class goes by another id now. Facts must have been written.
    Collection<RecordState> rows(List<RecordState> changed, Layout layout) {
        boolean linked = changed.stream().anyMatch(s -> s.id().kind() == Kind.LINK);
        if (!linked && classes(layout).isEmpty()) {
            return changed;
        }
        Classes before = classes(layout);
        changed.stream().filter(s -> s.id().kind() == Kind.LINK).forEach(s -> answered(s, layout));
        if (linked || changed.stream().anyMatch(s -> s.fresh() && before.joins(s.id()))) {
            use(Classes.of(links.values(), this::isKnown));
        }
        var rows = new Rows(changed);
        changed.forEach(s -> rows.add(s.id()));
        Set<RecordId> moved = moved(before, classes);
        moved.forEach(rows::add);
        var stale = new HashSet<RecordId>();
        moved.stream()
                .filter(r -> !before.of(r).equals(classes.of(r)))
                .forEach(r -> stale.add(before.of(r)));
        for (RecordId id : stale) {
            naming(id, layout).forEach(rows::add);
        }
        return rows.whole.values();
    }

    private static Set<RecordId> moved(Classes before, Classes after) {
        var moved = new TreeSet<>(before.joined());
        moved.addAll(after.joined());
        moved.removeIf(r ->
                before.of(r).equals(after.of(r)) && before.members(r).equals(after.members(r)));
        return moved;
    }

    /// Records whose rows name `id`.
    private List<RecordId> naming(RecordId id, Layout layout) {
        var naming = new ArrayList<RecordId>();
        for (Kind kind : Kind.values()) {
            DerivedTable table = layout.table(kind);
            for (String column : table.references()) {
                database.each(
                        "SELECT r.kind, r.uuid FROM \"%s\" t JOIN record r ON r.n = t.record_no WHERE t.\"%s\" = ?"
                                .formatted(table.name(), column),
                        row -> naming.add(Session.record(row, 1)),
                        id.text());
            }
        }
        return naming;
    }

    /// States by class, each once.
    private final class Rows {

        private final Map<RecordId, RecordState> changed = new HashMap<>();
        private final Map<RecordId, RecordState> whole = new LinkedHashMap<>();

        Rows(List<RecordState> changed) {
            changed.forEach(s -> this.changed.put(s.id(), s));
        }

        void add(RecordId record) {
            RecordId id = classes.of(record);
            if (whole.containsKey(id)) {
                return;
            }
            var parts = new ArrayList<RecordState>();
            for (RecordId member : classes.members(record)) {
                RecordState mine = changed.get(member);
                Optional.ofNullable(mine).or(() -> states.of(member)).ifPresent(parts::add);
            }
            if (!parts.isEmpty()) {
                whole.put(id, whole(parts));
            }
        }
    }

    private static RecordState whole(List<RecordState> parts) {
        return parts.size() == 1 ? parts.getFirst() : RecordState.joined(parts);
    }

    /// All that is known of the class of a record; empty if nothing is.
    Optional<RecordState> whole(RecordId record) {
        if (!classes.joins(record)) {
            return states.of(record);
        }
        List<RecordState> parts =
                classes.members(record).stream().flatMap(m -> states.of(m).stream()).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(whole(parts));
    }

    /// Every class of a kind once, in the order of ids.
    void each(Kind kind, Consumer<RecordState> sink) {
        states.each(
                kind,
                state -> {
                    if (!classes.joins(state.id())) {
                        sink.accept(state);
                    } else if (classes.of(state.id()).equals(state.id())) {
                        whole(state.id()).ifPresent(sink);
                    }
                });
    }

    /// Puts the ids of classes where a row names members.
    void translate(DerivedTable table, @Nullable Object[] row) {
        if (!translated.isEmpty()) {
            for (int place : table.referencePlaces()) {
                if (row[place] instanceof String text) {
                    row[place] = translate(text);
                }
            }
        }
    }

    String translate(String uuid) {
        return translated.getOrDefault(uuid, uuid);
    }

    /// Where a member is meant, its class is.
    Object[] translate(Object[] args) {
        if (translated.isEmpty()) {
            return args;
        }
        var changed = args.clone();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] instanceof String text) {
                changed[i] = translate(text);
            }
        }
        return changed;
    }
}
