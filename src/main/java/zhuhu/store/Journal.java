package zhuhu.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zhuhu.store.Workspace.PackageRow;

/// What came and went, what was set, what was done.
final class Journal {

    private final Database database;

    Journal(Database database) {
        this.database = database;
    }

    void put(PackageRow row) {
        database.run(
                "INSERT INTO package (id, direction, type, file, date, at, stated_by, note)"
                        + " VALUES (?,?,?,?,?,?,?,?)",
                row.id(),
                row.direction(),
                row.type(),
                row.file(),
                row.date(),
                row.at(),
                row.by(),
                row.note());
    }

    /// Oldest first.
    List<PackageRow> packages() {
        var all = new ArrayList<PackageRow>();
        database.each(
                "SELECT id, direction, type, file, date, at, stated_by, note FROM package"
                        + " ORDER BY n",
                row ->
                        all.add(
                                new PackageRow(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8))));
        return all;
    }

    void setting(String key, String value) {
        database.run("INSERT OR REPLACE INTO setting (key, value) VALUES (?,?)", key, value);
    }

    Optional<String> setting(String key) {
        return database.first(
                "SELECT value FROM setting WHERE key = ?", row -> row.getString(1), key);
    }
}
