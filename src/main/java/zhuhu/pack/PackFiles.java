package zhuhu.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;

/// The bytes of a pack's files, from the program itself or from a folder. Shape of keys:
/// `register/household.md`, `NAME/lists/plots.csv`.
final class PackFiles {

    static final String REGISTER = "register";
    static final String MANIFEST = "pack.toml";

    private static final String MARK = "/forms/register/sections.csv";
    private static final long LARGEST = 8L * 1024 * 1024;
    private static final int MOST = 500;

    private PackFiles() {}

    /// The files of a shipped pack with the register; empty if none has that name.
    static Optional<SortedMap<String, byte[]>> shipped(String name) {
        return inForms(forms -> {
            if (!isName(name) || !Files.isRegularFile(forms.resolve(name, MANIFEST))) {
                return Optional.empty();
            }
            var files = new TreeMap<String, byte[]>();
            add(forms.resolve(REGISTER), REGISTER, files);
            add(forms.resolve(name), name, files);
            return Optional.of(files);
        });
    }

    /// Names of the packs that the program brings, sorted.
    static List<String> shippedNames() {
        return inForms(forms -> {
            try (Stream<Path> folders = Files.list(forms)) {
                return folders.filter(f -> Files.isRegularFile(f.resolve(MANIFEST)))
                        .map(f -> f.getFileName().toString().replace("/", ""))
                        .sorted()
                        .toList();
            }
        });
    }

    /// Whether these are the bytes that the program itself brings at that path.
    static boolean isShipped(String path, byte @Nullable [] bytes) {
        if (bytes == null) {
            return false;
        }
        try (InputStream own = PackFiles.class.getResourceAsStream("/forms/" + path)) {
            return own != null && Arrays.equals(own.readAllBytes(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A campaign folder, and the register beside it, in it, or else the shipped one.
    static Outcome<SortedMap<String, byte[]>> folder(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        Path name = whole.getFileName();
        if (name == null || !Files.isRegularFile(whole.resolve(MANIFEST))) {
            return Outcome.failed(Problem.of("packNoSuch", folder));
        }
        if (!isName(name.toString())) {
            return Outcome.failed(Problem.of("packFolderName", name));
        }
        return reading(
                whole,
                files -> {
                    register(whole, files);
                    add(whole, name.toString(), files);
                });
    }

    /// The folder that a text names, if it can name one.
    static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static void register(Path folder, SortedMap<String, byte[]> files) throws IOException {
        Path beside = folder.resolveSibling(REGISTER);
        Path inside = folder.resolve(REGISTER);
        if (Files.isRegularFile(inside.resolve("sections.csv"))) {
            add(inside, REGISTER, files);
        } else if (Files.isRegularFile(beside.resolve("sections.csv"))) {
            add(beside, REGISTER, files);
        } else {
            inForms(forms -> {
                add(forms.resolve(REGISTER), REGISTER, files);
                return files;
            });
        }
    }

    private interface Filling {
        void fill(SortedMap<String, byte[]> files) throws IOException;
    }

    private static Outcome<SortedMap<String, byte[]>> reading(Path where, Filling filling) {
        var files = new TreeMap<String, byte[]>();
        try {
            filling.fill(files);
        } catch (IOException | UncheckedIOException e) {
            return Outcome.failed(
                    Problem.of("packUnreadable", where, String.valueOf(e.getMessage())));
        }
        if (files.size() > MOST || files.values().stream().anyMatch(b -> b.length > LARGEST)) {
            return Outcome.failed(
                    Problem.of("packTooLarge", where, MOST, LARGEST / 1024 / 1024)
                            .at(Place.in(where.toString())));
        }
        return Outcome.done(files);
    }

    private static void add(Path folder, String under, SortedMap<String, byte[]> files)
            throws IOException {
        try (Stream<Path> all = Files.walk(folder, 4)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().limit(MOST + 1).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                boolean isOurs = path.matches(".*\\.(md|toml|csv|sql)");
                // Reason: a register inside a campaign folder is read as the register.
                if (isOurs && (under.equals(REGISTER) || !path.startsWith(REGISTER + "/"))) {
                    boolean fits = Files.size(file) <= LARGEST;
                    files.put(
                            under + "/" + path,
                            fits ? Files.readAllBytes(file) : new byte[(int) LARGEST + 1]);
                }
            }
        }
    }

    private static boolean isName(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") && !name.equals(REGISTER);
    }

    private interface Look<T> {
        T at(Path forms) throws IOException;
    }

    /// Looks into the program's own `forms` folder: classes on disk, or a jar.
    private static <T> T inForms(Look<T> look) {
        URL mark = PackFiles.class.getResource(MARK);
        if (mark == null) {
            throw new IllegalStateException("The program is incomplete: " + MARK + " is missing.");
        }
        try {
            String place = mark.toString();
            if (!place.startsWith("jar:")) {
                return look.at(Path.of(URI.create(place)).resolve("../..").normalize());
            }
            Path jar = Path.of(URI.create(place.substring(4, place.indexOf("!/"))));
            try (var inside = FileSystems.newFileSystem(jar)) {
                return look.at(inside.getPath("/forms"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
