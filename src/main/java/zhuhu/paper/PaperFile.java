package zhuhu.paper;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;

/// Puts pages on disk whole or not at all: written beside their place, forced to disk, then moved.
/// One thread a file.
public final class PaperFile {

    private PaperFile() {}

    /// Writes a PDF of these papers and gives the number of pages. `papers` are asked for one after
    /// the other, so that a village's need not be held at once; whatever asking throws leaves no
    /// file behind. `backed` begins each paper on a fresh sheet even where sheets are printed on
    /// both sides.
    public static Outcome<Integer> save(
            Path target, Iterator<Paper> papers, PageWords words, boolean backed) {
        return save(target, out -> Pages.write(out, papers, words, backed, Optional.empty()));
    }

    /// One paper with a text inside, for programs.
    public static Outcome<Integer> saveOne(
            Path target, Paper paper, PageWords words, Attachment text) {
        return save(
                target,
                out ->
                        Pages.write(
                                out, List.of(paper).iterator(), words, false, Optional.of(text)));
    }

    private interface Writing {
        int to(OutputStream out) throws IOException;
    }

    private static Outcome<Integer> save(Path target, Writing writing) {
        Path file = target.toAbsolutePath();
        if (Files.isDirectory(file)) {
            return Outcome.failed(Problem.of("paperIsFolder", target));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            int pages = write(part, writing);
            move(part, file);
            return Outcome.done(pages);
        } catch (NoSuchFileException e) {
            return Outcome.failed(Problem.of("paperNoFolder", target, file.getParent()));
        } catch (IOException e) {
            return Outcome.failed(Problem.of("paperCannotWrite", target, e.getMessage()));
        } finally {
            drop(part);
        }
    }

    private static int write(Path part, Writing writing) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            int pages = writing.to(out);
            out.flush();
            channel.force(true);
            return pages;
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
            // Reason: some network drives cannot; the neighbour is complete already.
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void drop(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // Reason: a stick that was pulled out cannot be tidied; what went wrong is told.
            part.toFile().deleteOnExit();
        }
    }
}
