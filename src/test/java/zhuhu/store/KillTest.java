package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is there, whenever the program is killed.
///
/// Reason: this says nothing about power loss. The second test shows that the first one would see
/// an acknowledgement that came too early.
final class KillTest {

    private static final int ROUNDS = 10;
    private static final long SEED = Long.getLong("zhuhu.seed", 20170302L);

    @TempDir Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
        Path file = folder.resolve("村.zhuhu");
        Fixture.create(file).close();
        var random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            int acknowledged = runAndKill("write", file, random.nextInt(300));
            assertThat(lost(file, acknowledged)).as("seed %d, round %d", SEED, round).isZero();
        }
    }

    @Test
    void anAcknowledgementBeforeTheCommitIsFoundOut() throws Exception {
        Path file = folder.resolve("村.zhuhu");
        Fixture.create(file).close();
        var random = new Random(SEED);
        int losses = 0;
        for (int round = 0; round < ROUNDS && losses == 0; round++) {
            int acknowledged = runAndKill("boast", file, random.nextInt(300));
            losses += lost(file, acknowledged);
        }
        assertThat(losses).as("seed %d", SEED).isPositive();
    }

    /// The last act that the child acknowledged in the time that it had.
    private static int runAndKill(String act, Path file, int milliseconds) throws Exception {
        Process child = Child.start(act, file);
        int last = -1;
        try (var out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("open");
            last = Integer.parseInt(out.readLine());
            assertThat(child.waitFor(milliseconds, TimeUnit.MILLISECONDS)).isFalse();
            // Reason: the process itself would close the pipe before its last words are read.
            assertThat(child.toHandle().destroyForcibly()).isTrue();
            last = rest(out, last);
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return last;
    }

    /// What the child wrote between our last reading and its death.
    private static int rest(BufferedReader out, int last) throws IOException {
        int latest = last;
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            latest = Integer.parseInt(line);
        }
        return latest;
    }

    /// How many acknowledged acts are not in the file, or are there in part.
    private static int lost(Path file, int acknowledged) {
        try (Workspace workspace = Fixture.open(file)) {
            int lost = 0;
            for (int i = 0; i <= acknowledged; i++) {
                lost += workspace.exists(Child.household(i)) ? 0 : 1;
            }
            int draft =
                    workspace.draft(Child.VISIT).map(d -> Integer.parseInt(d.shown())).orElse(-1);
            assertThat(workspace.verify()).isEmpty();
            return lost + (draft < acknowledged ? 1 : 0);
        }
    }
}
