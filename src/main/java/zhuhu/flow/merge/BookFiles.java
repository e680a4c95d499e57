package zhuhu.flow.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.PlaceOrder;
import zhuhu.base.Problem;

/// The workbooks among files and in folders.
public final class BookFiles {

    private static final int DEEP = 12;

    private BookFiles() {}

    /// Each once; files in the order given, those of a folder by name as people count (二村 before
    /// 十村). Shape: of a folder `.xlsx` and `.xls` alone, without the locks that Excel and WPS leave
    /// (`~$...`), hidden files and what lies in `BOOK.files`. Failed: a name that is not there, or
    /// a folder without any workbook.
    public static Outcome<List<Path>> of(Collection<Path> chosen) {
        Set<Path> found = new LinkedHashSet<>();
        var problems = new ArrayList<Problem>();
        for (Path path : chosen) {
            if (Files.isDirectory(path)) {
                List<Path> inside = inside(path, problems);
                found.addAll(inside);
            } else if (Files.exists(path)) {
                found.add(path);
            } else {
                problems.add(Problem.of("mergeNoFile", path));
            }
        }
        return problems.isEmpty() ? Outcome.done(List.copyOf(found)) : Outcome.failed(problems);
    }

    private static List<Path> inside(Path folder, List<Problem> problems) {
        try (Stream<Path> files = Files.walk(folder, DEEP, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> books =
                    files.filter(Files::isRegularFile)
                            .filter(BookFiles::isBook)
                            .sorted((a, b) ->
                                    PlaceOrder.INSTANCE.compare(
                                            folder.relativize(a).toString(),
                                            folder.relativize(b).toString()))
                            .toList();
            if (books.isEmpty()) {
                problems.add(Problem.of("mergeNoBooks", folder));
            }
            return books;
        } catch (IOException | UncheckedIOException e) {
            problems.add(Problem.of("mergeFolderUnread", folder, e.getMessage()));
            return List.of();
        }
    }

    private static boolean isBook(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return (name.endsWith(".xlsx") || name.endsWith(".xls"))
                && !name.startsWith("~$")
                && !name.startsWith(".");
    }
}
