package zhuhu.store;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import zhuhu.form.CompiledForm;
import zhuhu.pack.Pack;

/// The pack that a workspace carries, and every version of a form that was ever loaded.
final class PackFiles {

    private final Database database;

    PackFiles(Database database) {
        this.database = database;
    }

    /// The carried files become those of `pack`.
    void replace(Pack pack) {
        pack.forms().forEach(this::keep);
        database.run("DELETE FROM pack_file");
        pack.files()
                .forEach((path, bytes) ->
                        database.run(
                                "INSERT INTO pack_file (path, bytes) VALUES (?,?)", path, bytes));
    }

    private void keep(CompiledForm form) {
        Optional<String> known = formHash(form.id(), form.version());
        if (known.isPresent() && !known.get().equals(form.hash())) {
            throw new IllegalArgumentException(
                    "Version %s of form %s is known with other content"
                            .formatted(form.version(), form.id()));
        }
        database.run(
                "INSERT OR IGNORE INTO form (id, version, hash, xform) VALUES (?,?,?,?)",
                form.id(),
                form.version(),
                form.hash(),
                form.xform());
    }

    Optional<String> formHash(String id, String version) {
        return database.first(
                "SELECT hash FROM form WHERE id = ? AND version = ?",
                row -> row.getString(1),
                id,
                version);
    }

    SortedMap<String, byte[]> read() {
        var files = new TreeMap<String, byte[]>();
        database.each(
                "SELECT path, bytes FROM pack_file",
                row -> files.put(row.getString(1), row.getBytes(2)));
        return files;
    }
}
