package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Guards what VisitBench measures, loosely: a machine that builds is busy and not warm.
class VisitPaceTest {

    private static final double MOST_MS = 150;

    @TempDir Path folder;

    @Test
    void theNextScreenTakesLittleReckoning() {
        try (var pace = VisitPace.in(folder)) {
            pace.rounds(1);
            pace.forget();
            pace.rounds(1);

            assertThat(pace.reckoned(0.95)).as(() -> pace.report().toString()).isLessThan(MOST_MS);
        }
    }
}
