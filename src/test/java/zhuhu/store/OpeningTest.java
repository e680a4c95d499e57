package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.store.Fixture.PASSPHRASE;
import static zhuhu.store.Fixture.code;
import static zhuhu.store.Fixture.state;
import static zhuhu.store.Fixture.tryOpen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.record.Ids;

/// Every way in which a file cannot be opened says so in its own words, and changes nothing.
final class OpeningTest {

    private static final Passphrase OTHER = Passphrase.of("另一个口令12345").orElseThrow();

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void create() {
        file = folder.resolve("东山村.zhuhu");
        try (Workspace workspace = Fixture.create(file)) {
            IntStream.range(0, 200)
                    .forEach(i ->
                            state(
                                    workspace,
                                    Ids.householdByNumber("522301" + i),
                                    "contact",
                                    Fixture.ROSTER,
                                    "phone",
                                    "138" + i));
        }
    }

    private void refuses(String code, Passphrase passphrase) throws IOException {
        byte[] before = Files.readAllBytes(file);
        Outcome<Workspace> outcome = tryOpen(file, passphrase);
        assertThat(code(outcome)).isEqualTo(code);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(names()).containsExactly(String.valueOf(file.getFileName()));
        assertThat(words(outcome)).isNotBlank();
    }

    private static String words(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> "";
            case Outcome.Failed<?>(List<Problem> problems) ->
                    Texts.chinese().message(problems.getFirst())
                            + Texts.chinese().next(problems.getFirst());
        };
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).toList();
        }
    }

    private void change(int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void theRightPassphraseOpensAndLeavesNothingBeside() throws IOException {
        Fixture.open(file).close();
        assertThat(names()).containsExactly("东山村.zhuhu");
    }

    @Test
    void aWrongPassphraseChangesNothing() throws IOException {
        refuses("storeWrongPassphrase", OTHER);
    }

    @Test
    void damageInTheFirstPageCannotBeToldFromAWrongPassphrase() throws IOException {
        change(200);
        refuses("storeWrongPassphrase", PASSPHRASE);
    }

    @Test
    void damageThatIsReadOnOpeningIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int page = 1; page < bytes.length / Database.PAGE; page++) {
            bytes[page * Database.PAGE + 77] ^= 1;
        }
        Files.write(file, bytes);
        refuses("storeDamaged", PASSPHRASE);
    }

    @Test
    void oneDamagedPageIsFoundByVerifyingWhereOpeningDidNotReadIt() throws IOException {
        int pages = (int) (Files.size(file) / Database.PAGE);
        int found = 0;
        byte[] good = Files.readAllBytes(file);
        for (int page = 1; page < pages; page += Math.max(1, pages / 7)) {
            Files.write(file, good);
            change(page * Database.PAGE + 1000);
            switch (tryOpen(file, PASSPHRASE)) {
                case Outcome.Failed<Workspace>(List<Problem> problems) ->
                        assertThat(problems.getFirst().code()).isEqualTo("storeDamaged");
                case Outcome.Done<Workspace>(Workspace workspace) -> {
                    assertThat(workspace.verify())
                            .extracting(Problem::code)
                            .containsAnyOf("storePages", "storeDamaged");
                    workspace.close();
                    found++;
                }
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void aFileCutShortIsDamaged() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
        refuses("storeDamaged", PASSPHRASE);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2 / Database.PAGE * Database.PAGE));
        refuses("storeDamaged", PASSPHRASE);
    }

    @Test
    void otherFilesAreNoWorkspaces() throws IOException {
        for (byte[] other :
                List.of(
                        new byte[0],
                        "户主,人口\n".repeat(2000).getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOf("SQLite format 3\0".getBytes(StandardCharsets.UTF_8), 8192),
                        Arrays.copyOf(new byte[] {'P', 'K', 3, 4}, 8192))) {
            Files.write(file, other);
            refuses("storeNotWorkspace", PASSPHRASE);
        }
    }

    @Test
    void anEncryptedFileOfAnotherProgramIsNoWorkspace() throws Exception {
        Files.delete(file);
        NativeLibrary.prepare();
        try (Database database = Database.open(file, PASSPHRASE)) {
            database.execute("CREATE TABLE other (a)");
        }
        refuses("storeNotWorkspace", PASSPHRASE);
    }

    @Test
    void aFileOfANewerProgramIsRefused() throws Exception {
        try (Database database = Database.open(file, PASSPHRASE)) {
            database.execute("PRAGMA user_version = 99");
        }
        refuses("storeNewer", PASSPHRASE);
    }

    @Test
    void aMissingFileIsMissing() {
        assertThat(code(tryOpen(folder.resolve("没有.zhuhu"), PASSPHRASE))).isEqualTo("storeMissing");
    }

    @Test
    void anExistingFileIsNeverMadeAnew() throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThat(code(Workspace.create(file, PASSPHRASE, Fixture.pack(), false)))
                .isEqualTo("storeExists");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(
                        code(
                                Workspace.create(
                                        folder.resolve("无此夹").resolve("a.zhuhu"),
                                        PASSPHRASE,
                                        Fixture.pack(),
                                        false)))
                .isEqualTo("storeNoFolder");
    }

    @Test
    void aFileThatIsOpenHereIsNotOpenedTwice() throws IOException {
        try (Workspace workspace = Fixture.open(file)) {
            assertThat(code(tryOpen(file, PASSPHRASE))).isEqualTo("storeHeldHere");
            assertThat(code(tryOpen(folder.resolve("./东山村.zhuhu"), OTHER)))
                    .isEqualTo("storeHeldHere");
            assertThat(workspace.exists(Ids.householdByNumber("5223011"))).isTrue();
        }
        Fixture.open(file).close();
    }
}
