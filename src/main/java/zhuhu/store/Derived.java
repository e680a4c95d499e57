package zhuhu.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Section;

/// Keeps the derived tables and the table of numbers in step with the facts.
final class Derived {

    private final Database database;
    private final Layout layout;
    private final Joins joins;
    private final Map<String, Batch> inserts = new HashMap<>();
    private final Batch numbers;

    Derived(Database database, Layout layout, Joins joins) {
        this.database = database;
        this.layout = layout;
        this.joins = joins;
        numbers =
                new Batch(
                        database,
                        "INSERT INTO number (type, number, record, current) VALUES (?,?,?,?)");
    }

    /// Writes the rows of these records anew.
    void update(Collection<RecordState> states) {
        for (RecordState state : states) {
            state.parts().stream().filter(part -> !part.fresh()).forEach(this::delete);
            insert(state);
        }
        flush();
    }

    private void delete(RecordState state) {
        RecordId id = state.id();
        database.run(
                "DELETE FROM \"%s\" WHERE record_no = ?".formatted(layout.table(id.kind()).name()),
                state.n());
        for (DerivedTable table : layout.yearly(id.kind())) {
            database.run(
                    "DELETE FROM \"%s\" WHERE \"%s\" = ?".formatted(table.name(), id.kind().code()),
                    id.text());
        }
        database.run("DELETE FROM number WHERE record = ?", state.n());
    }

    /// Writes the rows of a record that has none.
    void insert(RecordState state) {
        SortedMap<String, Section> sections = state.sections(layout);
        if (sections.isEmpty()) {
            return;
        }
        DerivedTable table = layout.table(state.id().kind());
        insert(table, table.row(state, sections));
        for (DerivedTable years : layout.yearly(state.id().kind())) {
            insertYears(years, state, sections);
        }
        state.parts().forEach(part -> insertNumbers(part, sections));
    }

    /// Reason: a roster lists each number for itself, so each member of a class keeps its own.
    private void insertNumbers(RecordState state, SortedMap<String, Section> sections) {
        Numbers.of(state, sections)
                .forEach((type, found) ->
                        found.forEach((number, current) ->
                                numbers.add(type, number, state.n(), current ? 1 : 0)));
    }

    private void insertYears(
            DerivedTable table, RecordState state, SortedMap<String, Section> sections) {
        String section = table.places().keySet().iterator().next();
        // Reason: '@' and 'A' are neighbours, so this is exactly the names that begin with NAME@.
        sections.subMap(section + "@", section + "A")
                .forEach((name, value) -> {
                    @Nullable Object[] row = table.row(state, name, value);
                    if (row != null) {
                        insert(table, row);
                    }
                });
    }

    private void insert(DerivedTable table, @Nullable Object[] row) {
        joins.translate(table, row);
        inserts.computeIfAbsent(table.name(), _ -> new Batch(database, table.insert())).add(row);
    }

    void flush() {
        inserts.values().forEach(Batch::flush);
        numbers.flush();
    }

    /// Throws the tables of these kinds away, makes them as the layout says, and fills them.
    void remake(Collection<Kind> kinds) {
        database.forgetStatements();
        // Reason: the rows of the other kinds follow from what the links say.
        if (kinds.contains(Kind.LINK)) {
            remake(Kind.LINK);
            joins.read(layout);
        }
        kinds.stream().filter(kind -> kind != Kind.LINK).forEach(this::remake);
    }

    private void remake(Kind kind) {
        drop(kind);
        layout.all(kind).forEach(table -> table.create().forEach(database::execute));
        database.run(
                "DELETE FROM number WHERE record IN (SELECT n FROM record WHERE kind = ?)",
                kind.code());
        database.run(
                "INSERT OR REPLACE INTO layout (kind, fingerprint) VALUES (?,?)",
                kind.code(),
                layout.fingerprint(kind));
        joins.each(kind, this::insert);
        flush();
    }

    private void drop(Kind kind) {
        List<String> names = new ArrayList<>();
        database.each(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
                        + " AND (name = ?1 OR substr(name, 1, length(?1) + 1) = ?1 || '_')",
                row -> names.add(row.getString(1)),
                kind.code());
        names.forEach(name -> database.execute("DROP TABLE \"%s\"".formatted(name)));
    }

    /// Kinds whose tables in the file were made for another layout, or not at all.
    List<Kind> outdated() {
        var made = new HashMap<String, String>();
        database.each(
                "SELECT kind, fingerprint FROM layout",
                row -> made.put(row.getString(1), row.getString(2)));
        var outdated = new ArrayList<Kind>();
        for (Kind kind : Kind.values()) {
            if (!layout.fingerprint(kind).equals(made.get(kind.code()))) {
                outdated.add(kind);
            }
        }
        return outdated;
    }
}
