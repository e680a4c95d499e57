package zhuhu.flow;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.review.ReviewPoint;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.BookFile;
import zhuhu.workbook.export.BookHead;
import zhuhu.workbook.export.BookSource;
import zhuhu.workbook.export.Pace;
import zhuhu.workbook.export.SlipPart;
import zhuhu.workbook.export.WorkbookWriter;

/// Writes a village's return slip: a page to print, and behind it the reviews of the visits that
/// are on it, with all that they supersede, and nothing else. It is merged like any workbook.
public final class ExportSlip {

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Texts texts;

    public ExportSlip(Workspace workspace, Author author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    /// `points` are of households of that village and not answered. Failed: the file could not be
    /// written; what stood there is untouched.
    public Outcome<WorkbookWriter.Written> export(
            Path out, RecordId village, List<ReviewPoint> points) {
        LocalDateTime at = LocalDateTime.now(clock).withNano(0);
        var records = new BookRecords(workspace, List.of(village));
        var labels = new BookLabels(workspace);
        BookHead head = new BookHeading(workspace, records, labels, texts).head(author, at);
        String name = Labels.of(workspace, village);
        var part = new SlipPart(name, new PointRows(workspace, texts).of(points));
        var visits = new LinkedHashSet<RecordId>();
        points.forEach(point -> visits.add(point.visit()));
        return BookFile.save(
                        out,
                        Optional.empty(),
                        new Slip(workspace, head, part, visits),
                        texts,
                        Pace.QUIET)
                .map(written -> {
                    workspace.write(writer -> {
                        writer.packageRow(
                                new Workspace.PackageRow(
                                        written.packageId(),
                                        "out",
                                        SlipPart.PURPOSE,
                                        String.valueOf(out.getFileName()),
                                        "",
                                        at.toString(),
                                        author.name(),
                                        name));
                        return out;
                    });
                    return written;
                });
    }

    /// The reviews of some visits.
    private record Slip(Workspace workspace, BookHead head, SlipPart part, Set<RecordId> visits)
            implements BookSource {

        @Override
        public Schema schema() {
            return workspace.schema();
        }

        @Override
        public long count(Kind kind) {
            return 0;
        }

        @Override
        public SortedMap<String, SortedSet<String>> sections(Kind kind) {
            return new TreeMap<>();
        }

        @Override
        public void rows(Kind kind, Consumer<Row> each) {}

        @Override
        public Optional<RecordLabel> label(String uuid) {
            return Optional.empty();
        }

        @Override
        public List<Stamp> stamps(FactId revision) {
            return List.of();
        }

        @Override
        public List<FindingRow> findings() {
            return List.of();
        }

        @Override
        public Optional<SlipPart> slip() {
            return Optional.of(part);
        }

        @Override
        public void facts(FactSink sink) {
            workspace.facts(visits, new Reviewing(sink));
        }
    }

    /// Lets only reviews through, and what withdraws them.
    private static final class Reviewing implements zhuhu.store.FactSink {
        private final BookSource.FactSink sink;
        private final Set<FactId> told = new HashSet<>();
        private final Set<FactId> withdrawals = new HashSet<>();

        Reviewing(BookSource.FactSink sink) {
            this.sink = sink;
        }

        @Override
        public void revision(Revision revision, List<Stamp> by) {
            if (revision.section().startsWith(Review.PREFIX)) {
                by.forEach(stamp -> told.add(Attestation.of(revision.id(), stamp).id()));
                sink.revision(revision, by);
            }
        }

        @Override
        public void withdrawal(Withdrawal withdrawal) {
            if (withdrawal.attestations().stream().anyMatch(told::contains)) {
                withdrawals.add(withdrawal.id());
                sink.withdrawal(withdrawal);
            }
        }

        @Override
        public void takeBack(TakeBack takeBack) {
            if (withdrawals.contains(takeBack.withdrawal())) {
                sink.takeBack(takeBack);
            }
        }
    }
}
