package zhuhu.workbook.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;

/// Puts a workbook on disk whole or not at all: written beside its place, forced to disk, then
/// moved. A file that stood there stays until that move. Nothing is left behind on failure. One
/// thread a file.
public final class BookFile {

    private static final int BUFFER = 1 << 16;

    private BookFile() {}

    /// The workbook of a source. `password`: where given, the file is encrypted as Excel and WPS
    /// encrypt (ECMA-376 agile), and no plain text of it touches the disk.
    public static Outcome<WorkbookWriter.Written> save(
            Path target, Optional<String> password, BookSource source, Texts texts, Pace pace) {
        return save(target, password, out -> WorkbookWriter.write(out, source, texts, pace));
    }

    /// The list that a village posts: no ids, no history, nothing hidden.
    public static Outcome<Long> savePosted(
            Path target, Optional<String> password, PostedSource source, Texts texts) {
        return save(target, password, out -> PostedWriter.write(out, source, texts));
    }

    /// Writes a whole workbook into a stream that stays open.
    public interface Writing<T> {
        T to(OutputStream out) throws IOException;
    }

    /// Any workbook.
    public static <T> Outcome<T> save(Path target, Optional<String> password, Writing<T> writing) {
        Path file = target.toAbsolutePath();
        if (Files.isDirectory(file)) {
            return Outcome.failed(Problem.of("exportIsFolder", target));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            T written = write(part, password, writing);
            move(part, file);
            return Outcome.done(written);
        } catch (Stopped e) {
            return Outcome.failed(Problem.of("exportStopped", target));
        } catch (UncheckedIOException e) {
            return Outcome.failed(problem(target, Objects.requireNonNull(e.getCause())));
        } catch (IOException e) {
            return Outcome.failed(problem(target, e));
        } finally {
            drop(part);
        }
    }

    private static <T> T write(Path part, Optional<String> password, Writing<T> writing)
            throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            T written =
                    password.isPresent()
                            ? Encrypted.write(out, password.get(), writing::to)
                            : writing.to(out);
            out.flush();
            channel.force(true);
            return written;
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // Reason: some network drives cannot; the neighbour is complete, so a plain move will
            // do.
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void drop(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // Reason: a stick that was pulled out cannot be tidied; what went wrong is already
            // told.
            part.toFile().deleteOnExit();
        }
    }

    private static Problem problem(Path target, IOException e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof NoSuchFileException) {
            return Problem.of("exportNoFolder", target, target.toAbsolutePath().getParent());
        }
        if (said.contains("no space")
                || said.contains("not enough space")
                || said.contains("空间不足")) {
            return Problem.of("exportDiskFull", target);
        }
        return e instanceof AccessDeniedException
                ? Problem.of("exportDenied", target)
                : Problem.of("exportCannotWrite", target, e.getMessage());
    }
}
