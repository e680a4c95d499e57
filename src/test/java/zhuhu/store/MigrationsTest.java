package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.store.Fixture.code;
import static zhuhu.store.Fixture.state;
import static zhuhu.store.Fixture.values;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhuhu.base.Outcome;
import zhuhu.record.Attestation;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Withdrawal;

/// Files of every released version open, and a change of version loses nothing.
final class MigrationsTest {

    private static final RecordId HOUSEHOLD = Ids.householdByNumber("9901010001");
    private static final RecordId PERSON = Ids.personByIdNo("11010519491231002X");

    /// `-Dzhuhu.golden=DIR` writes the golden file anew; only ever for a version not yet released.
    private static final String WRITE = System.getProperty("zhuhu.golden", "");

    @TempDir Path folder;

    private StoreFile opening(Path file, String... later) {
        var scripts = new ArrayList<>(Migrations.shipped().scripts());
        scripts.addAll(List.of(later));
        return new StoreFile(
                file,
                Fixture.PASSPHRASE,
                new Migrations(scripts),
                _ -> Outcome.done(Fixture.pack()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6})
    void aGoldenFileOfEachVersionOpensWithAllThatItHeld(int version) throws IOException {
        if (!WRITE.isEmpty() && version == Migrations.shipped().latest()) {
            writeGolden(Path.of(WRITE));
        }
        String name = "v" + version;
        Path file = folder.resolve(name + ".zhuhu");
        Files.write(file, golden(name + ".zhuhu"));
        try (Workspace workspace = Fixture.open(file)) {
            assertThat(HistoriesTest.dump(workspace))
                    .isEqualTo(new String(golden(name + ".jsonl"), StandardCharsets.UTF_8));
            assertThat(workspace.verify()).isEmpty();
            assertThat(workspace.drafts()).hasSize(1);
            assertThat(workspace.packages()).hasSize(1);
            assertThat(workspace.setting("training")).contains("1");
            assertThat(workspace.arrivals()).hasSize(version < 5 ? 0 : 1);
            assertThat(workspace.waiting()).hasSize(version < 5 ? 0 : 1);
            assertThat(workspace.ticks()).hasSize(version < 6 ? 0 : 1);
            assertThat(workspace.rosterColumns()).hasSize(version < 6 ? 0 : 1);
            assertThat(workspace.templateMap("ab"))
                    .isEqualTo(
                            version < 6
                                    ? java.util.Optional.empty()
                                    : java.util.Optional.of("new"));
        }
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(
                        MigrationsTest.class.getResourceAsStream("/golden/store/" + name))) {
            return stream.readAllBytes();
        }
    }

    private static void writeGolden(Path to) throws IOException {
        String name = "v" + Migrations.shipped().latest();
        Path file = to.resolve(name + ".zhuhu");
        Files.deleteIfExists(file);
        try (Workspace workspace =
                Fixture.value(Workspace.create(file, Fixture.PASSPHRASE, Fixture.pack(), true))) {
            fill(workspace);
            Files.writeString(to.resolve(name + ".jsonl"), HistoriesTest.dump(workspace));
        }
    }

    /// A little of everything: agreement, conflict, confirmation, withdrawal, draft, package, a
    /// file that arrived, something that waits.
    private static void fill(Workspace workspace) {
        Revision base =
                state(workspace, HOUSEHOLD, "contact", Fixture.ROSTER, "phone", "13800000000");
        for (String phone : List.of("1", "2")) {
            Fixture.add(
                    workspace,
                    Revision.of(HOUSEHOLD, "contact", List.of(base.id()), values("phone", phone)),
                    phone.equals("1") ? Fixture.VISITOR : Fixture.OTHER);
        }
        state(workspace, PERSON, "identity", Fixture.ROSTER, "person_name", "𠮷䶮");
        state(workspace, PERSON, "identity", Fixture.VISITOR, "person_name", "𠮷䶮");
        Revision wrong = state(workspace, PERSON, "health", Fixture.VISITOR, "weight", 50);
        Fixture.write(
                workspace,
                writer -> {
                    writer.withdraw(
                            Withdrawal.of(
                                    List.of(Attestation.of(wrong.id(), Fixture.VISITOR).id()),
                                    "李",
                                    null,
                                    null,
                                    "错户"));
                    writer.draft(
                            new Workspace.Draft(
                                    Ids.visit("try", "household_visit", HOUSEHOLD, "1"),
                                    HOUSEHOLD,
                                    "1",
                                    "household_visit",
                                    new byte[] {1},
                                    "{}",
                                    "doorstep",
                                    "t"));
                    writer.packageRow(
                            new Workspace.PackageRow(
                                    "a", "in", "roster", "名册.xlsx", "", "", "", ""));
                    Arrival arrival = writer.arriving(Arrival.of("b", "cd", "一村.xlsx", "t", "李"));
                    writer.waiting(ArrivalsTest.held(arrival, wrong));
                    var key = new Tick.Key(HOUSEHOLD, "contact", "phone", "\"1\"");
                    writer.tick(new Tick(key, 1, true, "t", "李"));
                    writer.rosterColumn("a", zhuhu.record.Kind.HOUSEHOLD, "contact", "phone");
                    writer.templateMap("ab", "old", "t", "李");
                    writer.templateMap("ab", "new", "t", "李");
                    return true;
                });
    }

    @Test
    void aLaterProgramKeepsACopyAndAddsWhatItNeeds() throws IOException {
        Path file = folder.resolve("村.zhuhu");
        try (Workspace workspace = Fixture.create(file)) {
            fill(workspace);
        }
        String before;
        try (Workspace workspace = Fixture.open(file)) {
            before = HistoriesTest.dump(workspace);
        }
        try (Workspace workspace =
                Fixture.value(
                        Workspace.open(
                                opening(
                                        file,
                                        "ALTER TABLE package ADD COLUMN seal TEXT;\n",
                                        "-- a note\nUPDATE package SET seal = 'x';\n")))) {
            assertThat(HistoriesTest.dump(workspace)).isEqualTo(before);
            assertThat(workspace.query("SELECT seal FROM package"))
                    .containsExactly(Map.of("seal", "x"));
        }
        assertThat(code(Fixture.tryOpen(file, Fixture.PASSPHRASE))).isEqualTo("storeNewer");
        try (Workspace copy =
                Fixture.open(Migrations.copyOf(file, Migrations.shipped().latest()))) {
            assertThat(HistoriesTest.dump(copy)).isEqualTo(before);
        }
    }

    @Test
    void aChangeOfVersionThatFailsLeavesTheOldVersion() {
        Path file = folder.resolve("村.zhuhu");
        Fixture.create(file).close();
        assertThat(code(Workspace.open(opening(file, "CREATE TABLE a (b);\nNO SUCH SQL;\n"))))
                .isEqualTo("storeFailed");
        try (Workspace workspace = Fixture.open(file)) {
            assertThat(workspace.query("SELECT name FROM sqlite_master WHERE name = 'a'"))
                    .isEmpty();
            assertThat(workspace.verify()).isEmpty();
        }
    }

    @Test
    void aNewQuestionGetsItsColumnAndOldRowsStay() {
        Path file = folder.resolve("村.zhuhu");
        try (Workspace workspace = Fixture.create(file)) {
            state(workspace, HOUSEHOLD, "contact", Fixture.VISITOR, "phone", "1");
            state(workspace, HOUSEHOLD, "wishes", Fixture.VISITOR, "wish", "通路");
            assertThat(Fixture.row(workspace, HOUSEHOLD)).doesNotContainKey("wish");
            Fixture.write(
                    workspace,
                    writer -> {
                        writer.pack(
                                Fixture.pack(
                                        Fixture.section(
                                                Kind.HOUSEHOLD, "wishes", "wish", "budget")));
                        return true;
                    });
            assertThat(Fixture.row(workspace, HOUSEHOLD))
                    .containsEntry("phone", "1")
                    .containsEntry("wish", "通路");
            assertThat(workspace.verify()).isEmpty();
        }
        try (Workspace workspace = Fixture.open(file)) {
            assertThat(Fixture.row(workspace, HOUSEHOLD))
                    .containsEntry("phone", "1")
                    .doesNotContainKey("wish");
            assertThat(workspace.verify()).isEmpty();
        }
    }

    @Test
    void rebuildingMendsTablesThatDifferFromTheFacts() {
        Path file = folder.resolve("村.zhuhu");
        try (Workspace workspace = Fixture.create(file)) {
            fill(workspace);
            Fixture.write(
                    workspace, _ -> workspace.query("UPDATE person SET sex = '9' RETURNING id"));
            assertThat(workspace.verify())
                    .extracting(zhuhu.base.Problem::code)
                    .containsExactly("storeDerivedDiffers");
            workspace.rebuild();
            assertThat(workspace.verify()).isEmpty();
        }
    }
}
