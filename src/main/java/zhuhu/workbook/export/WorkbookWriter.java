package zhuhu.workbook.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import zhuhu.base.Texts;
import zhuhu.record.Kind;
import zhuhu.workbook.export.xlsx.BookOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// Writes a whole workbook into a stream. Keeps no more in memory than the labels that cells share
/// and the notes. One thread. Source: `docs/workbook-format.md`.
public final class WorkbookWriter {

    // Reason: Excel ends at 1 048 576 rows.
    private static final int ROWS_A_SHEET = 1_000_000;
    private static final int HIDDEN_TAB = 100;

    private final BookOut book;
    private final BookSource source;
    private final Texts texts;
    private final Pace pace;
    private final Looks looks;
    private final SheetTitles titles;
    private final PageLook pages;
    private final ListsSheet lists = new ListsSheet();
    private final SequencedMap<String, Long> rows = new LinkedHashMap<>();

    /// What was written. Shape: `packageId` 32 hex digits, `contentHash` 64.
    public record Written(
            String packageId,
            String contentHash,
            SortedMap<Kind, Long> records,
            long revisions,
            long attestations) {}

    private WorkbookWriter(OutputStream out, BookSource source, Texts texts, Pace pace) {
        BookHead head = source.head();
        this.source = source;
        this.texts = texts;
        this.pace = pace;
        this.book =
                new BookOut(
                        out,
                        new BookOut.BookTitle(
                                texts.of("export.title") + " " + String.join("、", head.units()),
                                head.author().name(),
                                head.at()),
                        Looks.USUAL);
        this.looks = new Looks(book);
        this.titles = new SheetTitles(texts);
        this.pages = new PageLook(texts, head);
    }

    /// The stream is left open. Throws [Stopped] where `pace` says so; what is then in the stream
    /// is no workbook.
    static Written write(OutputStream out, BookSource source, Texts texts, Pace pace)
            throws IOException {
        return new WorkbookWriter(out, source, texts, pace).write();
    }

    private Written write() throws IOException {
        var records = new TreeMap<Kind, Long>();
        var tables = new TableWriter(book, source, texts, looks, pages, lists, pace);
        int tab = 1;
        for (Kind kind : Kind.values()) {
            long count = source.count(kind);
            if (count > 0) {
                records.put(kind, count);
                rows.put(titles.of(kind), tables.records(kind, titles.of(kind), tab++, count));
            }
            if (kind == Kind.VISIT && count > 0) {
                tables.visitRows(titles.visitRows(), tab++)
                        .ifPresent(n -> rows.put(titles.visitRows(), n));
            }
        }
        List<BookSource.FindingRow> findings = source.findings();
        if (!findings.isEmpty()) {
            rows.put(titles.findings(), tables.findings(titles.findings(), tab++, findings));
        }
        List<PointRow> points = source.points();
        if (!points.isEmpty()) {
            rows.put(titles.points(), tables.points(titles.points(), tab++, points));
        }
        Optional<ReportPart> report = source.report();
        if (report.isPresent()) {
            tables.account(titles.account(), tab, report.get());
            rows.put(titles.account(), (long) report.get().rows());
        }
        lists.write(book, HIDDEN_TAB);
        var revisions = new RevisionSheets(book, HIDDEN_TAB + 1, ROWS_A_SHEET, pace);
        source.facts(revisions);
        RevisionSheets.Written facts = revisions.finish();
        Optional<TaskPart> task = source.task();
        if (task.isPresent()) {
            PackSheet.write(book, HIDDEN_TAB + 2, task.get().files());
        }
        PackageSheet about = PackageSheet.of(source.head(), task, purpose(), records, facts);
        about.write(book, HIDDEN_TAB + 3);
        Optional<SlipPart> slip = source.slip();
        if (slip.isPresent()) {
            var page = new SlipSheet(texts, looks, source.head(), slip.get());
            page.write(book.sheet(page.setup(pages)));
        } else {
            writeCover(task, facts, about.id());
        }
        book.finish();
        return new Written(
                about.id(), facts.hash(), records, facts.revisions(), facts.attestations());
    }

    /// Of a workbook that is neither ordinary nor a task workbook.
    private Optional<String> purpose() {
        return source.slip()
                .map(_ -> SlipPart.PURPOSE)
                .or(() -> source.report().map(_ -> ReportPart.PURPOSE));
    }

    private void writeCover(Optional<TaskPart> task, RevisionSheets.Written facts, String id)
            throws IOException {
        BookHead head = source.head();
        boolean training = head.use() == BookHead.Use.TRAINING;
        var setup =
                new SheetSetup(
                        titles.cover(),
                        0,
                        SheetSetup.Visibility.VISIBLE,
                        training ? "C00000" : "1F3864",
                        CoverSheet.columns(),
                        0,
                        0,
                        "",
                        "",
                        pages.cover(titles.cover()));
        new CoverSheet(book.sheet(setup), looks, texts, head, task)
                .write(rows, facts.revisions(), facts.hash(), id);
    }
}
