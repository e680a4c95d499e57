package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;

/// Nobody's name and number can be read in any file that the store writes, at any time.
final class PlainNamesTest {

    private static final List<String> SECRETS =
            List.of(
                    "欧阳𠮷祥",
                    "驻村工作队2017",
                    "99010119500101",
                    "13812345678",
                    "household_visit",
                    "CREATE TABLE");
    private static final List<Charset> WAYS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @TempDir Path folder;
    private int files;

    @Test
    void noFileOfTheStoreShowsANameOrANumber() throws IOException {
        long start = System.currentTimeMillis();
        Path file = folder.resolve("村.zhuhu");
        try (Workspace workspace = Fixture.create(file)) {
            look();
            Fixture.write(
                    workspace,
                    writer -> {
                        people(writer);
                        return looked();
                    });
            look();
            draft(workspace);
            // Reason: sorting much is what makes SQLite write temporary files.
            assertThat(
                            workspace.query(
                                    "SELECT a.person_name FROM person a, person b"
                                            + " ORDER BY a.person_name || b.id, b.id_no LIMIT 3"))
                    .hasSize(3);
            assertThat(workspace.search("欧阳", 5)).hasSize(5);
            look();
        }
        look();
        upgrade(file);
        look();
        copies();
        assertThat(files).isGreaterThan(60);
        assertThat(newTemporaryFiles(start)).isEmpty();
    }

    /// Copied, put back, sealed and re-encrypted, looked at in every step.
    private void copies() throws IOException {
        Path old = folder.resolve("旧.zhuhu");
        var looking =
                new Copies(
                        _ -> assertThat(looked()).isTrue(),
                        Migrations.shipped(),
                        _ -> Outcome.done(Fixture.pack()));
        try (Workspace workspace = Fixture.create(old)) {
            Fixture.write(
                    workspace,
                    writer -> {
                        people(writer);
                        var visit = Ids.visit("a", "b", Ids.householdByNumber("H1"), "1");
                        var step =
                                new Workspace.Step("question", "/a", 1, 2, "13812345678", "", "");
                        writer.steps(visit, List.of(step), "欧阳𠮷祥");
                        return true;
                    });
            Fixture.value(workspace.seal(SlipCode.of(new SecureRandom()), new SecureRandom()));
            look();
            Fixture.value(looking.backup(workspace, folder.resolve("备份.zhuhu"), "t"));
            look();
        }
        Fixture.value(
                looking.restore(
                        folder.resolve("备份.zhuhu"), Fixture.PASSPHRASE, folder.resolve("新.zhuhu")));
        look();
        Fixture.value(
                looking.rekey(old, Fixture.PASSPHRASE, Passphrase.of("另一个口令12345").orElseThrow()));
        look();
    }

    private static void people(Workspace.Writer writer) {
        for (int i = 0; i < 1500; i++) {
            RecordId person = Ids.personByNumber("9901010001" + i);
            writer.add(
                    Revision.of(
                            person,
                            "identity",
                            List.of(),
                            Fixture.values(
                                    "person_name",
                                    "欧阳𠮷祥" + i,
                                    "id_no",
                                    "99010119500101" + String.format("%04d", i))),
                    Fixture.VISITOR);
            writer.add(
                    Revision.of(
                            Ids.householdByNumber("H" + i),
                            "contact",
                            List.of(),
                            Fixture.values("phone", "13812345678")),
                    Fixture.ROSTER);
        }
    }

    private static void draft(Workspace workspace) {
        RecordId household = Ids.householdByNumber("H1");
        Fixture.write(
                workspace,
                writer -> {
                    writer.draft(
                            new Workspace.Draft(
                                    Ids.visit("try", "household_visit", household, "1"),
                                    household,
                                    "1",
                                    "household_visit",
                                    "<data>欧阳𠮷祥</data>"
                                            .repeat(99)
                                            .getBytes(StandardCharsets.UTF_8),
                                    "{}",
                                    "doorstep",
                                    "t"));
                    return true;
                });
    }

    /// Opens the file as a later program would, which keeps a copy of it.
    private static void upgrade(Path file) {
        var scripts = new ArrayList<>(Migrations.shipped().scripts());
        scripts.add("CREATE TABLE later (a TEXT);\n");
        var opening =
                new StoreFile(
                        file,
                        Fixture.PASSPHRASE,
                        new Migrations(scripts),
                        _ -> Outcome.done(Fixture.pack()));
        Fixture.value(Workspace.open(opening)).close();
        assertThat(Migrations.copyOf(file, Migrations.shipped().latest())).exists();
    }

    private boolean looked() {
        try {
            look();
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void look() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files++;
                String bytes = latin(Files.readAllBytes(file));
                for (String secret : SECRETS) {
                    for (Charset way : WAYS) {
                        assertThat(bytes.contains(latin(secret.getBytes(way))))
                                .as("%s as %s in %s", secret, way, file)
                                .isFalse();
                    }
                }
            }
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// SQLite's own temporary files begin with `etilqs_`.
    private static List<Path> newTemporaryFiles(long start) throws IOException {
        var found = new ArrayList<Path>();
        for (String place : List.of(System.getProperty("java.io.tmpdir"), "/var/tmp", "/usr/tmp")) {
            if (Files.isDirectory(Path.of(place))) {
                try (Stream<Path> all = Files.list(Path.of(place))) {
                    all.filter(f -> f.toFile().lastModified() >= start)
                            .filter(f -> String.valueOf(f.getFileName()).startsWith("etilqs_"))
                            .sorted(Comparator.naturalOrder())
                            .forEach(found::add);
                }
            }
        }
        return found;
    }
}
