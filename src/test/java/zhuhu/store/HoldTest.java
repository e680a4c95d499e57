package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;

/// A file that another program holds.
final class HoldTest {

    @TempDir Path folder;

    @Test
    void whoHoldsTheFileIsNamedAndAKilledHolderHoldsNothing() throws Exception {
        Path file = folder.resolve("村.zhuhu");
        Fixture.create(file).close();
        byte[] before = Files.readAllBytes(file);
        Process child = Child.start("hold", file);
        try (var out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("open");
            Problem problem =
                    switch (Fixture.tryOpen(file, Fixture.PASSPHRASE)) {
                        case Outcome.Done<Workspace> done -> throw new AssertionError(done);
                        case Outcome.Failed<Workspace>(List<Problem> problems) ->
                                problems.getFirst();
                    };
            assertThat(problem.code()).isEqualTo("storeHeld");
            assertThat(problem.args())
                    .contains(Long.toString(child.pid()), System.getProperty("user.name"));
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        Fixture.open(file).close();
        assertThat(Hold.neighbour(file)).doesNotExist();
    }
}
