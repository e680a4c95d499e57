package zhuhu.flow.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Sha256;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// The pictures that records name, written to a folder beside a workbook. Each is whole or not
/// there; one that stands there already is left alone.
public final class BookPictures {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.jpg");

    private BookPictures() {}

    /// Names in what these records show now, all sides of what is contested.
    public static SortedSet<String> named(Workspace workspace, Collection<RecordId> records) {
        var names = new TreeSet<String>();
        workspace.sections(
                records,
                (_, sections) -> sections.values().forEach(section -> collect(section, names)));
        return names;
    }

    private static void collect(Section section, SortedSet<String> names) {
        switch (section) {
            case Section.Unwritten _ -> {}
            case Section.Agreed agreed -> collect(agreed.revision().values(), names);
            case Section.Contested contested ->
                    contested.sides().forEach(side -> collect(side.values(), names));
        }
    }

    private static void collect(Values values, SortedSet<String> names) {
        values.map().values().forEach(value -> collect(value, names));
    }

    private static void collect(Value value, SortedSet<String> names) {
        switch (value) {
            case Value.Text(String text) when NAME.matcher(text).matches() -> names.add(text);
            case Value.Rows(var rows) -> rows.forEach(row -> collect(row, names));
            case Value.Text _, Value.Number _, Value.Many _, Value.Empty _ -> {}
        }
    }

    /// Where the pictures of a workbook stand: `BOOK.files` beside `BOOK.xlsx`.
    public static Path folder(Path book) {
        String name = String.valueOf(book.getFileName()).replaceFirst("(?i)\\.xlsx$", "");
        return book.toAbsolutePath().resolveSibling(name + ".files");
    }

    /// Writes them; gives how many are in the folder now. Names that this workspace has no picture
    /// of are passed over: they stand in a workbook that came without its folder.
    public static Outcome<Integer> write(
            Workspace workspace, Collection<String> names, Path folder) {
        int written = 0;
        try {
            for (String name : names) {
                Optional<byte[]> bytes = workspace.attachment(name);
                if (bytes.isPresent()) {
                    Files.createDirectories(folder);
                    write(folder.resolve(name), bytes.get());
                    written++;
                }
            }
            return Outcome.done(written);
        } catch (IOException e) {
            return Outcome.failed(Problem.of("picturesUnwritten", folder, written));
        }
    }

    /// Pictures of a folder that are not what their names say, or cannot be read; none if there is
    /// no such folder.
    public static List<Problem> damaged(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> NAME.matcher(String.valueOf(f.getFileName())).matches())
                    .filter(f -> !isWhole(f))
                    .sorted()
                    .map(f -> Problem.of("pictureChanged", folder, f.getFileName()))
                    .toList();
        } catch (IOException e) {
            return List.of(Problem.of("pictureUnreadable", folder));
        }
    }

    private static boolean isWhole(Path file) {
        try {
            return (Sha256.hex(Files.readAllBytes(file)) + ".jpg")
                    .equals(String.valueOf(file.getFileName()));
        } catch (IOException e) {
            return false;
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && Files.size(file) == bytes.length) {
            return;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (var channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
