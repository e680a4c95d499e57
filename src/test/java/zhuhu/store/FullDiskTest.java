package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.record.Ids;
import zhuhu.record.Revision;

/// A disk that fills up in the middle of a transaction undoes that transaction alone, and the same
/// open file takes the next one as soon as there is room.
final class FullDiskTest {

    @TempDir Path folder;

    @Test
    void whateverPageDoesNotFitTheFileStaysInUse() {
        try (Workspace workspace = Fixture.create(folder.resolve("村.zhuhu"))) {
            int failures = 0;
            for (int room = 0; room < 12; room++) {
                int round = room;
                limit(workspace, pages(workspace) + room);
                String before = HistoriesTest.dump(workspace);
                StoreException full =
                        catchThrowableOfType(StoreException.class, () -> write(workspace, round));
                limit(workspace, 1_000_000);
                if (full != null) {
                    failures++;
                    assertThat(full.problem().code()).isEqualTo("storeFull");
                    assertThat(HistoriesTest.dump(workspace)).isEqualTo(before);
                    write(workspace, round);
                }
                assertThat(workspace.exists(Ids.householdByNumber("H" + round + "-99"))).isTrue();
                assertThat(workspace.verify()).isEmpty();
            }
            assertThat(failures).isGreaterThan(3);
        }
    }

    private static void write(Workspace workspace, int round) {
        byte[] answers = "<data/>".repeat(2000).getBytes(StandardCharsets.UTF_8);
        Fixture.write(
                workspace,
                writer -> {
                    for (int i = 0; i < 100; i++) {
                        writer.add(
                                Revision.of(
                                        Ids.householdByNumber("H" + round + "-" + i),
                                        "contact",
                                        List.of(),
                                        Fixture.values("phone", "138" + i)),
                                Fixture.VISITOR);
                    }
                    writer.draft(
                            new Workspace.Draft(
                                    Child.VISIT,
                                    Child.household(0),
                                    "1",
                                    "household_visit",
                                    answers,
                                    "{}",
                                    "doorstep",
                                    "t"));
                    return true;
                });
    }

    private static long pages(Workspace workspace) {
        return Long.parseLong(one(workspace, "PRAGMA page_count"))
                - Long.parseLong(one(workspace, "PRAGMA freelist_count"));
    }

    private static void limit(Workspace workspace, long pages) {
        assertThat(one(workspace, "PRAGMA max_page_count = " + pages)).isNotBlank();
    }

    private static String one(Workspace workspace, String pragma) {
        return workspace.query(pragma).getFirst().values().iterator().next();
    }
}
