package zhuhu.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What was keyed into the national system, and which columns the rosters had that were read here.
/// Rows are only ever added.
final class Ticks {

    private final Database database;

    Ticks(Database database) {
        this.database = database;
    }

    /// The newest of each key.
    Map<Tick.Key, Tick> newest() {
        var newest = new HashMap<Tick.Key, Tick>();
        database.each(
                "SELECT kind, record, section, property, value, roster, ticked, at, stated_by"
                        + " FROM tick ORDER BY n",
                row -> {
                    var key =
                            new Tick.Key(
                                    Session.record(row, 1),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5));
                    newest.put(
                            key,
                            new Tick(
                                    key,
                                    row.getLong(6),
                                    row.getInt(7) == 1,
                                    row.getString(8),
                                    row.getString(9)));
                });
        return newest;
    }

    void add(Tick tick) {
        database.run(
                "INSERT INTO tick (kind, record, section, property, value, roster, ticked, at,"
                        + " stated_by) VALUES (?,?,?,?,?,?,?,?,?)",
                tick.key().kind().code(),
                Hash.bytes(tick.key().record().id()),
                tick.key().section(),
                tick.key().property(),
                tick.key().value(),
                tick.roster(),
                tick.ticked() ? 1 : 0,
                tick.at(),
                tick.by());
    }

    /// By package: `kind.section.property`.
    Map<String, Set<String>> columns() {
        var columns = new HashMap<String, Set<String>>();
        database.each(
                "SELECT package, kind || '.' || section || '.' || property FROM roster_column",
                row ->
                        columns.computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                                .add(row.getString(2)));
        return columns;
    }

    void column(String packageId, String kind, String section, String property) {
        database.run(
                "INSERT OR IGNORE INTO roster_column (package, kind, section, property)"
                        + " VALUES (?,?,?,?)",
                packageId,
                kind,
                section,
                property);
    }
}
