package zhuhu.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;

/// Whole workspaces copied, put back, and given another passphrase. Each way writes a neighbour
/// `NAME.part` first, checks it by opening it, forces it to disk and moves it; until that move
/// nothing has changed, whenever the program ends. Takes as long as the file is large.
///
/// Reason: `PRAGMA rekey` rewrites a file in place, so it is only ever done to such a part.
public final class Copies {

    /// What is being done now.
    public enum Step {
        COPY,
        CHECK,
        MOVE
    }

    /// Settings that say which workspace a file is a copy of, and when it was last copied.
    static final String IDENTITY = "workspace";

    static final String LAST_BACKUP = "last_backup";

    /// A name that this program proposes for a copy: with the day, and so free to be renewed.
    private static final Pattern DATED = Pattern.compile(".*\\d{4}-\\d{2}-\\d{2}.*\\.zhuhu");

    private final Consumer<Step> steps;
    private final Migrations migrations;
    private final Function<SortedMap<String, byte[]>, Outcome<Pack>> packs;

    /// `steps` is told what is being done, on the caller's thread.
    public Copies(Consumer<Step> steps) {
        this(steps, Migrations.shipped(), PackReader::read);
    }

    Copies(
            Consumer<Step> steps,
            Migrations migrations,
            Function<SortedMap<String, byte[]>, Outcome<Pack>> packs) {
        this.steps = steps;
        this.migrations = migrations;
        this.packs = packs;
    }

    /// A copy that was written and checked. Shape: `bytes` of the file.
    public record Copied(Path file, long bytes) {}

    /// Copies an open workspace to `out` and notes `at` (ISO local date-time) as its last backup. A
    /// file that stands there is refused, unless its name carries a day and it is an untouched copy
    /// of this very workspace.
    public Outcome<Copied> backup(Workspace workspace, Path out, String at) {
        Path target = out.toAbsolutePath().normalize();
        if (!String.valueOf(target.getFileName()).endsWith(".zhuhu")) {
            return Outcome.failed(Problem.of("copyName", name(target)));
        }
        if (Files.exists(target) && !isOlderCopy(target, workspace)) {
            return Outcome.failed(Problem.of("copyExists", name(target)));
        }
        identify(workspace);
        Part part = Part.of(target);
        try {
            part.clear();
            part.probe();
            steps.accept(Step.COPY);
            workspace.database().run("VACUUM INTO ?", part.path().toString());
            steps.accept(Step.CHECK);
            if (!counts(part.path(), workspace.passphrase()).equals(counts(workspace.database()))) {
                return Outcome.failed(Problem.of("copyUnsound", name(target)));
            }
            steps.accept(Step.MOVE);
            part.moveOver();
            RecoveryFile.beside(target).follow(workspace.setting(RecoveryFile.SETTING));
            workspace.write(writer -> {
                writer.setting(LAST_BACKUP, at);
                return at;
            });
            return Outcome.done(new Copied(target, Files.size(target)));
        } catch (StoreException e) {
            return Outcome.failed(Trouble.of(target, e));
        } catch (SQLException e) {
            return Outcome.failed(Problem.of("copyUnsound", name(target)));
        } catch (IOException e) {
            return Outcome.failed(Trouble.of(target, e));
        } finally {
            part.drop();
        }
    }

    /// Puts a copy back as `out`, after checking all of it. The copy is only read, so it may lie on
    /// a medium that cannot be written; `out` must not be there yet.
    public Outcome<Copied> restore(Path copy, Passphrase passphrase, Path out) {
        Path target = out.toAbsolutePath().normalize();
        if (!Files.isRegularFile(copy)) {
            return Outcome.failed(Problem.of("storeMissing", copy));
        }
        if (Files.exists(target)) {
            return Outcome.failed(Problem.of("storeExists", name(target)));
        }
        Part part = Part.of(target);
        try {
            part.clear();
            steps.accept(Step.COPY);
            part.fill(copy);
            steps.accept(Step.CHECK);
            Outcome<String> sealed = sound(part.path(), passphrase);
            if (sealed instanceof Outcome.Failed<String>(List<Problem> problems)) {
                return Outcome.failed(named(problems, part.path(), copy));
            }
            steps.accept(Step.MOVE);
            part.move();
            if (sealed instanceof Outcome.Done<String>(String text) && !text.isEmpty()) {
                RecoveryFile.beside(target).put(text);
            }
            return Outcome.done(new Copied(target, Files.size(target)));
        } catch (IOException e) {
            return Outcome.failed(Trouble.of(target, e));
        } finally {
            part.drop();
        }
    }

    /// Gives a closed workspace another passphrase. A slip made for the old one is void from then
    /// on. Shape: the value tells whether there was such a slip.
    public Outcome<Boolean> rekey(Path file, Passphrase old, Passphrase fresh) {
        if (old.isSame(fresh)) {
            return Outcome.failed(Problem.of("rekeySame"));
        }
        return switch (Workspace.open(new StoreFile(file, old, migrations, packs))) {
            case Outcome.Failed<Workspace>(List<Problem> problems) -> Outcome.failed(problems);
            case Outcome.Done<Workspace>(Workspace workspace) -> {
                Part part = Part.of(workspace.file());
                try {
                    yield rekey(workspace, part, old, fresh);
                } catch (StoreException e) {
                    yield Outcome.failed(Trouble.of(workspace.file(), e));
                } catch (SQLException e) {
                    yield Outcome.failed(Problem.of("copyUnsound", name(workspace.file())));
                } catch (IOException e) {
                    yield Outcome.failed(Trouble.of(workspace.file(), e));
                } finally {
                    part.drop();
                    workspace.close();
                }
            }
        };
    }

    private Outcome<Boolean> rekey(Workspace workspace, Part part, Passphrase old, Passphrase fresh)
            throws IOException, SQLException {
        Path file = workspace.file();
        boolean slip =
                workspace.setting(RecoveryFile.SETTING).filter(s -> !s.isEmpty()).isPresent();
        part.clear();
        steps.accept(Step.COPY);
        workspace.database().run("VACUUM INTO ?", part.path().toString());
        // Reason: what the copy says of its slip goes with the old passphrase.
        Database copy = Database.open(part.path(), old);
        try (copy) {
            copy.run("UPDATE setting SET value = '' WHERE key = ?", RecoveryFile.SETTING);
            copy.rekey(fresh);
        }
        steps.accept(Step.CHECK);
        if (!counts(part.path(), fresh).equals(counts(workspace.database()))) {
            return Outcome.failed(Problem.of("copyUnsound", name(file)));
        }
        part.force();
        workspace.database().execute("PRAGMA wal_checkpoint(TRUNCATE)");
        workspace.database().close();
        // Reason: a log left of the old file would be played into the new one.
        if (Files.exists(Part.log(file))) {
            return Outcome.failed(Problem.of("rekeyLog", name(file)));
        }
        steps.accept(Step.MOVE);
        part.moveOver();
        RecoveryFile.beside(file).drop();
        return Outcome.done(slip);
    }

    /// Rows of every table, after every page was read and found whole.
    private static Map<String, Long> counts(Path file, Passphrase passphrase) throws SQLException {
        try (Database database = Database.open(file, passphrase)) {
            database.execute("PRAGMA query_only = ON");
            boolean whole =
                    database.first("PRAGMA integrity_check", row -> row.getString(1))
                            .filter("ok"::equals)
                            .isPresent();
            return whole ? counts(database) : Map.of();
        }
    }

    private static Map<String, Long> counts(Database database) {
        var names = new HashMap<String, Long>();
        names.put("", database.number("PRAGMA application_id"));
        names.put(" ", database.number("PRAGMA user_version"));
        database.each(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
                        + " AND sql NOT LIKE 'CREATE VIRTUAL%'",
                row -> names.put(row.getString(1), 0L));
        names.replaceAll((name, value) ->
                name.isBlank() ? value : database.number("SELECT count(*) FROM \"" + name + "\""));
        return names;
    }

    /// The sealed passphrase that the copy carries ("" for none), if all of it is as it should be.
    private Outcome<String> sound(Path part, Passphrase passphrase) {
        return Workspace.open(new StoreFile(part, passphrase, migrations, packs))
                .then(workspace -> {
                    try (workspace) {
                        List<Problem> problems = workspace.verify();
                        return problems.isEmpty()
                                ? Outcome.done(workspace.setting(RecoveryFile.SETTING).orElse(""))
                                : Outcome.failed(problems);
                    }
                });
    }

    private boolean isOlderCopy(Path file, Workspace workspace) {
        if (!DATED.matcher(name(file)).matches() || Hold.isHere(file)) {
            return false;
        }
        try (Database database = Database.open(file, workspace.passphrase())) {
            database.execute("PRAGMA query_only = ON");
            // Reason: whoever works in a copy opens it, and that turns its log on.
            boolean untouched =
                    database.first("PRAGMA journal_mode", row -> row.getString(1))
                            .filter("delete"::equals)
                            .isPresent();
            return untouched
                    && workspace.setting(IDENTITY).equals(new Journal(database).setting(IDENTITY));
        } catch (SQLException | StoreException e) {
            // Reason: another passphrase, or no workspace: not ours to replace.
            return false;
        }
    }

    private static void identify(Workspace workspace) {
        if (workspace.setting(IDENTITY).isEmpty()) {
            String fresh = UUID.randomUUID().toString();
            workspace.write(writer -> {
                writer.setting(IDENTITY, fresh);
                return fresh;
            });
        }
    }

    /// Words about the part are words about the copy that it was made from.
    private static List<Problem> named(List<Problem> problems, Path part, Path copy) {
        return problems.stream()
                .map(p ->
                        new Problem(
                                p.code(),
                                p.key(),
                                p.args().stream()
                                        .map(a -> a.equals(name(part)) ? name(copy) : a)
                                        .toList(),
                                p.place()))
                .toList();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
