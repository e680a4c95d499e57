package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.flow.Workspaces;
import zhuhu.record.FactId;
import zhuhu.store.Arrival;
import zhuhu.store.Workspace;

/// A merge that is killed at any moment, and run again, ends as if it had never been killed.
/// `-Dzhuhu.kills=50` kills as often as that; `-Dzhuhu.seed=N` at other moments.
final class MergeKillTest {

    private static final int KILLS = Integer.getInteger("zhuhu.kills", 3);
    private static final long SEED = Long.getLong("zhuhu.seed", 20170306L);

    @TempDir Path folder;
    private Path books = Path.of("");
    private Path empty = Path.of("");

    @BeforeEach
    void villagesHandIn() throws IOException {
        Path sample = folder.resolve("sample");
        run(0, "sample", sample, "--villages", 3, "--households", 8, "--seed", 3);
        books = Files.createDirectory(folder.resolve("books"));
        empty = folder.resolve("empty.zhuhu");
        run(0, "new", empty, "--pack", "qianxinan-2017", "--training");
        Path all = Files.copy(empty, folder.resolve("all.zhuhu"));
        try (Stream<Path> rosters = Files.list(sample.resolve("rosters"))) {
            for (Path roster : rosters.sorted().toList()) {
                Cli.PLAIN.run("import", roster, "--into", all);
                run(0, "export", all, "--out", books.resolve(roster.getFileName()));
            }
        }
    }

    private static void run(int status, Object... words) {
        Cli.Ran ran = Cli.PLAIN.run(words);
        assertThat(ran.status()).as(ran.toString()).isEqualTo(status);
    }

    @Test
    void aMergeThatWasKilledAndRunAgainIsAsIfNeverKilled() throws Exception {
        Path whole = Files.copy(empty, folder.resolve("whole.zhuhu"));
        run(0, "merge", books, "--into", whole);
        String dump = Cli.PLAIN.run("dump", whole).out();
        var random = new Random(SEED);
        // Reason: moments are drawn from the time that a merge takes here, so that they fall evenly
        // before, in and after the files.
        int takes =
                (int) killed(Files.copy(empty, folder.resolve("timed.zhuhu")), Integer.MAX_VALUE);
        var filesIn = new TreeMap<Integer, Integer>();
        int journals = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path file = Files.copy(empty, folder.resolve("killed-" + kill + ".zhuhu"));
            assertThat(killed(file, random.nextInt(takes))).isNotNegative();
            journals += leftJournal(file) ? 1 : 0;
            filesIn.merge(arrivals(file), 1, Integer::sum);
            run(0, "merge", books, "--into", file);
            assertThat(Cli.PLAIN.run("dump", file).out())
                    .as("seed %d, kill %d", SEED, kill)
                    .isEqualTo(dump);
            try (Workspace one = open(whole);
                    Workspace other = open(file)) {
                assertThat(other.verify()).as("seed %d, kill %d", SEED, kill).isEmpty();
                assertThat(brought(other)).isEqualTo(brought(one));
            }
        }
        System.err.printf(
                "%d kills within %d ms; files that were in, and kills then: %s; with a"
                        + " journal left behind: %d%n",
                KILLS, takes, filesIn, journals);
    }

    /// Kills a program of its own some time after it has opened the file. Gives the milliseconds
    /// from then to its end.
    private long killed(Path file, int milliseconds) throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx300m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dfile.encoding=UTF-8",
                                "-cp",
                                DayChild.classPath(),
                                Main.class.getName(),
                                "merge",
                                books.toString(),
                                "--into",
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        for (int wait = 0; wait < 6000 && child.isAlive() && !Files.exists(lock); wait++) {
            Thread.sleep(10);
        }
        long opened = System.nanoTime();
        if (!child.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            assertThat(child.toHandle().destroyForcibly()).isTrue();
        }
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - opened);
    }

    /// Whether a journal was left: a transaction was under way, or one had just been committed.
    private static boolean leftJournal(Path file) throws IOException {
        for (String end : List.of("-wal", "-journal")) {
            Path journal = file.resolveSibling(file.getFileName() + end);
            if (Files.exists(journal) && Files.size(journal) > 0) {
                return true;
            }
        }
        return false;
    }

    private static int arrivals(Path file) {
        try (Workspace workspace = open(file)) {
            return workspace.arrivals().size();
        }
    }

    /// What all files together brought, each attestation once.
    private static List<FactId> brought(Workspace workspace) {
        var all = new ArrayList<FactId>();
        for (Arrival arrival : workspace.arrivals()) {
            all.addAll(workspace.brought(arrival.n()));
        }
        assertThat(all).doesNotHaveDuplicates();
        return List.copyOf(new TreeSet<>(all));
    }

    private static Workspace open(Path file) {
        return DayChild.value(Workspaces.open(file, DayChild.PASSPHRASE));
    }
}
