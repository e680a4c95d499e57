package zhuhu.flow.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Sha256;
import zhuhu.flow.Labels;
import zhuhu.flow.merge.MergedBook.About;
import zhuhu.flow.merge.MergedBook.Before;
import zhuhu.flow.merge.MergedBook.FactCounts;
import zhuhu.flow.picture.BookPictures;
import zhuhu.record.RecordId;
import zhuhu.store.Arrival;
import zhuhu.store.Waiting;
import zhuhu.store.Workspace;
import zhuhu.workbook.read.BookAbout;
import zhuhu.workbook.read.BookTerms;
import zhuhu.workbook.read.OpenBook;

/// Merges one workbook inside a running transaction: facts, then rows, then what waited for them.
/// One use; one thread. Source: `docs/merging.md`.
final class BookMerge {

    private final Workspace workspace;
    private final Workspace.Writer writer;
    private final BookTerms terms;
    private final Watch watch;

    /// Undoes the transaction of a file that broke off while it was read.
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<Problem> problems;

        Broken(List<Problem> problems) {
            super(problems.toString());
            this.problems = List.copyOf(problems);
        }

        List<Problem> problems() {
            return problems;
        }
    }

    /// Who merges, and when: for people to read, no fact names it.
    record Clerk(String name, String at) {}

    BookMerge(Workspace workspace, Workspace.Writer writer, BookTerms terms, Watch watch) {
        this.workspace = workspace;
        this.writer = writer;
        this.terms = terms;
        this.watch = watch;
    }

    /// Throws [Broken] and [Watch.Cancelled].
    MergedBook merge(Path path, OpenBook book, Clerk clerk) {
        BookAbout about = book.about();
        String packageId = about.packageId().orElse("");
        Before before = before(packageId, book.fileId());
        Arrival arrival =
                writer.arriving(
                        Arrival.of(
                                packageId, book.fileId(), book.name(), clerk.at(), clerk.name()));
        String via = sound(book.via());
        var gained = new Gained(workspace.withdrawn());
        var facts = new TakenFacts(workspace, writer, arrival, gained, watch);
        watch.begin("merge.step.facts", number(about, "revisions"));
        OpenBook read = sound(book.facts(facts));
        var statements = new HandStatements(workspace.pack(), about, via);
        var rows = new TakenRows(workspace, writer, arrival, via, statements, gained, watch);
        facts.take();
        watch.begin("merge.step.rows", records(about));
        read = sound(read.rows(terms, rows));
        watch.begin("merge.step.keep", 0);
        int pictures = pictures(path, facts);
        List<Problem> problems = new ArrayList<>(about.doubts());
        problems.addAll(facts.problems());
        problems.addAll(BookPictures.damaged(BookPictures.folder(path)));
        writer.arrived();
        facts.waiting().forEach(writer::waiting);
        rows.waiting().forEach(writer::waiting);
        if (gained.revisions() > 0 || !facts.waiting().isEmpty()) {
            new PendingRead(workspace, writer).run();
        }
        List<MergedRow> merged = new RowVerdicts(workspace, gained).of(rows.rows());
        return remember(
                new MergedBook(
                        path,
                        about(about, read, facts),
                        merged,
                        RowCounts.of(merged),
                        counts(facts, gained, rows, pictures),
                        before,
                        gained.back(),
                        problems,
                        List.of()),
                arrival,
                clerk,
                about.purpose());
    }

    private static <T> T sound(Outcome<T> read) {
        return switch (read) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(List<Problem> why) -> throw new Broken(why);
        };
    }

    private Before before(String packageId, String hash) {
        Before before = Before.NEVER;
        for (Arrival earlier : workspace.arrivals()) {
            if (earlier.hash().equals(hash)) {
                return Before.SAME_FILE;
            }
            if (!packageId.isEmpty() && earlier.packageId().equals(packageId)) {
                before = Before.ANOTHER_COPY;
            }
        }
        return before;
    }

    private static long number(BookAbout about, String line) {
        try {
            return Long.parseLong(about.lines().getOrDefault(line, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static long records(BookAbout about) {
        return about.lines().keySet().stream()
                .filter(name -> name.startsWith("records."))
                .mapToLong(name -> number(about, name))
                .sum();
    }

    /// Takes in the pictures beside the workbook that its facts name, whole ones alone.
    private int pictures(Path path, TakenFacts facts) {
        Path folder = BookPictures.folder(path);
        int taken = 0;
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        for (String name : facts.pictures()) {
            Path file = folder.resolve(name);
            if (!workspace.hasAttachment(name) && Files.isRegularFile(file)) {
                taken += attach(file, name) ? 1 : 0;
            }
        }
        return taken;
    }

    private boolean attach(Path file, String name) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            boolean whole = (Sha256.hex(bytes) + ".jpg").equals(name);
            return whole && writer.attach(bytes).equals(name);
        } catch (IOException e) {
            // Reason: it is listed among those that cannot be read.
            return false;
        }
    }

    private About about(BookAbout about, OpenBook book, TakenFacts facts) {
        return about(
                about,
                book,
                facts.villages().stream()
                        .map(v -> Labels.of(workspace, v))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    static About about(BookAbout about, OpenBook book, List<String> villages) {
        String drafts = about.lines().getOrDefault("drafts", "");
        return new About(
                about.packageId().orElse(""),
                book.fileId(),
                villages,
                about.round(),
                about.author(),
                about.unit(),
                about.at(),
                drafts.matches("[0-9]{1,9}") ? Integer.parseInt(drafts) : -1);
    }

    private FactCounts counts(TakenFacts facts, Gained gained, TakenRows rows, int pictures) {
        Set<RecordId> unseen = new HashSet<>(gained.records());
        rows.rows().forEach(row -> row.record.ifPresent(unseen::remove));
        int waiting = 0;
        for (Waiting one : facts.waiting()) {
            boolean open =
                    workspace.waiting(one.key()).map(w -> w.standing().isOpen()).orElse(false);
            waiting += open ? 1 : 0;
        }
        return new FactCounts(
                gained.revisions(),
                gained.attestations(),
                gained.withdrawals(),
                unseen.size(),
                pictures,
                waiting,
                facts.damaged());
    }

    /// `purpose` as the file states it: what a file was written for, "" for an ordinary workbook.
    private MergedBook remember(MergedBook merged, Arrival arrival, Clerk clerk, String purpose) {
        About said = merged.about();
        new FileRows(said.villages(), said.round(), said.by(), said.at(), merged.counts())
                .keep(writer, arrival);
        if (merged.before() != Before.SAME_FILE) {
            About about = merged.about();
            writer.packageRow(
                    new Workspace.PackageRow(
                            about.packageId().isEmpty() ? about.hash() : about.packageId(),
                            "in",
                            purpose.isEmpty() ? "workbook" : purpose,
                            merged.file(),
                            "",
                            clerk.at(),
                            clerk.name(),
                            String.join("、", about.villages())));
        }
        return merged;
    }
}
