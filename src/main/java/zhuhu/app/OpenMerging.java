package zhuhu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.merge.BookFiles;
import zhuhu.flow.merge.CellEdit;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.flow.merge.MergedBook;
import zhuhu.flow.merge.MergedRow;
import zhuhu.flow.settle.Conflicts;
import zhuhu.pack.Manifest;
import zhuhu.screen.exchange.merge.Merging;
import zhuhu.store.Waiting;
import zhuhu.store.Workspace;
import zhuhu.workbook.read.BookReader;
import zhuhu.workbook.read.OpenBook;

/// Merging in the window, on the open workspace. The workspace's thread only.
final class OpenMerging implements Merging {

    private final Workspace workspace;
    private final Supplier<Author> author;
    private final Clock clock;
    private final Texts texts;

    OpenMerging(Workspace workspace, Supplier<Author> author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    @Override
    public Outcome<List<Path>> books(List<Path> chosen) {
        return BookFiles.of(chosen);
    }

    @Override
    public Lock lock(Order order) {
        return switch (BookReader.open(order.file(), order.password(), texts)) {
            case Outcome.Done<OpenBook>(OpenBook book) -> {
                close(book);
                yield Lock.OPEN;
            }
            case Outcome.Failed<OpenBook>(List<Problem> why) ->
                    why.stream().anyMatch(p -> p.code().equals("sheetNeedsPassword"))
                            ? Lock.WANTS_PASSWORD
                            : why.stream().anyMatch(p -> p.code().equals("sheetWrongPassword"))
                                    ? Lock.WRONG_PASSWORD
                                    : Lock.OPEN;
        };
    }

    private static void close(OpenBook book) {
        try (book) {
            // Reason: it was opened only to see whether it can be.
            book.about();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Book> tryOut(List<Order> orders, Progress progress) {
        return books(orders, merging().rehearse(orders(orders), progress), Standing.READY);
    }

    @Override
    public List<Book> merge(List<Order> orders, Progress progress) {
        return books(orders, merging().merge(orders(orders), progress), Standing.MERGED);
    }

    private MergeBooks merging() {
        return new MergeBooks(workspace, author.get(), clock, texts);
    }

    private static List<MergeBooks.Order> orders(List<Order> orders) {
        return orders.stream().map(o -> new MergeBooks.Order(o.file(), o.password())).toList();
    }

    private List<Book> books(List<Order> orders, MergeBooks.Merged merged, Standing good) {
        var books = new ArrayList<Book>();
        merged.books().forEach(b -> books.add(book(b, good)));
        for (Order order : orders.subList(merged.books().size(), orders.size())) {
            books.add(
                    new Book(
                            order.file(),
                            Standing.STOPPED,
                            About.NOTHING,
                            Counts.NONE,
                            List.of(),
                            List.of()));
        }
        return books;
    }

    private Book book(MergedBook merged, Standing good) {
        MergedBook.About about = merged.about();
        boolean nothing =
                good == Standing.READY
                        && merged.facts().isNothing()
                        && merged.counts().of(zhuhu.flow.merge.RowClass.SAME)
                                == merged.counts().rows();
        var problems = new ArrayList<Problem>(merged.refused());
        problems.addAll(merged.problems());
        return new Book(
                merged.path(),
                merged.isRefused() ? Standing.REFUSED : nothing ? Standing.KNOWN : good,
                new About(
                        String.join("、", about.villages()),
                        round(about.round()),
                        about.by(),
                        about.at(),
                        about.packageId()),
                counts(merged),
                merged.rows().stream()
                        .filter(r -> r.rowClass() != zhuhu.flow.merge.RowClass.SAME)
                        .map(OpenMerging::row)
                        .toList(),
                problems);
    }

    private String round(String round) {
        return workspace.pack().manifest().round(round).map(Manifest.Round::title).orElse(round);
    }

    private static Counts counts(MergedBook merged) {
        var counts = new EnumMap<RowClass, Integer>(RowClass.class);
        merged.counts().byClass().forEach((is, n) -> counts.put(RowClass.valueOf(is.name()), n));
        return new Counts(counts);
    }

    private static Row row(MergedRow row) {
        return new Row(
                row.sheet(),
                row.row(),
                RowClass.valueOf(row.rowClass().name()),
                row.label(),
                row.record(),
                row.edits().stream().map(OpenMerging::change).toList(),
                row.reasons());
    }

    private static CellChange change(CellEdit edit) {
        Taken taken =
                switch (edit.fate()) {
                    case TAKEN, ACCEPTED -> Taken.TAKEN;
                    case HELD, PENDING -> Taken.HELD;
                    case REFUSED, PUT_ASIDE -> Taken.REFUSED;
                };
        return new CellChange(edit.label(), edit.was(), edit.now(), taken);
    }

    @Override
    public Open open() {
        int held = 0;
        int pending = 0;
        for (Waiting waiting : workspace.waiting()) {
            held += waiting.standing() == Waiting.Standing.HELD ? 1 : 0;
            pending += waiting.standing() == Waiting.Standing.PENDING ? 1 : 0;
        }
        return new Open(new Conflicts(workspace).all().size(), held, pending);
    }
}
