package zhuhu.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;
import zhuhu.base.Sha256;

/// Unpacks the driver's native library once for a user, instead of once for every start.
final class NativeLibrary {

    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private NativeLibrary() {}

    /// Tells the driver where its library stands. Where that cannot be done the driver unpacks it
    /// into the temporary folder, as it does by itself.
    static synchronized void prepare() {
        if (System.getProperty(PATH) != null) {
            return;
        }
        String name = System.mapLibraryName("sqlitejdbc");
        try {
            Path library = unpacked(userCache().resolve("zhuhu").resolve("native"), name);
            if (library != null) {
                System.setProperty(PATH, String.valueOf(library.getParent()));
                System.setProperty(NAME, name);
            }
        } catch (IOException e) {
            // Reason: a home folder that cannot be written is no reason not to work.
            System.clearProperty(PATH);
        }
    }

    /// The library in a folder named by its hash, so that versions never meet; null where the
    /// driver has none for this system.
    static @Nullable Path unpacked(Path cache, String name) throws IOException {
        String resource =
                "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
        byte[] bytes;
        try (InputStream stream = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (stream == null) {
                return null;
            }
            bytes = stream.readAllBytes();
        }
        String hash = Sha256.hex(bytes);
        Path library = cache.resolve(hash.substring(0, 16)).resolve(name);
        if (!isSound(library, bytes.length, hash)) {
            Files.createDirectories(library.getParent());
            Path fresh = Files.createTempFile(library.getParent(), name, ".new");
            Files.write(fresh, bytes);
            Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE);
        }
        return library;
    }

    private static boolean isSound(Path library, int size, String hash) throws IOException {
        return Files.isRegularFile(library)
                && Files.size(library) == size
                && Sha256.hex(Files.readAllBytes(library)).equals(hash);
    }

    private static Path userCache() {
        String home = System.getProperty("user.home");
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String given =
                System.getenv(system.startsWith("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        if (given != null && !given.isBlank()) {
            return Path.of(given);
        }
        return system.startsWith("mac")
                ? Path.of(home, "Library", "Caches")
                : Path.of(home, ".cache");
    }
}
