package zhuhu.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.pack.Pack;

/// Makes and opens workspace files, and says in words why one cannot be opened. A file that is
/// refused stays as it was, byte for byte.
final class StoreFile {

    private final Path file;
    private final Passphrase passphrase;
    private final Migrations migrations;
    private final Function<SortedMap<String, byte[]>, Outcome<Pack>> packs;

    /// `packs` reads a pack from the files that the workspace carries.
    StoreFile(
            Path file,
            Passphrase passphrase,
            Migrations migrations,
            Function<SortedMap<String, byte[]>, Outcome<Pack>> packs) {
        this.file = real(file);
        this.passphrase = passphrase;
        this.migrations = migrations;
        this.packs = packs;
    }

    /// An open file: its hold, its connection, and what it carries.
    record Open(Path file, Hold hold, Session session, Passphrase passphrase) {}

    /// The two ways of getting a session out of a database that is open and held.
    private interface Start {
        Outcome<Session> from(Database database) throws IOException;
    }

    Outcome<Open> create(Pack pack, boolean training) {
        try {
            if (Files.exists(file)) {
                return Outcome.failed(Problem.of("storeExists", name()));
            }
            if (!Files.isDirectory(folder())) {
                return Outcome.failed(Problem.of("storeNoFolder", folder()));
            }
            return held(database -> Outcome.done(begin(database, pack, training)), true);
        } catch (IOException e) {
            return Outcome.failed(problem(e));
        }
    }

    Outcome<Open> open() {
        try {
            if (!Files.exists(file)) {
                return Outcome.failed(Problem.of("storeMissing", file));
            }
            if (Hold.isHere(file)) {
                return Outcome.failed(Hold.heldHere(file));
            }
            Optional<Problem> look = look();
            return look.isPresent() ? Outcome.failed(look.get()) : held(this::resume, false);
        } catch (IOException e) {
            return Outcome.failed(problem(e));
        }
    }

    private Outcome<Open> held(Start start, boolean fresh) throws IOException {
        return switch (Hold.take(file)) {
            case Outcome.Failed<Hold>(var problems) -> Outcome.failed(problems);
            case Outcome.Done<Hold>(Hold hold) -> {
                if (fresh) {
                    Files.createFile(file);
                }
                Outcome<Open> opened = opened(hold, start);
                if (opened instanceof Outcome.Failed) {
                    hold.close();
                }
                yield opened;
            }
        };
    }

    private Outcome<Open> opened(Hold hold, Start start) {
        NativeLibrary.prepare();
        Database database = null;
        boolean done = false;
        try {
            database = Database.open(file, passphrase);
            Outcome<Session> session = start.from(database);
            done = session instanceof Outcome.Done;
            return session.map(s -> new Open(file, hold, s, passphrase));
        } catch (SQLException e) {
            return Outcome.failed(Database.problem(file, e));
        } catch (StoreException e) {
            return Outcome.failed(e.problem());
        } catch (IOException e) {
            return Outcome.failed(problem(e));
        } finally {
            close(done ? null : database);
        }
    }

    private static void close(@Nullable Database database) {
        if (database != null) {
            database.close();
        }
    }

    private Session begin(Database database, Pack pack, boolean training) throws IOException {
        database.execute("PRAGMA journal_mode = WAL");
        migrations.apply(database, file);
        var session = new Session(database, pack);
        return session.transaction(
                transaction -> {
                    transaction.pack(pack);
                    transaction.setting("training", training ? "1" : "0");
                    return session;
                },
                true);
    }

    private Outcome<Session> resume(Database database) throws IOException {
        if (database.number("PRAGMA application_id") != Migrations.APPLICATION) {
            return Outcome.failed(Problem.of("storeNotWorkspace", name()));
        }
        int version = Migrations.version(database);
        if (version > migrations.latest()) {
            return Outcome.failed(Problem.of("storeNewer", name(), version, migrations.latest()));
        }
        // Reason: a copy that is opened where it lies has no log yet.
        database.execute("PRAGMA journal_mode = WAL");
        migrations.apply(database, file);
        follow(database);
        return packs.apply(new PackFiles(database).read())
                .map(pack -> {
                    var session = new Session(database, pack);
                    session.refresh();
                    return session;
                });
    }

    /// Brings back what a slip opens, where the file was copied without it.
    private void follow(Database database) {
        try {
            RecoveryFile.beside(file).follow(new Journal(database).setting(RecoveryFile.SETTING));
        } catch (IOException e) {
            // Reason: the file opens all the same; the next opening tries again.
            return;
        }
    }

    /// What can be seen without the key: an encrypted file looks like chance, in whole pages.
    private Optional<Problem> look() throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) < Database.PAGE) {
            return Optional.of(Problem.of("storeNotWorkspace", name()));
        }
        byte[] page;
        try (InputStream stream = Files.newInputStream(file)) {
            page = stream.readNBytes(Database.PAGE);
        }
        if (!looksLikeChance(page)) {
            return Optional.of(Problem.of("storeNotWorkspace", name()));
        }
        return Files.size(file) % Database.PAGE == 0
                ? Optional.empty()
                : Optional.of(Problem.of("storeDamaged", name()));
    }

    /// Of 256 byte values a random page lacks none or one; text, archives' heads and plain
    /// databases lack many, or begin in a known way.
    private static boolean looksLikeChance(byte[] page) {
        boolean archive = page[0] == 'P' && page[1] == 'K' && page[2] < 9 && page[3] < 10;
        byte[] plain = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);
        var seen = new boolean[256];
        int kinds = 0;
        for (byte b : page) {
            if (!seen[b & 0xFF]) {
                seen[b & 0xFF] = true;
                kinds++;
            }
        }
        return !archive && !Arrays.equals(page, 0, 15, plain, 0, 15) && kinds > 200;
    }

    private Problem problem(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return Problem.of("storeExists", name());
        }
        if (Trouble.isReadOnly(e)) {
            return Problem.of("storeReadOnly", name(), folder());
        }
        return e instanceof AccessDeniedException
                ? Problem.of("storeNoAccess", folder())
                : Problem.of("storeFailed", name(), e.toString());
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }

    private Path folder() {
        return file.resolveSibling("").toAbsolutePath();
    }

    /// One path for one file, however it was named; a file that is not there has a real folder.
    private static Path real(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            try {
                return absolute.resolveSibling(".").toRealPath().resolve(absolute.getFileName());
            } catch (IOException f) {
                return absolute;
            }
        }
    }
}
