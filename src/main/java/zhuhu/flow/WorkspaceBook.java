package zhuhu.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import zhuhu.base.Texts;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.record.Withdrawal;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.BookHead;
import zhuhu.workbook.export.BookSource;

/// A workspace, or some of its villages, as what a workbook is written from.
final class WorkspaceBook implements BookSource {

    /// The section in which a visit keeps the reasons for its doubts; it has a sheet of its own.
    private static final String REASONS = "reasons";

    private final Workspace workspace;
    private final BookHead head;
    private final BookRecords records;
    private final BookLabels labels;
    private final Texts texts;

    WorkspaceBook(
            Workspace workspace,
            BookHead head,
            BookRecords records,
            BookLabels labels,
            Texts texts) {
        this.workspace = workspace;
        this.head = head;
        this.records = records;
        this.labels = labels;
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
            if (!name.equals(REASONS)) {
                found.put(name, known ? new TreeSet<>() : workspace.propertyNames(kind, name));
            }
        }
        return found;
    }

    @Override
    public void rows(Kind kind, Consumer<Row> each) {
        workspace.sections(
                records.of(kind), (record, sections) -> each.accept(new Row(record, sections)));
    }

    @Override
    public Optional<RecordLabel> label(String uuid) {
        return labels.of(uuid);
    }

    @Override
    public List<Stamp> stamps(FactId revision) {
        return workspace.attestations(revision).stream().map(Attestation::stamp).toList();
    }

    @Override
    public List<FindingRow> findings() {
        var findings = new ArrayList<FindingRow>();
        if (workspace.sectionNames(Kind.VISIT).contains(REASONS)) {
            for (RecordId visit : records.of(Kind.VISIT)) {
                Section section = workspace.section(visit, REASONS);
                if (section.shown().get(REASONS).orElse(Value.EMPTY)
                        instanceof Value.Rows(List<Values> rows)) {
                    rows.forEach(row -> findings.add(finding(visit, row)));
                }
            }
        }
        return findings;
    }

    private FindingRow finding(RecordId visit, Values row) {
        String record = row.plain("record").isEmpty() ? visit.text() : row.plain("record");
        Optional<RecordLabel> known = labels.of(record);
        return new FindingRow(
                row.plain("rule"),
                texts.of("export.doubt"),
                known.map(k -> k.record().shortKey()).orElse(record),
                known.map(RecordLabel::label).orElse(""),
                row.plain("section"),
                row.plain("message"),
                texts.of("export.doubt.next"),
                row.plain("reason"));
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
