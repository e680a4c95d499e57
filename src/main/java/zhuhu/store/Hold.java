package zhuhu.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;

/// Keeps a workspace for this program alone, by a lock on a neighbour file that says who holds it.
/// The lock goes with the process, however it ends.
final class Hold implements AutoCloseable {

    /// Reason: locks belong to the process, and closing any channel on a locked file drops them, so
    /// what this process holds must be known before a file is touched.
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Path file;
    private final FileChannel mine;
    private final FileChannel seen;

    private Hold(Path file, FileChannel mine, FileChannel seen) {
        this.file = file;
        this.mine = mine;
        this.seen = seen;
    }

    static boolean isHere(Path file) {
        return HERE.contains(file);
    }

    /// Takes `file` (its real path), or says who has it.
    static Outcome<Hold> take(Path file) throws IOException {
        if (!HERE.add(file)) {
            return Outcome.failed(heldHere(file));
        }
        Hold hold = null;
        try {
            do {
                FileChannel mine = open(file);
                FileLock lock = lock(mine);
                if (lock == null) {
                    mine.close();
                    return Outcome.failed(heldElsewhere(file));
                }
                hold = confirmed(file, mine);
            } while (hold == null);
            return Outcome.done(hold);
        } finally {
            if (hold == null) {
                HERE.remove(file);
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                neighbour(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        // Reason: Windows lets nobody read a locked range, so the lock lies far behind the text.
        return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
    }

    /// Null if another process deleted the neighbour between our opening and our locking it.
    private static @Nullable Hold confirmed(Path file, FileChannel mine) throws IOException {
        byte[] text = me().getBytes(StandardCharsets.UTF_8);
        mine.truncate(0);
        mine.write(ByteBuffer.wrap(text), 0);
        FileChannel seen;
        try {
            seen = FileChannel.open(neighbour(file), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            mine.close();
            return null;
        }
        var read = ByteBuffer.allocate(text.length + 1);
        int length = seen.read(read, 0);
        if (length == text.length && ByteBuffer.wrap(text).equals(read.flip())) {
            return new Hold(file, mine, seen);
        }
        seen.close();
        mine.close();
        return null;
    }

    static Problem heldHere(Path file) {
        return Problem.of("storeHeldHere", String.valueOf(file.getFileName()));
    }

    /// Who holds a file, in the words of its neighbour.
    private static Problem heldElsewhere(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            List<String> who = Files.readAllLines(neighbour(file), StandardCharsets.UTF_8);
            LocalDateTime since =
                    LocalDateTime.ofInstant(
                            Files.getLastModifiedTime(neighbour(file)).toInstant(),
                            ZoneId.systemDefault());
            if (who.size() == 3) {
                return Problem.of(
                        "storeHeld",
                        name,
                        who.get(0),
                        who.get(1),
                        who.get(2),
                        MINUTE.format(since));
            }
        } catch (IOException e) {
            // Reason: the holder may be just closing; then its name is gone already.
            return Problem.of("storeHeldSomewhere", name);
        }
        return Problem.of("storeHeldSomewhere", name);
    }

    private static String me() {
        return "%s\n%d\n%s\n"
                .formatted(host(), ProcessHandle.current().pid(), System.getProperty("user.name"));
    }

    private static String host() {
        for (String name : List.of("COMPUTERNAME", "HOSTNAME")) {
            String host = System.getenv(name);
            if (host != null && !host.isBlank()) {
                return host.strip();
            }
        }
        try {
            return Files.readString(Path.of("/etc/hostname"), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "?";
        }
    }

    static Path neighbour(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    @Override
    public void close() throws IOException {
        if (HERE.remove(file)) {
            // Reason: deleted while still locked, so that nobody takes a file about to vanish
            // unseen.
            Files.deleteIfExists(neighbour(file));
            mine.close();
            seen.close();
        }
    }
}
