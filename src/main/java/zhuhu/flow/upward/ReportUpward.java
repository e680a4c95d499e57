package zhuhu.flow.upward;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.Progress;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.flow.merge.MergedBook;
import zhuhu.flow.upward.Certificate.BookLine;
import zhuhu.paper.Attachment;
import zhuhu.paper.PageWords;
import zhuhu.paper.PaperFile;
import zhuhu.store.Arrival;
import zhuhu.store.Workspace;

/// Hands a township's work up: the workbook with its account, and beside it the certificate of
/// coverage, whose figures are worked out anew from the written workbook alone. One thread.
public final class ReportUpward {

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Texts texts;
    private final SecureRandom chance;

    /// What was written. Shape: `check` the certificate's last line.
    public record Reported(ExportWorkbook.Exported workbook, Path certificate, String check) {}

    /// `chance` makes the passphrase of the file that is thrown away.
    public ReportUpward(
            Workspace workspace, Author author, Clock clock, Texts texts, SecureRandom chance) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
        this.chance = chance;
    }

    /// Failed: the workbook was not written, or (it was) it does not say all that this file knows,
    /// or the certificate could not be written.
    public Outcome<Reported> report(
            ExportWorkbook.Choice choice, Path certificate, Progress progress) {
        return new ExportWorkbook(workspace, author, clock, texts)
                .export(choice, new AccountTables(texts).part(Account.of(workspace)), progress)
                .then(exported -> certify(choice, exported, certificate, progress));
    }

    private Outcome<Reported> certify(
            ExportWorkbook.Choice choice,
            ExportWorkbook.Exported exported,
            Path out,
            Progress progress) {
        progress.at("upward.step.certify", 0, 0);
        boolean training = workspace.setting("training").orElse("0").equals("1");
        return Scratch.of(workspace.pack(), training, chance)
                .then(scratch -> {
                    try (scratch) {
                        return figures(scratch, choice, progress)
                                .then(figures -> write(figures, exported, training, out));
                    }
                });
    }

    private Outcome<Figures> figures(
            Scratch scratch, ExportWorkbook.Choice choice, Progress progress) {
        var order = new MergeBooks.Order(choice.out(), choice.password());
        MergedBook merged =
                scratch.merge(List.of(order), clock, texts, progress).books().getFirst();
        if (merged.isRefused()) {
            return Outcome.failed(merged.refused());
        }
        var figures = Figures.of(scratch.workspace(), workspace.setting("round").orElse(""));
        boolean whole =
                !choice.villages().isEmpty() || figures.state().equals(Figures.dump(workspace));
        return whole
                ? Outcome.done(figures)
                : Outcome.failed(Problem.of("certificateIncomplete", choice.out()));
    }

    private Outcome<Reported> write(
            Figures figures, ExportWorkbook.Exported exported, boolean training, Path out) {
        var certificate =
                new Certificate(
                        workspace.pack().manifest().name(),
                        training,
                        figures,
                        books(exported),
                        LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString());
        var paper = new CertificatePaper(texts, workspace.pack().manifest(), author);
        var words = new PageWords(texts.of("paper.known"), texts.of("paper.page"));
        var text =
                new Attachment(
                        Certificate.NAME, texts.of("upward.paper.certificate"), certificate.text());
        return PaperFile.saveOne(out, paper.of(certificate), words, text)
                .map(_ -> new Reported(exported, out, certificate.check()));
    }

    private List<BookLine> books(ExportWorkbook.Exported exported) {
        var books = new LinkedHashMap<String, BookLine>();
        for (Arrival arrival : workspace.arrivals()) {
            books.putIfAbsent(
                    arrival.hash(),
                    new BookLine(
                            BookLine.Use.IN, arrival.packageId(), arrival.hash(), arrival.file()));
        }
        var all = new ArrayList<BookLine>();
        all.add(
                new BookLine(
                        BookLine.Use.UP,
                        exported.packageId(),
                        FileHash.of(exported.file()).orElse(""),
                        String.valueOf(exported.file().getFileName())));
        all.addAll(books.values());
        return all;
    }
}
