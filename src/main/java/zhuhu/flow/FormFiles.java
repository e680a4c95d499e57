package zhuhu.flow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.FormSheets;
import zhuhu.form.MarkdownForm;
import zhuhu.workbook.FormBook;

/// XLSForm files on the disk, by their ending: `.md` or `.xlsx`. Any thread.
public final class FormFiles {

    private FormFiles() {}

    /// The cells of a form file; `.xls` is read too. Failed: no such file, another ending, damaged.
    public static Outcome<FormSheets> read(Path file) {
        return switch (ending(file)) {
            case "md" -> readMarkdown(file);
            case "xlsx", "xls" -> FormBook.read(file);
            default -> refused(Problem.of("formFileEnding", name(file)), file);
        };
    }

    private static Outcome<FormSheets> readMarkdown(Path file) {
        try {
            return MarkdownForm.read(name(file), Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return refused(Problem.of("formFileMissing", name(file)), file);
        } catch (CharacterCodingException e) {
            return refused(Problem.of("formFileNotUtf8", name(file)), file);
        } catch (IOException e) {
            return refused(Problem.of("formFileUnreadable", name(file)), file);
        }
    }

    /// Writes a form file, whole or not at all. Failed: another ending, or no place to write.
    public static Outcome<Path> write(FormSheets sheets, Path file) {
        return switch (ending(file)) {
            case "md" ->
                    writeWhole(MarkdownForm.write(sheets).getBytes(StandardCharsets.UTF_8), file);
            case "xlsx" -> writeWhole(FormBook.write(sheets), file);
            default -> refused(Problem.of("formFileEnding", name(file)), file);
        };
    }

    /// Writes a neighbour, forces it to the disk and moves it over `file`, so that `file` is never
    /// half written.
    static Outcome<Path> writeWhole(byte[] bytes, Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        Path neighbour = folder.resolve("." + name(file) + ".tmp");
        try {
            Files.createDirectories(folder);
            try (var channel =
                    FileChannel.open(
                            neighbour,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            return Outcome.done(
                    Files.move(
                            neighbour,
                            file,
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            drop(neighbour);
            return refused(Problem.of("formFileUnwritable", name(file)), file);
        }
    }

    private static void drop(Path neighbour) {
        try {
            Files.deleteIfExists(neighbour);
        } catch (IOException e) {
            // Reason: a leftover neighbour is harmless, and the first failure is the one to tell.
            return;
        }
    }

    private static String ending(Path file) {
        String name = name(file);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static <T> Outcome<T> refused(Problem problem, Path file) {
        return Outcome.failed(problem.at(Place.in(name(file))));
    }
}
