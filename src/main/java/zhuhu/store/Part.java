package zhuhu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A file being made beside the place where it shall stand: `NAME.part`. One that an earlier,
/// interrupted attempt left is thrown away.
record Part(Path path, Path target) {

    static Part of(Path target) {
        return new Part(target.resolveSibling(target.getFileName() + ".part"), target);
    }

    /// The write-ahead log of a database file.
    static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    void clear() throws IOException {
        for (Path file : all()) {
            Files.deleteIfExists(file);
        }
    }

    /// Whether it can be made at all: says why not in the system's words, which SQLite has not.
    void probe() throws IOException {
        Files.createFile(path);
        Files.delete(path);
    }

    /// Takes over a database file as it lies there, with what its log still holds.
    void fill(Path from) throws IOException {
        Files.copy(from, path);
        if (Files.exists(log(from))) {
            Files.copy(log(from), log(path));
        }
    }

    void write(byte[] bytes) throws IOException {
        Files.write(path, bytes);
    }

    /// Until this returns, what was written may be in the machine's memory alone.
    void force() throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Puts it in its place, where nothing stands yet.
    void move() throws IOException {
        force();
        Files.move(path, target);
        forceFolder();
    }

    /// Puts it in its place in one step, instead of what stands there.
    void moveOver() throws IOException {
        force();
        try {
            Files.move(
                    path,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            if (Files.exists(target)) {
                throw e;
            }
            Files.move(path, target);
        }
        forceFolder();
    }

    private void forceFolder() {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Reason: Windows opens no folders, and needs none forced.
            return;
        }
    }

    /// Tidies up; nothing is left of it once it was moved.
    void drop() {
        for (Path file : all()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // Reason: a stick that was pulled out cannot be tidied; what went wrong is told.
                file.toFile().deleteOnExit();
            }
        }
    }

    private List<Path> all() {
        String name = String.valueOf(path.getFileName());
        var all = new ArrayList<Path>();
        for (String end : List.of("", "-wal", "-shm", "-journal", ".lock", ".recovery")) {
            all.add(path.resolveSibling(name + end));
        }
        // Reason: opening a part of an older version keeps a copy of it, which its source is too.
        for (int version = 1; version < Migrations.shipped().latest(); version++) {
            all.add(Migrations.copyOf(path, version));
        }
        return all;
    }
}
