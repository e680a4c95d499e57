package zhuhu.store;

import java.util.Optional;

/// How the columns of templates were mapped, by the hash of their header. Rows are only ever added;
/// the newest holds.
final class TemplateMaps {

    private final Database database;

    TemplateMaps(Database database) {
        this.database = database;
    }

    Optional<String> newest(String hash) {
        return database.first(
                "SELECT mapping FROM template_map WHERE hash = ? ORDER BY n DESC LIMIT 1",
                row -> row.getString(1),
                hash);
    }

    void add(String hash, String mapping, String at, String by) {
        database.run(
                "INSERT INTO template_map (hash, mapping, at, stated_by) VALUES (?,?,?,?)",
                hash,
                mapping,
                at,
                by);
    }
}
