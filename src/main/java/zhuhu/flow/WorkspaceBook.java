package zhuhu.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.check.Finding;
import zhuhu.check.Reasons;
import zhuhu.flow.review.ReviewPoints;
import zhuhu.pack.Level;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Values;
import zhuhu.record.Withdrawal;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.BookHead;
import zhuhu.workbook.export.BookSource;
import zhuhu.workbook.export.PointRow;
import zhuhu.workbook.export.ReportPart;
import zhuhu.workbook.export.TaskPart;

/// A workspace, or some of its villages, as what a workbook is written from.
final class WorkspaceBook implements BookSource {

    private final Workspace workspace;
    private final BookHead head;
    private final BookRecords records;
    private final BookLabels labels;
    private final Optional<ExportWorkbook.Task> task;
    private final Optional<ReportPart> report;
    private final Texts texts;

    WorkspaceBook(
            Workspace workspace,
            BookHead head,
            BookRecords records,
            BookLabels labels,
            Optional<ExportWorkbook.Task> task,
            Optional<ReportPart> report,
            Texts texts) {
        this.workspace = workspace;
        this.head = head;
        this.records = records;
        this.labels = labels;
        this.task = task;
        this.report = report;
        this.texts = texts;
    }

    @Override
    public BookHead head() {
        return head;
    }

    @Override
    public Schema schema() {
        return workspace.schema();
    }

    @Override
    public long count(Kind kind) {
        return records.of(kind).size();
    }

    @Override
    public SortedMap<String, SortedSet<String>> sections(Kind kind) {
        var found = new TreeMap<String, SortedSet<String>>();
        for (String name : workspace.sectionNames(kind)) {
            boolean known = schema().section(kind, name).isPresent();
            if (!name.equals(Reasons.SECTION) && !Review.isOne(name)) {
                found.put(name, known ? new TreeSet<>() : workspace.propertyNames(kind, name));
            }
        }
        return found;
    }

    @Override
    public void rows(Kind kind, Consumer<Row> each) {
        workspace.sections(
                records.of(kind),
                (record, sections) -> {
                    // Reason: what the township said has a sheet of its own.
                    sections.keySet().removeIf(Review::isOne);
                    each.accept(new Row(record, sections));
                });
    }

    @Override
    public Optional<RecordLabel> label(String uuid) {
        return labels.of(uuid);
    }

    @Override
    public List<Stamp> stamps(FactId revision) {
        return workspace.attestations(revision).stream().map(Attestation::stamp).toList();
    }

    /// Open errors and doubts of the exported households with the reasons given, and reasons whose
    /// doubt no check looks for.
    @Override
    public List<FindingRow> findings() {
        var findings = new ArrayList<FindingRow>();
        var told = new HashSet<String>();
        var households = new HashSet<>(records.of(Kind.HOUSEHOLD));
        for (CheckWorkspace.Line line : checked().lines()) {
            told.add(line.finding().rule() + " " + line.finding().record());
            if (line.finding().level() != Level.HINT && households.contains(line.household())) {
                findings.add(finding(line));
            }
        }
        if (workspace.sectionNames(Kind.VISIT).contains(Reasons.SECTION)) {
            for (RecordId visit : records.of(Kind.VISIT)) {
                Values section = workspace.section(visit, Reasons.SECTION).shown();
                String subject = workspace.section(visit, "about").shown().plain("subject");
                Reasons.of(section, subject)
                        .naming(workspace::one)
                        .given()
                        .forEach((doubt, reason) -> {
                            if (told.add(doubt.rule() + " " + doubt.record())) {
                                findings.add(given(doubt, reason));
                            }
                        });
            }
        }
        return findings;
    }

    private CheckWorkspace.Checked checked() {
        if (task.isPresent()) {
            return task.get().checked();
        }
        return switch (new CheckWorkspace(workspace, head.at().toLocalDate())
                .run(Optional.empty())) {
            case Outcome.Done<CheckWorkspace.Checked>(CheckWorkspace.Checked found) -> found;
            case Outcome.Failed<CheckWorkspace.Checked>(List<Problem> why) ->
                    new CheckWorkspace.Checked(List.of(), why);
        };
    }

    @Override
    public Optional<TaskPart> task() {
        return task.map(t -> t.part(records.all()));
    }

    @Override
    public Optional<ReportPart> report() {
        return report;
    }

    private FindingRow finding(CheckWorkspace.Line line) {
        Finding finding = line.finding();
        Optional<RecordLabel> known = labels.of(line.record().text());
        return new FindingRow(
                finding.rule(),
                texts.of("level." + finding.level().code()),
                line.record().shortKey(),
                known.map(RecordLabel::label).orElse(line.label()),
                finding.section(),
                finding.message(),
                finding.next(),
                finding.reason());
    }

    private FindingRow given(Finding.Key doubt, String reason) {
        Optional<RecordLabel> known = labels.of(doubt.record());
        return new FindingRow(
                doubt.rule(),
                texts.of("level.doubt"),
                known.map(k -> k.record().shortKey()).orElse(doubt.record()),
                known.map(RecordLabel::label).orElse(""),
                "",
                "",
                texts.of("export.doubt.next"),
                reason);
    }

    @Override
    public List<PointRow> points() {
        var reviewed = new HashSet<String>();
        workspace.eachRow(
                "SELECT id FROM visit WHERE review_state IS NOT NULL",
                row -> reviewed.add(row.getOrDefault("id", "")));
        List<RecordId> visits =
                records.of(Kind.VISIT).stream().filter(v -> reviewed.contains(v.text())).toList();
        return new PointRows(workspace, texts).of(ReviewPoints.of(workspace, visits));
    }

    @Override
    public void facts(FactSink sink) {
        workspace.facts(records.everything() ? List.of() : records.all(), new Passing(sink));
    }

    /// Hands facts from the store to the workbook.
    private record Passing(FactSink sink) implements zhuhu.store.FactSink {
        @Override
        public void revision(Revision revision, List<Stamp> stamps) {
            sink.revision(revision, stamps);
        }

        @Override
        public void withdrawal(Withdrawal withdrawal) {
            sink.withdrawal(withdrawal);
        }

        @Override
        public void takeBack(TakeBack takeBack) {
            sink.takeBack(takeBack);
        }
    }
}
