package zhuhu.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhuhu.check.Circumstances;
import zhuhu.check.Finding;
import zhuhu.check.RunChecks;
import zhuhu.form.FormNode;
import zhuhu.form.FormSession;
import zhuhu.form.Ref;
import zhuhu.form.Submission;
import zhuhu.pack.Checks;
import zhuhu.pack.Level;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.ScratchTables;
import zhuhu.store.Workspace;

/// Holds an open visit against the pack's checks, as if it were finalised now: what is known of the
/// household and of those who share a number with it, with the answers laid over, goes into tables
/// in memory, and nothing is written. One thread at a time.
final class Weighing implements AutoCloseable {

    private static final Values DONE = Values.NONE.with("finalised", Value.number(1));

    private final Workspace workspace;
    private final Checks checks;
    private final RecordId visit;
    private final RecordId subject;
    private @Nullable ScratchTables tables;

    Weighing(Workspace workspace, RecordId visit, RecordId subject) {
        this.workspace = workspace;
        this.checks = workspace.pack().checks();
        this.visit = visit;
        this.subject = workspace.one(subject);
    }

    /// What the checks find at questions that are asked now. `about` as the visit states it.
    List<Weighed> weigh(FormSession session, Values about, LocalDate today) {
        if (checks.all().isEmpty() || subject.kind() != Kind.HOUSEHOLD) {
            return List.of();
        }
        ScratchTables scratch = scratch();
        scratch.clear();
        var records = records(session, about);
        var near = new Neighbours(workspace, subject).of(records);
        near.forEach(scratch::put);
        records.forEach(scratch::put);
        Circumstances now = CheckWorkspace.circumstances(workspace, today, about.plain("round"));
        var weighed = new ArrayList<Weighed>();
        for (Finding finding : RunChecks.of(checks, scratch, now, _ -> true).findings()) {
            if (finding.household().equals(subject.text())) {
                at(session, finding).ifPresent(weighed::add);
            }
        }
        return weighed;
    }

    private ScratchTables scratch() {
        if (tables == null) {
            tables = new ScratchTables(workspace.schema(), workspace::one);
        }
        return tables;
    }

    /// The household, its village, members, helpers, issues and measures, and the visit. Shape:
    /// values by section.
    private Map<RecordId, Map<String, Values>> records(FormSession session, Values about) {
        Submission submission = session.submission();
        var updates = new LinkedHashMap<RecordId, Map<String, Values>>();
        RegisterUpdates.of(submission, session, workspace.schema(), subject, visit)
                .sections()
                .forEach((record, sections) -> updates.put(workspace.one(record), sections));
        Set<RecordId> all = new LinkedHashSet<>();
        all.add(subject);
        all.addAll(belonging());
        all.addAll(updates.keySet());
        var records = new TreeMap<RecordId, Map<String, Values>>();
        for (RecordId record : all) {
            var sections = known(workspace, record);
            updates.getOrDefault(record, Map.of())
                    .forEach((name, values) ->
                            sections.merge(name, values, (below, above) -> above.over(below)));
            records.put(record, sections);
        }
        var own = new TreeMap<>(submission.sections());
        own.put("about", about);
        own.put("finalised", DONE);
        records.put(visit, own);
        return records;
    }

    static Map<String, Values> known(Workspace workspace, RecordId record) {
        var known = new TreeMap<String, Values>();
        for (Map.Entry<String, Section> each : workspace.sections(record).entrySet()) {
            known.put(each.getKey(), each.getValue().shown());
        }
        return known;
    }

    private List<RecordId> belonging() {
        var found = new ArrayList<RecordId>();
        for (Kind kind : List.of(Kind.PERSON, Kind.PAIRING, Kind.ISSUE, Kind.MEASURE)) {
            workspace
                    .query(
                            "SELECT id FROM %s WHERE household = ?".formatted(kind.code()),
                            subject.text())
                    .forEach(row -> found.add(id(kind, row)));
        }
        workspace.query("SELECT village AS id FROM household WHERE id = ?", subject.text()).stream()
                .filter(row -> row.containsKey("id"))
                .forEach(row -> found.add(id(Kind.VILLAGE, row)));
        return found;
    }

    static RecordId id(Kind kind, Map<String, String> row) {
        return new RecordId(kind, UUID.fromString(row.getOrDefault("id", "")));
    }

    /// Where a finding can be mended in this visit; empty where nothing of it is asked now.
    private Optional<Weighed> at(FormSession session, Finding finding) {
        if (finding.question().isEmpty()) {
            return Optional.empty();
        }
        boolean own = finding.record().equals(subject.text());
        String row = own ? "" : finding.record();
        Optional<Ref> ref = relevant(session, finding.question(), row);
        if (ref.isEmpty() && own) {
            ref =
                    rowsOf(session, finding.question()).stream()
                            .flatMap(r -> relevant(session, finding.question(), r).stream())
                            .findFirst();
        }
        boolean fixed =
                session.form()
                        .form()
                        .questions()
                        .anyMatch(q -> q.name().equals(finding.question()) && q.readOnly());
        return ref.map(
                at -> new Weighed(finding, at, row, finding.level() == Level.ERROR && !fixed));
    }

    private static Optional<Ref> relevant(FormSession session, String question, String row) {
        return session.find(question, row).stream().filter(session::isRelevant).findFirst();
    }

    private static List<String> rowsOf(FormSession session, String question) {
        return session.form().form().nodes().stream()
                .flatMap(FormNode::walk)
                .filter(FormNode.Repeat.class::isInstance)
                .map(FormNode.Repeat.class::cast)
                .filter(repeat ->
                        repeat.walk()
                                .anyMatch(n ->
                                        n instanceof FormNode.Question q
                                                && q.name().equals(question)))
                .flatMap(repeat -> session.rows(repeat.name()).stream())
                .toList();
    }

    @Override
    public void close() {
        if (tables != null) {
            tables.close();
        }
    }
}
