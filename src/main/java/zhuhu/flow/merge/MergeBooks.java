package zhuhu.flow.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.settle.Conflicts;
import zhuhu.store.Waiting;
import zhuhu.store.Workspace;
import zhuhu.workbook.read.BookReader;
import zhuhu.workbook.read.BookTerms;
import zhuhu.workbook.read.OpenBook;

/// Merges workbooks into a workspace, each in one transaction, or plays that through without
/// keeping anything. The order of the files, repeats and groupings make no difference to what is
/// known afterwards. One thread. Source: `docs/merging.md`; decision 0018.
public final class MergeBooks {

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Texts texts;
    private @Nullable BookTerms terms;

    /// A file to read, with its own password where it has one.
    public record Order(Path file, Optional<String> password) {}

    /// What came of it. Shape: `books` in the order given, those that were not reached left out;
    /// the numbers are those of the whole store afterwards.
    public record Merged(
            List<MergedBook> books, long openConflicts, long held, long pending, End end) {
        public Merged {
            books = List.copyOf(books);
        }
    }

    /// Whether all files were reached.
    public enum End {
        ALL,
        CANCELLED
    }

    public MergeBooks(Workspace workspace, Author author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    /// Merges the files in turn. One that cannot be read or may not come in stands in the list with
    /// its reason, and the rest goes on. After a cancel the files done before stay.
    public Merged merge(List<Order> orders, Progress progress) {
        var books = new ArrayList<MergedBook>();
        End end = End.ALL;
        try {
            for (Order order : orders) {
                at(progress, books.size(), orders.size(), order);
                books.add(one(order, progress));
            }
        } catch (Watch.Cancelled e) {
            end = End.CANCELLED;
        }
        return summed(books, end);
    }

    /// What [#merge(List, Progress)] would do, file after file, and keeps nothing of it.
    public Merged rehearse(List<Order> orders, Progress progress) {
        var broken = new HashMap<Path, List<Problem>>();
        while (true) {
            Optional<Merged> played =
                    workspace.rehearse(writer -> played(orders, writer, broken, progress));
            if (played.isPresent()) {
                return played.get();
            }
        }
    }

    /// Empty where a file broke off that was not known to: it must be played again without it.
    private Optional<Merged> played(
            List<Order> orders,
            Workspace.Writer writer,
            Map<Path, List<Problem>> broken,
            Progress progress) {
        var books = new ArrayList<MergedBook>();
        try {
            for (Order order : orders) {
                at(progress, books.size(), orders.size(), order);
                List<Problem> known = broken.get(order.file());
                books.add(
                        known == null
                                ? opened(
                                        order,
                                        progress,
                                        (book, watch) -> merge(order.file(), book, writer, watch))
                                : MergedBook.refused(
                                        order.file(), MergedBook.About.NOTHING, known));
            }
        } catch (BookMerge.Broken e) {
            broken.put(orders.get(books.size()).file(), e.problems());
            return Optional.empty();
        } catch (Watch.Cancelled e) {
            return Optional.of(summed(books, End.CANCELLED));
        }
        return Optional.of(summed(books, End.ALL));
    }

    private static void at(Progress progress, int done, int all, Order order) {
        progress.at("merge.step.file", done, all);
        progress.about(String.valueOf(order.file().getFileName()));
        if (progress.cancelled()) {
            throw new Watch.Cancelled();
        }
    }

    private MergedBook one(Order order, Progress progress) {
        try {
            return opened(
                    order,
                    progress,
                    (book, watch) ->
                            workspace.write(writer -> merge(order.file(), book, writer, watch)));
        } catch (BookMerge.Broken e) {
            return MergedBook.refused(order.file(), MergedBook.About.NOTHING, e.problems());
        }
    }

    private MergedBook opened(
            Order order, Progress progress, BiFunction<OpenBook, Watch, MergedBook> work) {
        String name = String.valueOf(order.file().getFileName());
        return switch (BookReader.open(order.file(), order.password(), texts)) {
            case Outcome.Failed<OpenBook>(List<Problem> why) ->
                    MergedBook.refused(
                            order.file(),
                            MergedBook.About.NOTHING,
                            why.stream()
                                    .map(p -> p.place() == null ? p.at(Place.in(name)) : p)
                                    .toList());
            case Outcome.Done<OpenBook>(OpenBook book) -> {
                try (book) {
                    List<Problem> stops = new BookDoor(workspace).stops(book);
                    yield stops.isEmpty()
                            ? work.apply(book, new Watch(progress))
                            : MergedBook.refused(
                                    order.file(),
                                    BookMerge.about(book.about(), book, List.of()),
                                    stops);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private MergedBook merge(Path path, OpenBook book, Workspace.Writer writer, Watch watch) {
        String at = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
        return new BookMerge(workspace, writer, terms(), watch)
                .merge(path, book, new BookMerge.Clerk(author.name(), at));
    }

    /// Reason: reading the lists of headings takes longer than reading a small workbook.
    private BookTerms terms() {
        BookTerms now = terms;
        if (now == null) {
            now = BookTerms.of(workspace.pack(), texts);
            terms = now;
        }
        return now;
    }

    private Merged summed(List<MergedBook> books, End end) {
        long held = 0;
        long pending = 0;
        for (Waiting waiting : workspace.waiting()) {
            held += waiting.standing() == Waiting.Standing.HELD ? 1 : 0;
            pending += waiting.standing() == Waiting.Standing.PENDING ? 1 : 0;
        }
        return new Merged(books, new Conflicts(workspace).all().size(), held, pending, end);
    }
}
