package zhuhu.workbook.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Facts;
import zhuhu.record.Heads;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;

/// A source whose facts are held in memory.
public final class MemoryBook implements BookSource {

    private final BookHead head;
    private final Schema schema;
    private final Facts facts;
    private final SortedMap<RecordId, SortedMap<String, Section>> records = new TreeMap<>();
    private final Map<FactId, List<Attestation>> by = new HashMap<>();
    private final List<FindingRow> findings;

    public MemoryBook(BookHead head, Schema schema, Facts facts, List<FindingRow> findings) {
        this.head = head;
        this.schema = schema;
        this.facts = facts;
        this.findings = List.copyOf(findings);
        facts.attestations()
                .values()
                .forEach(a -> by.computeIfAbsent(a.revision(), _ -> new ArrayList<>()).add(a));
        var bySection = new TreeMap<RecordId, SortedMap<String, List<Revision>>>();
        for (Revision r : facts.revisions().values()) {
            bySection
                    .computeIfAbsent(r.record(), _ -> new TreeMap<>())
                    .computeIfAbsent(r.section(), _ -> new ArrayList<>())
                    .add(r);
        }
        Set<FactId> live = facts.live();
        bySection.forEach((record, sections) -> {
            var derived = new TreeMap<String, Section>();
            sections.forEach((name, revisions) ->
                    derived.put(
                            name,
                            Heads.of(
                                    revisions,
                                    live::contains,
                                    schema.calculated(record.kind(), name))));
            records.put(record, derived);
        });
    }

    @Override
    public BookHead head() {
        return head;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public long count(Kind kind) {
        return records.keySet().stream().filter(r -> r.kind() == kind).count();
    }

    @Override
    public SortedMap<String, SortedSet<String>> sections(Kind kind) {
        var found = new TreeMap<String, SortedSet<String>>();
        records.forEach((record, sections) -> {
            if (record.kind() == kind) {
                sections.forEach((name, section) ->
                        found.computeIfAbsent(named(name), _ -> new TreeSet<>())
                                .addAll(section.shown().map().keySet()));
            }
        });
        return found;
    }

    private static String named(String section) {
        return section.replaceFirst("@.{36}$", "");
    }

    @Override
    public void rows(Kind kind, Consumer<Row> each) {
        records.entrySet().stream()
                .filter(e -> e.getKey().kind() == kind)
                .map(e -> new Row(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(r -> label(r.record().text()).orElseThrow().label()))
                .forEach(each);
    }

    @Override
    public Optional<RecordLabel> label(String uuid) {
        return records.entrySet().stream()
                .filter(e -> e.getKey().text().equals(uuid))
                .map(e -> new RecordLabel(e.getKey(), label(e.getValue())))
                .findFirst();
    }

    private static String label(SortedMap<String, Section> sections) {
        return sections.values().stream()
                .flatMap(s ->
                        List.of("village_name", "head_name", "person_name", "title").stream()
                                .flatMap(p -> s.shown().get(p).stream()))
                .map(Value::plain)
                .findFirst()
                .orElse("");
    }

    @Override
    public List<Stamp> stamps(FactId revision) {
        return by.getOrDefault(revision, List.of()).stream().map(Attestation::stamp).toList();
    }

    @Override
    public List<FindingRow> findings() {
        return findings;
    }

    @Override
    public void facts(FactSink sink) {
        facts.revisions().values().stream()
                .sorted(
                        Comparator.comparing(Revision::record)
                                .thenComparing(Revision::section)
                                .thenComparing(Revision::id))
                .forEach(r -> sink.revision(r, stamps(r.id())));
        facts.withdrawals().values().forEach(sink::withdrawal);
        facts.takeBacks().values().forEach(sink::takeBack);
    }
}
