package zhuhu.flow;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Sticks and other drives that can be pulled out. Reads the system; any thread but the window's.
public final class Drives {

    private Drives() {}

    /// Folders of drives that can be written now, in the system's order.
    public static List<Path> removable() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return windows();
        }
        String user = System.getProperty("user.name", "");
        return system.contains("mac")
                ? mounted(List.of(Path.of("/Volumes")))
                : mounted(
                        List.of(
                                Path.of("/media", user),
                                Path.of("/run/media", user),
                                Path.of("/media")));
    }

    /// Folders under `parents` on which another drive is mounted.
    static List<Path> mounted(List<Path> parents) {
        var found = new ArrayList<Path>();
        for (Path parent : parents) {
            if (!Files.isDirectory(parent)) {
                continue;
            }
            try (Stream<Path> inside = Files.list(parent)) {
                inside.sorted()
                        .filter(Files::isDirectory)
                        .filter(Files::isWritable)
                        .filter(folder -> isOther(folder, parent))
                        .forEach(found::add);
            } catch (IOException e) {
                // Reason: a folder of somebody else's is no drive of ours.
                continue;
            }
        }
        return found;
    }

    private static boolean isOther(Path folder, Path parent) {
        try {
            return !Files.getFileStore(folder).equals(Files.getFileStore(parent));
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> windows() {
        var found = new ArrayList<Path>();
        for (File root : File.listRoots()) {
            try {
                FileStore drive = Files.getFileStore(root.toPath());
                if (Boolean.TRUE.equals(drive.getAttribute("volume:isRemovable"))
                        && !drive.isReadOnly()) {
                    found.add(root.toPath());
                }
            } catch (IOException | UnsupportedOperationException e) {
                // Reason: an empty card reader has a letter and no drive.
                continue;
            }
        }
        return found;
    }
}
