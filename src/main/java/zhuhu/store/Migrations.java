package zhuhu.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// The numbered scripts that bring a file from any older version to the newest, each in one
/// transaction, after a copy of the whole file.
final class Migrations {

    /// Marks a workspace among all SQLite files: "ZHUH".
    static final int APPLICATION = 0x5A485548;

    private static final int LATEST = 6;

    private final List<String> scripts;

    /// `scripts`: the first brings version 0, an empty file, to version 1.
    Migrations(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    /// Those shipped with the program.
    static Migrations shipped() {
        return new Migrations(
                IntStream.rangeClosed(1, LATEST).mapToObj(Migrations::script).toList());
    }

    List<String> scripts() {
        return scripts;
    }

    int latest() {
        return scripts.size();
    }

    static int version(Database database) {
        return (int) database.number("PRAGMA user_version");
    }

    /// Brings the file to the newest version.
    void apply(Database database, Path file) throws IOException {
        int version = version(database);
        if (version > 0 && version < latest()) {
            copy(database, file, version);
        }
        for (int next = version + 1; next <= latest(); next++) {
            apply(database, next);
        }
    }

    private void apply(Database database, int version) {
        database.begin();
        try {
            for (String statement : scripts.get(version - 1).split(";\\s*\\R", -1)) {
                if (!statement.isBlank()) {
                    database.execute(statement);
                }
            }
            database.execute("PRAGMA application_id = " + APPLICATION);
            database.execute("PRAGMA user_version = " + version);
        } catch (StoreException e) {
            database.rollback();
            throw e;
        }
        database.commit();
    }

    /// Where the file of version `version` is kept before it is changed.
    static Path copyOf(Path file, int version) {
        return file.resolveSibling(file.getFileName() + ".v" + version);
    }

    private static void copy(Database database, Path file, int version) throws IOException {
        Path copy = copyOf(file, version);
        Files.deleteIfExists(copy);
        // Reason: the driver's own `backup to` writes plain text; this stays encrypted.
        database.run("VACUUM INTO ?", copy.toString());
    }

    private static String script(int version) {
        String name = "%03d.sql".formatted(version);
        try (InputStream stream =
                Objects.requireNonNull(Migrations.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
