package zhuhu.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFolderTest {

    @TempDir Path home;

    @Test
    void theDeviceIdIsMadeOnceAndStays() {
        var folder = new UserFolder(home.resolve("zhuhu"));
        assertThat(folder.load(() -> "first").device()).isEqualTo("first");
        assertThat(folder.load(() -> "second").device()).isEqualTo("first");
    }

    @Test
    void whatIsSavedComesBackWhole() {
        var folder = new UserFolder(home);
        Installation saved =
                Installation.fresh("d")
                        .who("韦𠮷平", "坡脚村驻村工作队", "13900000001")
                        .look(true, false, true)
                        .opened(home.resolve("甲 村=1.zhuhu"))
                        .opened(home.resolve("乙.zhuhu"));
        folder.save(saved);
        assertThat(folder.load(() -> "other")).isEqualTo(saved);
    }

    @Test
    void anUnreadableFileIsKeptBesideTheFreshOne() throws IOException {
        var folder = new UserFolder(home);
        Files.writeString(home.resolve("installation.properties"), "device=\\u12");
        assertThat(folder.load(() -> "fresh").device()).isEqualTo("fresh");
        assertThat(home.resolve("installation.properties.unreadable")).hasContent("device=\\u12");
    }

    @Test
    void eachSystemHasItsOwnPlace() {
        Path user = Path.of("/home/li");
        assertThat(UserFolder.of(Map.of(), "Linux", user).folder())
                .isEqualTo(Path.of("/home/li/.config/zhuhu"));
        assertThat(UserFolder.of(Map.of("XDG_CONFIG_HOME", "/c"), "Linux", user).folder())
                .isEqualTo(Path.of("/c/zhuhu"));
        assertThat(UserFolder.of(Map.of("APPDATA", "/r"), "Windows 10", user).folder())
                .isEqualTo(Path.of("/r/Zhuhu"));
        assertThat(UserFolder.of(Map.of(), "Mac OS X", user).folder())
                .isEqualTo(Path.of("/home/li/Library/Application Support/Zhuhu"));
    }

    @Test
    void onlySixFilesAreRemembered() {
        Installation installation = Installation.fresh("d");
        for (int i = 0; i < 9; i++) {
            installation = installation.opened(Path.of("f" + i));
        }
        assertThat(installation.recent()).hasSize(6).first().isEqualTo(Path.of("f8"));
    }
}
