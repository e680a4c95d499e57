package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.flow.Workspaces;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// A day in the village with the program killed again and again: every answer, confirmation,
/// finished visit, correction, roster and backup that was acknowledged is there afterwards, the
/// file is sound, and no half file stands under a name that counts.
///
/// `-Dzhuhu.kills=200` kills as often as that; `-Dzhuhu.seed=N` plays another day. This says
/// nothing about power loss; the second test shows that the first would see an acknowledgement that
/// came too early.
final class KillDayTest {

    private static final int KILLS = Integer.getInteger("zhuhu.kills", 4);
    private static final long SEED = Long.getLong("zhuhu.seed", 20170306L);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void prepare() throws IOException {
        file = folder.resolve("day.zhuhu");
        run(0, "new", file, "--pack", "qianxinan-2017", "--training");
        Files.createDirectory(folder.resolve("rosters"));
        rosters("first", 16, 5);
        for (int i = 0; i < 4; i++) {
            rosters("later" + i, 3, 20 + i);
        }
        try (Stream<Path> all = Files.list(folder.resolve("rosters"))) {
            for (Path roster : all.filter(p -> name(p).startsWith("first")).toList()) {
                run(1, "import", roster, "--into", file);
            }
        }
    }

    private void rosters(String name, int households, int seed) throws IOException {
        Path sample = folder.resolve("sample-" + name);
        run(0, "sample", sample, "--villages", 1, "--households", households, "--seed", seed);
        try (Stream<Path> all = Files.list(sample.resolve("rosters"))) {
            for (Path roster : all.toList()) {
                Files.move(roster, folder.resolve("rosters").resolve(name + "-" + name(roster)));
            }
        }
    }

    private static void run(int status, Object... words) {
        Cli.Ran ran = Cli.PLAIN.run(words);
        assertThat(ran.status()).as(ran.toString()).isEqualTo(status);
    }

    @Test
    void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
        var random = new Random(SEED);
        var acknowledged = new TreeMap<String, Integer>();
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> said = liveAndDie("day", random.nextLong(), random.nextInt(1200));
            said.forEach(act -> acknowledged.merge(act.split(" ", -1)[0], 1, Integer::sum));
            assertThat(lost(said)).as("seed %d, kill %d", SEED, kill).isEmpty();
        }
        System.err.println(KILLS + " kills, acknowledged: " + acknowledged);
        assertThat(acknowledged).containsKey("answer");
    }

    @Test
    void anAcknowledgementBeforeTheActIsFoundOut() throws Exception {
        var random = new Random(SEED);
        var losses = new ArrayList<String>();
        for (int kill = 0; kill < 10 && losses.isEmpty(); kill++) {
            losses.addAll(lost(liveAndDie("boast", random.nextLong(), 0)));
        }
        assertThat(losses).as("seed %d", SEED).isNotEmpty();
    }

    /// What the child acknowledged in the time that it had after its first act.
    private List<String> liveAndDie(String how, long seed, int milliseconds) throws Exception {
        Process child = DayChild.start(how, file, seed);
        var said = new ArrayList<String>();
        try (var out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("open");
            said.add(String.valueOf(out.readLine()));
            assertThat(child.waitFor(milliseconds, TimeUnit.MILLISECONDS))
                    .as("ended by itself after %s", said)
                    .isFalse();
            // Reason: the process itself would close the pipe before its last words are read.
            assertThat(child.toHandle().destroyForcibly()).isTrue();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /// The acknowledged acts of which something is missing.
    private List<String> lost(List<String> said) throws IOException {
        soundFiles();
        try (Workspace workspace = open(file)) {
            return said.stream().filter(line -> !holds(workspace, line.split(" ", -1))).toList();
        }
    }

    /// Whatever stands under a workspace's name is a whole workspace.
    private void soundFiles() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path found : all.filter(p -> name(p).endsWith(".zhuhu")).toList()) {
                try (Workspace workspace = open(found)) {
                    assertThat(workspace.verify()).as(name(found)).isEmpty();
                }
                if (!found.equals(file)) {
                    Files.move(found, found.resolveSibling(name(found) + ".seen"));
                }
            }
        }
    }

    private boolean holds(Workspace workspace, String[] act) {
        return switch (act[0]) {
            case "answer" -> answered(workspace, visit(act[1])) >= Long.parseLong(act[2]);
            case "confirm" ->
                    number(workspace.section(visit(act[1]), "s_arrival").shown().plain("visitors"))
                                    >= Long.parseLong(act[2])
                            || answered(workspace, visit(act[1])) >= Long.parseLong(act[2]);
            case "final" ->
                    workspace
                            .section(visit(act[1]), "finalised")
                            .shown()
                            .plain("finalised")
                            .equals("1");
            case "edit" -> edited(workspace, act[1]) >= Long.parseLong(act[2]);
            case "import" -> DayChild.isRead(workspace, Path.of(act[1]));
            // Reason: nothing was promised; a stranger state of the household may stop a visit.
            case "stopped" -> true;
            case "backup" -> Files.exists(folder.resolve(act[1] + ".seen"));
            default -> throw new AssertionError(act[0]);
        };
    }

    private static RecordId visit(String id) {
        return new RecordId(Kind.VISIT, UUID.fromString(id));
    }

    /// The newest answer that the visit holds, in its draft or in what it confirmed.
    private static long answered(Workspace workspace, RecordId visit) {
        String draft =
                workspace
                        .draft(visit)
                        .map(d -> new String(d.answers(), StandardCharsets.UTF_8))
                        .orElse("");
        String stated =
                workspace.sections(visit).values().stream()
                        .map(s -> s.shown().plain("visitors"))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        int at = draft.indexOf("<visitors>");
        String typed =
                at < 0
                        ? ""
                        : draft.substring(at + "<visitors>".length(), draft.indexOf("</visitors>"));
        return Math.max(number(typed), number(stated));
    }

    private static long edited(Workspace workspace, String household) {
        RecordId id = workspace.recordOf(household).orElseThrow();
        return number("n" + workspace.section(id, "bank").shown().plain("bank_account"));
    }

    private static long number(String text) {
        return text.matches("n\\d+") ? Long.parseLong(text.substring(1)) : -1;
    }

    private static Workspace open(Path file) {
        return DayChild.value(Workspaces.open(file, DayChild.PASSPHRASE));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
