package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
import zhuhu.form.Ref;
import zhuhu.record.Value;
import zhuhu.screen.visit.Snapshot.Result;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A whole visit on a disk that fills up at one page after the other. Whatever page it is: words,
/// what was acknowledged is in the file, what was not stays on the screen, and once there is room
/// the visit ends as if nothing had been.
///
/// `-Dzhuhu.everyPage=true` tries every page, not every seventh.
class FullDiskVisitTest {

    private static final Passphrase PASSPHRASE = Passphrase.of("training").orElseThrow();
    private static final int STRIDE = Boolean.getBoolean("zhuhu.everyPage") ? 1 : 7;
    private static final Map<String, Value> ANSWERS = new LinkedHashMap<>();

    static {
        ANSWERS.put("outcome", Value.text("01"));
        ANSWERS.put("respondent", Value.text("石阿才"));
        ANSWERS.put("phone", Value.text("13900000002"));
        ANSWERS.put("house_area", Value.number(120));
        ANSWERS.put("main_cause", Value.text("02"));
        ANSWERS.put("identification_conclusion", Value.text("01"));
        ANSWERS.put("exit_conclusion", Value.text("01"));
    }

    @TempDir Path folder;
    private Path prepared;

    @BeforeEach
    void prepare() {
        prepared = folder.resolve("a.zhuhu");
        Family.workspace(prepared).close();
    }

    /// What one attempt came to. Shape: `failures` how often the disk was full.
    private record Played(List<String> dump, int failures) {}

    @Test
    void whateverPageDoesNotFitNothingAcknowledgedIsLostAndTheVisitGoesOn() throws IOException {
        Played undisturbed = play(1_000_000);
        assertThat(undisturbed.failures()).isZero();
        int tried = 0;
        for (int room = 0; ; room += STRIDE) {
            Played played = play(room);
            assertThat(played.dump()).as("room for %d pages", room).isEqualTo(undisturbed.dump());
            if (played.failures() == 0) {
                break;
            }
            tried++;
        }
        assertThat(tried).isGreaterThan(2);
    }

    private Played play(int room) throws IOException {
        Path file = folder.resolve("b" + room + ".zhuhu");
        Files.copy(prepared, file);
        try (Workspace workspace = open(file);
                Visit visit = Family.visit(workspace)) {
            limit(workspace, pages(workspace) + room);
            int failures = new Playing(workspace, visit, file).play();
            var dump = new ArrayList<String>();
            workspace.dump(dump::add);
            assertThat(workspace.verify()).isEmpty();
            assertThat(workspace.drafts()).isEmpty();
            return new Played(dump, failures);
        } finally {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path old : all.filter(p -> !p.equals(prepared)).toList()) {
                    Files.delete(old);
                }
            }
        }
    }

    /// One visit, act by act; each act that fails is tried again once there is room.
    private static final class Playing {
        private final Workspace workspace;
        private final Visit visit;
        private final Path file;
        private final VisitActs acts;
        private final Map<Ref, Value> acknowledged = new LinkedHashMap<>();
        private int failures;

        Playing(Workspace workspace, Visit visit, Path file) {
            this.workspace = workspace;
            this.visit = visit;
            this.file = file;
            acts = new VisitActs(visit, Texts.chinese());
        }

        int play() throws IOException {
            for (var answer : ANSWERS.entrySet()) {
                Ref ref = visit.find(answer.getKey(), "").getFirst();
                does(new Act.Answer(ref, answer.getValue()));
                assertThat(visit.value(ref)).isEqualTo(answer.getValue());
                acknowledged.put(ref, answer.getValue());
            }
            for (String screen : acts.apply(new Act.Look()).screenNames()) {
                does(new Act.GoTo(screen));
                does(new Act.Same());
            }
            Snapshot end = does(new Act.Finalise());
            if (end.result() instanceof Result.Unsaved) {
                end = does(new Act.Finalise());
            }
            assertThat(end.result()).isInstanceOf(Result.Finalised.class);
            return failures;
        }

        private Snapshot does(Act act) throws IOException {
            Snapshot after = acts.apply(act);
            if (!(after.result() instanceof Result.Unsaved(var why))) {
                return after;
            }
            failures++;
            assertThat(why.code()).isEqualTo("storeFull");
            assertThat(Texts.chinese().message(why)).contains("磁盘已满");
            assertThat(visit.isAhead()).isTrue();
            stillThere();
            // Reason: as long as the disk is full, trying again says so again and loses nothing.
            assertThat(acts.apply(new Act.Save()).result()).isInstanceOf(Result.Unsaved.class);
            limit(workspace, 1_000_000);
            assertThat(acts.apply(new Act.Save()).result()).isInstanceOf(Result.Quiet.class);
            assertThat(visit.isAhead()).isFalse();
            return act instanceof Act.Finalise ? after : acts.apply(act);
        }

        /// As a program sees it that finds the file after this one was pulled out.
        private void stillThere() throws IOException {
            Path copy = file.resolveSibling("copy.zhuhu");
            Files.copy(file, copy);
            Files.copy(
                    file.resolveSibling(file.getFileName() + "-wal"),
                    copy.resolveSibling("copy.zhuhu-wal"));
            try (Workspace found = open(copy);
                    Visit again = Family.visit(found)) {
                acknowledged.forEach((ref, value) ->
                        assertThat(again.value(ref)).as("%s", ref).isEqualTo(value));
                assertThat(found.verify()).isEmpty();
            }
            for (String end : List.of("", "-wal", "-shm", ".lock")) {
                Files.deleteIfExists(copy.resolveSibling("copy.zhuhu" + end));
            }
        }
    }

    private static Workspace open(Path file) {
        return Family.value(Workspaces.open(file, PASSPHRASE));
    }

    private static long pages(Workspace workspace) {
        return number(workspace, "PRAGMA page_count") - number(workspace, "PRAGMA freelist_count");
    }

    private static void limit(Workspace workspace, long pages) {
        number(workspace, "PRAGMA max_page_count = " + pages);
    }

    private static long number(Workspace workspace, String pragma) {
        return Long.parseLong(
                Optional.of(workspace.query(pragma).getFirst().values().iterator().next())
                        .orElseThrow());
    }
}
