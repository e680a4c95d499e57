package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
        int half = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path file = Files.copy(empty, folder.resolve("killed-" + kill + ".zhuhu"));
            killed(file, random.nextInt(5000));
            half += isEmpty(file) ? 0 : 1;
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
        System.err.println(KILLS + " kills, of which " + half + " after a file was in");
    }

    /// Kills a program of its own some time after it has opened the file.
    private void killed(Path file, int milliseconds) throws IOException, InterruptedException {
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
        if (!child.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            assertThat(child.toHandle().destroyForcibly()).isTrue();
        }
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean isEmpty(Path file) {
        try (Workspace workspace = open(file)) {
            return workspace.arrivals().isEmpty();
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
