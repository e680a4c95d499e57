package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures in the encrypted file.
class AttachmentsTest {

    private static final byte[] PICTURE =
            "a picture of a house, plainly readable".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    @Test
    void aPictureIsKeptOnceUnderItsHash() {
        try (Workspace workspace = Fixture.create(folder.resolve("a.zhuhu"))) {
            String name = workspace.write(w -> w.attach(PICTURE));
            String again = workspace.write(w -> w.attach(PICTURE));
            assertThat(again).isEqualTo(name);
            assertThat(workspace.attachment(name)).hasValue(PICTURE);
            assertThat(workspace.attachment("0".repeat(64) + ".jpg")).isEmpty();
            assertThat(workspace.verify()).isEmpty();
        }
    }

    @Test
    void itStandsInNoFileInPlainText() throws IOException {
        try (Workspace workspace = Fixture.create(folder.resolve("a.zhuhu"))) {
            workspace.write(w -> w.attach(PICTURE));
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("plainly readable");
            }
        }
    }

    @Test
    void verifyTellsOfAPictureThatWasChanged() {
        try (Workspace workspace = Fixture.create(folder.resolve("a.zhuhu"))) {
            workspace.write(w -> w.attach(PICTURE));
            workspace.database().run("UPDATE attachment SET bytes = ?", new byte[] {1});
            assertThat(workspace.verify())
                    .extracting(p -> p.code())
                    .containsExactly("storePicture");
        }
    }
}
