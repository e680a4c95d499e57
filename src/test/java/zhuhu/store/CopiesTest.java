package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.store.Fixture.PASSPHRASE;
import static zhuhu.store.Fixture.code;
import static zhuhu.store.Fixture.state;
import static zhuhu.store.Fixture.value;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.pack.Pack;
import zhuhu.record.Ids;
import zhuhu.store.Copies.Step;

/// A copy is whole or not there; nothing that stands is overwritten; a passphrase changes for all
/// of a file or for none of it.
final class CopiesTest {

    private static final Passphrase FRESH = Passphrase.of("新口令'2018年\"夏").orElseThrow();
    private static final Function<SortedMap<String, byte[]>, Outcome<Pack>> PACKS =
            _ -> Outcome.done(Fixture.pack());

    @TempDir Path folder;
    private Path file;
    private final List<Step> steps = new ArrayList<>();

    @BeforeEach
    void create() {
        file = folder.resolve("东山村.zhuhu");
        try (Workspace workspace = Fixture.create(file)) {
            for (int i = 0; i < 300; i++) {
                household(workspace, i);
            }
        }
    }

    private static void household(Workspace workspace, int i) {
        state(
                workspace,
                Ids.householdByNumber("H" + i),
                "contact",
                Fixture.ROSTER,
                "phone",
                "138" + i);
    }

    private Copies copies() {
        return new Copies(steps::add, Migrations.shipped(), PACKS);
    }

    private static String dump(Workspace workspace) {
        return HistoriesTest.dump(workspace);
    }

    private String dump(Path at, Passphrase passphrase) {
        try (Workspace workspace = value(Fixture.tryOpen(at, passphrase))) {
            assertThat(workspace.verify()).isEmpty();
            return dump(workspace);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> String.valueOf(p.getFileName())).sorted().toList();
        }
    }

    private Path backup(String name) {
        try (Workspace workspace = Fixture.open(file)) {
            return value(copies().backup(workspace, folder.resolve(name), "2017-03-05T21:00:00"))
                    .file();
        }
    }

    @Test
    void aBackupOpensWithTheSameWordsAndTheFileKnowsWhen() throws IOException {
        String before = dump(file, PASSPHRASE);
        Path copy = backup("东山村 备份 2017-03-05.zhuhu");

        assertThat(steps).containsExactly(Step.COPY, Step.CHECK, Step.MOVE);
        assertThat(names()).containsExactly("东山村 备份 2017-03-05.zhuhu", "东山村.zhuhu");
        assertThat(dump(copy, PASSPHRASE)).isEqualTo(before);
        try (Workspace workspace = Fixture.open(file)) {
            assertThat(workspace.setting("last_backup")).contains("2017-03-05T21:00:00");
        }
    }

    @Test
    void onlyAnOlderUntouchedBackupOfTheSameWorkspaceIsReplaced() throws IOException {
        Path copy = backup("东山村 备份 2017-03-05.zhuhu");
        try (Workspace workspace = Fixture.open(file)) {
            household(workspace, 900);
        }
        assertThat(backup("东山村 备份 2017-03-05.zhuhu")).isEqualTo(copy);
        assertThat(dump(copy, PASSPHRASE)).isEqualTo(dump(file, PASSPHRASE));

        // Reason: dump opened it, as somebody would who goes on working in a copy.
        refusesBackup("东山村 备份 2017-03-05.zhuhu");
        Path other = folder.resolve("别村 2017-03-05.zhuhu");
        Fixture.create(other).close();
        refusesBackup("别村 2017-03-05.zhuhu");
        Files.writeString(folder.resolve("信 2017-03-05.zhuhu"), "不是工作文件");
        refusesBackup("信 2017-03-05.zhuhu");
        backup("备份.zhuhu");
        refusesBackup("备份.zhuhu");
        refusesBackup("东山村.zhuhu");
    }

    private void refusesBackup(String name) throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve(name));
        try (Workspace workspace = Fixture.open(file)) {
            before = Files.readAllBytes(folder.resolve(name));
            assertThat(code(copies().backup(workspace, folder.resolve(name), "t")))
                    .as(name)
                    .isEqualTo("copyExists");
            assertThat(Files.readAllBytes(folder.resolve(name))).isEqualTo(before);
        }
    }

    @Test
    void aBackupThatCannotBeWrittenLeavesNothing() throws IOException {
        List<String> before = names();
        try (Workspace workspace = Fixture.open(file)) {
            Path nowhere = folder.resolve("没有").resolve("a.zhuhu");
            assertThat(code(copies().backup(workspace, nowhere, "t"))).isEqualTo("storeNoFolder");
            assertThat(code(copies().backup(workspace, folder.resolve("a.txt"), "t")))
                    .isEqualTo("copyName");
            assertThat(workspace.setting("last_backup")).isEmpty();
        }
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void aBackupIsPutBackWithoutBeingTouched() throws IOException {
        Path copy = backup("备份.zhuhu");
        byte[] bytes = Files.readAllBytes(copy);
        Path out = folder.resolve("新.zhuhu");

        assertThat(value(copies().restore(copy, PASSPHRASE, out)).file()).isEqualTo(out);

        assertThat(Files.readAllBytes(copy)).isEqualTo(bytes);
        assertThat(dump(out, PASSPHRASE)).isEqualTo(dump(file, PASSPHRASE));
        assertThat(code(copies().restore(copy, PASSPHRASE, out))).isEqualTo("storeExists");
        assertThat(names()).containsExactly("东山村.zhuhu", "备份.zhuhu", "新.zhuhu");
    }

    @Test
    void whatAKilledProgramLeftInItsLogIsPutBackToo() throws IOException {
        Path copy = folder.resolve("拷来.zhuhu");
        try (Workspace workspace = Fixture.open(file)) {
            household(workspace, 901);
            Files.copy(file, copy);
            Files.copy(Part.log(file), Part.log(copy));
        }
        Path out = folder.resolve("新.zhuhu");
        assertThat(copies().restore(copy, PASSPHRASE, out)).isInstanceOf(Outcome.Done.class);
        assertThat(dump(out, PASSPHRASE)).isEqualTo(dump(file, PASSPHRASE));
    }

    @Test
    void aBadCopyIsRefusedByNameAndNothingIsMade() throws IOException {
        Path copy = backup("备份.zhuhu");
        assertThat(code(copies().restore(copy, FRESH, folder.resolve("新.zhuhu"))))
                .isEqualTo("storeWrongPassphrase");
        assertThat(
                        code(
                                copies().restore(
                                                folder.resolve("无.zhuhu"),
                                                FRESH,
                                                folder.resolve("新.zhuhu"))))
                .isEqualTo("storeMissing");
        byte[] whole = Files.readAllBytes(copy);
        byte[] bad = whole.clone();
        bad[bad.length / 2] ^= 1;
        Files.write(copy, bad);
        assertThat(refusal(copy)).contains("备份.zhuhu").doesNotContain(".part");
        Files.write(copy, java.util.Arrays.copyOf(whole, whole.length - 100));
        assertThat(refusal(copy)).contains("storeDamaged");
        Files.writeString(copy, "不是工作文件", StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(refusal(copy)).contains("storeNotWorkspace");
        assertThat(names()).containsExactly("东山村.zhuhu", "备份.zhuhu");
    }

    private String refusal(Path copy) {
        return switch (copies().restore(copy, PASSPHRASE, folder.resolve("新.zhuhu"))) {
            case Outcome.Done<?>(var done) -> throw new AssertionError(done);
            case Outcome.Failed<?>(var problems) -> problems.toString();
        };
    }

    @Test
    void aCopyOfANewerProgramIsRefused() {
        var scripts = new ArrayList<>(Migrations.shipped().scripts());
        scripts.add("CREATE TABLE later (a TEXT);\n");
        Path newer = folder.resolve("新版.zhuhu");
        value(
                        Workspace.open(
                                new StoreFile(
                                        copyOf(newer), PASSPHRASE, new Migrations(scripts), PACKS)))
                .close();
        assertThat(code(copies().restore(newer, PASSPHRASE, folder.resolve("新.zhuhu"))))
                .isEqualTo("storeNewer");
    }

    private Path copyOf(Path target) {
        try {
            return Files.copy(file, target);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNewPassphraseIsForTheWholeFileAndTheOldOneForNothing() throws IOException {
        String before = dump(file, PASSPHRASE);
        assertThat(copies().rekey(file, PASSPHRASE, FRESH)).isEqualTo(Outcome.done(false));

        assertThat(dump(file, FRESH)).isEqualTo(before);
        assertThat(code(Fixture.tryOpen(file, PASSPHRASE))).isEqualTo("storeWrongPassphrase");
        assertThat(names()).containsExactly("东山村.zhuhu");
        try (Workspace workspace = value(Fixture.tryOpen(file, FRESH))) {
            household(workspace, 902);
        }
        assertThat(dump(file, FRESH)).isNotEqualTo(before);
    }

    @Test
    void aWrongOldPassphraseChangesNothing() throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThat(code(copies().rekey(file, FRESH, PASSPHRASE))).isEqualTo("storeWrongPassphrase");
        assertThat(code(copies().rekey(file, PASSPHRASE, PASSPHRASE))).isEqualTo("rekeySame");
        try (Workspace open = Fixture.open(file)) {
            assertThat(open.file()).isEqualTo(file);
            assertThat(code(copies().rekey(file, PASSPHRASE, FRESH))).isEqualTo("storeHeldHere");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(names()).containsExactly("东山村.zhuhu");
    }

    /// As a killed program would: nothing after that step happens.
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whoIsStoppedAtAnyStepStillHasTheOldFile() {
        String before = dump(file, PASSPHRASE);
        for (Step step : Step.values()) {
            var stopping =
                    new Copies(
                            now -> {
                                if (now == step) {
                                    throw new Killed();
                                }
                            },
                            Migrations.shipped(),
                            PACKS);
            try {
                stopping.rekey(file, PASSPHRASE, FRESH);
                throw new AssertionError(step);
            } catch (Killed e) {
                assertThat(dump(file, PASSPHRASE)).as("%s", step).isEqualTo(before);
            }
        }
    }

    @Test
    void whatAnInterruptedAttemptLeftIsNoHindrance() throws IOException {
        Files.writeString(folder.resolve("备份.zhuhu.part"), "halb", StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("备份.zhuhu.part-journal"), "halb", StandardCharsets.UTF_8);
        Path copy = backup("备份.zhuhu");
        assertThat(dump(copy, PASSPHRASE)).isEqualTo(dump(file, PASSPHRASE));
        assertThat(names()).containsExactly("东山村.zhuhu", "备份.zhuhu");
    }
}
