package zhuhu.screen;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;

/// The user's own folder of this program: `installation.properties` and `errors.log`, UTF-8.
public record UserFolder(Path folder) {

    private static final String FILE = "installation.properties";

    /// Where the system wants it. Shape: `environment` as `System.getenv()`; `os` and `home` as the
    /// system properties.
    public static UserFolder of(Map<String, String> environment, String os, Path home) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            String roaming = environment.get("APPDATA");
            Path base = roaming == null ? home.resolve("AppData/Roaming") : Path.of(roaming);
            return new UserFolder(base.resolve("Zhuhu"));
        }
        if (system.contains("mac")) {
            return new UserFolder(home.resolve("Library/Application Support/Zhuhu"));
        }
        String config = environment.get("XDG_CONFIG_HOME");
        Path base = config == null || config.isBlank() ? home.resolve(".config") : Path.of(config);
        return new UserFolder(base.resolve("zhuhu"));
    }

    /// The folder of whoever runs this program.
    public static UserFolder ofThisUser() {
        return of(
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")));
    }

    public Path errorLog() {
        return folder.resolve("errors.log");
    }

    /// The installation as it was last saved; the first time, a fresh one with a device id from
    /// `newDevice`, saved at once. A file that cannot be read is kept beside it under another name.
    public Installation load(Supplier<String> newDevice) {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            var lines = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                lines.load(reader);
                if (!lines.getProperty("device", "").isBlank()) {
                    return installation(lines);
                }
            } catch (IOException | IllegalArgumentException _) {
                // Reason: the window must open all the same; the file is kept for whoever can
                // read it.
            }
            setAside(file);
        }
        Installation fresh = Installation.fresh(newDevice.get());
        save(fresh);
        return fresh;
    }

    /// Replaces what was saved, all of it or nothing.
    public void save(Installation installation) {
        var text = new StringWriter();
        try {
            properties(installation).store(text, null);
            Files.createDirectories(folder);
            Path fresh = folder.resolve(FILE + ".new");
            try (var channel =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                var bytes = StandardCharsets.UTF_8.encode(text.toString());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(
                    fresh,
                    folder.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Installation installation(Properties lines) {
        var recent = new ArrayList<Path>();
        for (int i = 0; lines.containsKey("recent." + i); i++) {
            recent.add(Path.of(lines.getProperty("recent." + i)));
        }
        var people = new ArrayList<Installation.Person>();
        for (int i = 0; lines.containsKey("person." + i + ".name"); i++) {
            String person = "person." + i;
            people.add(
                    new Installation.Person(
                            lines.getProperty(person + ".name"),
                            lines.getProperty(person + ".unit", ""),
                            lines.getProperty(person + ".phone", "")));
        }
        return new Installation(
                lines.getProperty("device"),
                lines.getProperty("name", ""),
                lines.getProperty("unit", ""),
                lines.getProperty("phone", ""),
                recent,
                yes(lines, "projector"),
                yes(lines, "masked"),
                yes(lines, "large"),
                people,
                minutes(lines));
    }

    private static int minutes(Properties lines) {
        String minutes = lines.getProperty("lock", "");
        return minutes.matches("\\d{1,3}") ? Integer.parseInt(minutes) : Installation.LOCK_MINUTES;
    }

    private static boolean yes(Properties lines, String key) {
        return lines.getProperty(key, "0").equals("1");
    }

    private static Properties properties(Installation installation) {
        var lines = new Properties();
        lines.setProperty("device", installation.device());
        lines.setProperty("name", installation.name());
        lines.setProperty("unit", installation.unit());
        lines.setProperty("phone", installation.phone());
        lines.setProperty("projector", installation.projector() ? "1" : "0");
        lines.setProperty("masked", installation.masked() ? "1" : "0");
        lines.setProperty("large", installation.large() ? "1" : "0");
        lines.setProperty("lock", Integer.toString(installation.lockMinutes()));
        List<Installation.Person> people = installation.people();
        for (int i = 0; i < people.size(); i++) {
            lines.setProperty("person." + i + ".name", people.get(i).name());
            lines.setProperty("person." + i + ".unit", people.get(i).unit());
            lines.setProperty("person." + i + ".phone", people.get(i).phone());
        }
        List<Path> recent = installation.recent();
        for (int i = 0; i < recent.size(); i++) {
            lines.setProperty("recent." + i, recent.get(i).toString());
        }
        return lines;
    }

    private static void setAside(Path file) {
        Path aside = file.resolveSibling(FILE + ".unreadable");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
