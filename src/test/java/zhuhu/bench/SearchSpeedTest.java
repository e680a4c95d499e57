package zhuhu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.store.Workspace;

/// Guards what `SearchBench` measures at full size.
class SearchSpeedTest {

    private static final int PERSONS = 20_000;
    private static final int ROUNDS = 9;

    @TempDir Path folder;

    /// Reason: a ratio within one run, in processor time, holds on any machine.
    @Test
    void whateverIsTypedIsFoundFasterThanByAPlainScanOfNames() {
        try (Workspace workspace = InventedStore.of(folder.resolve("big.zhuhu"), PERSONS)) {
            workspace.search("w", 1);
            double scan = median(() -> scan(workspace));
            for (String typed : List.of("王", "王平", "国荣光", "w", "wgr", "0012", "13800")) {
                assertThat(median(() -> workspace.search(typed, 200).size()))
                        .as(typed)
                        .isLessThan(scan);
            }
        }
    }

    private static int scan(Workspace workspace) {
        return workspace.query("SELECT id FROM person WHERE person_name LIKE ?", "%没有这人%").size();
    }

    private interface Act {
        int run();
    }

    private static double median(Act act) {
        var times = new ArrayList<Double>();
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            found += act.run();
            long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            times.add((double) took);
        }
        assertThat(found).isNotNegative();
        times.sort(Double::compare);
        return times.get(ROUNDS / 2);
    }
}
