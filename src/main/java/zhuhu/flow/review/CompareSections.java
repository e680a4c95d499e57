package zhuhu.flow.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import zhuhu.flow.InWords;
import zhuhu.flow.Labels;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// What differs between two states of some records, in words. Filled once, then asked.
final class CompareSections {

    private static final String NOTHING = "—";

    private final Workspace workspace;
    private final ReviewLabels labels;
    private final Map<RecordId, SortedMap<String, Section>> before;
    private final Map<RecordId, String> names = new HashMap<>();
    private final List<Withdrawing.SectionChange> changes = new ArrayList<>();
    private final List<Withdrawing.Contest> opened = new ArrayList<>();
    private final List<Withdrawing.Contest> closed = new ArrayList<>();
    private final List<Withdrawing.Resting> resting = new ArrayList<>();
    private int gone;

    /// `before`: the sections of the records as they were.
    CompareSections(Workspace workspace, Map<RecordId, SortedMap<String, Section>> before) {
        this.workspace = workspace;
        this.before = before;
        this.labels = new ReviewLabels(workspace);
    }

    int gone() {
        return gone;
    }

    List<Withdrawing.SectionChange> changes() {
        return changes;
    }

    List<Withdrawing.Contest> opened() {
        return opened;
    }

    List<Withdrawing.Contest> closed() {
        return closed;
    }

    List<Withdrawing.Resting> resting() {
        return resting;
    }

    /// What the record is called; of one of which nothing is left, what it was called before.
    private String name(RecordId record) {
        return names.computeIfAbsent(
                record,
                _ -> {
                    String now = Labels.of(workspace, record).strip();
                    boolean ofVisit = record.kind() == Kind.VISIT && before("about", record);
                    return now.isEmpty() || ofVisit ? nameBefore(record) : now;
                });
    }

    private boolean before(String section, RecordId record) {
        return before.getOrDefault(record, new TreeMap<>()).containsKey(section);
    }

    private String nameBefore(RecordId record) {
        var said = new TreeMap<String, Value>();
        before.getOrDefault(record, new TreeMap<>())
                .values()
                .forEach(section -> said.putAll(section.shown().map()));
        var values = new Values(said);
        if (record.kind() == Kind.VISIT) {
            String subject = values.plain("subject");
            String household =
                    before.keySet().stream()
                            .filter(r -> r.text().equals(subject))
                            .findFirst()
                            .or(() -> workspace.recordOf(subject))
                            .filter(r -> r.kind() != Kind.VISIT)
                            .map(this::plainName)
                            .orElse("");
            return (household + " " + values.plain("round")).strip();
        }
        return List.of(
                        "person_name",
                        "head_name",
                        "village_name",
                        "helper_name",
                        "title",
                        "content")
                .stream()
                .map(values::plain)
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse(record.shortKey());
    }

    private String plainName(RecordId household) {
        String now = Labels.of(workspace, household).strip();
        return now.isEmpty() ? nameBefore(household) : now;
    }

    private String label(RecordId record, String section) {
        if (section.startsWith(Review.PREFIX)) {
            return labels.of(section.substring(Review.PREFIX.length()));
        }
        int at = section.indexOf('@');
        String behind = at < 0 ? "" : section.substring(at + 1);
        // Reason: a year says itself; anything else is the member that a visit's screen is about.
        String of =
                behind.matches("|\\d{1,4}")
                        ? behind
                        : workspace.recordOf(behind).map(this::plainName).orElse("");
        return workspace
                .schema()
                .section(record.kind(), section)
                .map(Schema.Section::label)
                .map(label -> (label + " " + of).strip())
                .orElseGet(() -> labels.of(section));
    }

    void compare(Collection<RecordId> records, Map<RecordId, SortedMap<String, Section>> after) {
        for (RecordId record : records) {
            SortedMap<String, Section> was = before.getOrDefault(record, new TreeMap<>());
            SortedMap<String, Section> is = after.getOrDefault(record, new TreeMap<>());
            gone += was.isEmpty() != is.isEmpty() ? 1 : 0;
            var names = new TreeSet<>(was.keySet());
            names.addAll(is.keySet());
            for (String section : names) {
                compare(
                        record,
                        section,
                        was.getOrDefault(section, new Section.Unwritten()),
                        is.getOrDefault(section, new Section.Unwritten()));
            }
        }
    }

    private void compare(RecordId record, String section, Section was, Section is) {
        boolean contestedBefore = was instanceof Section.Contested;
        boolean contestedAfter = is instanceof Section.Contested;
        if (contestedBefore != contestedAfter) {
            (contestedAfter ? opened : closed)
                    .add(
                            new Withdrawing.Contest(
                                    record, name(record), section, label(record, section)));
        }
        if (!was.shown().equals(is.shown())) {
            changes.add(
                    new Withdrawing.SectionChange(
                            record,
                            name(record),
                            section,
                            label(record, section),
                            words(record, section, was, is.shown()),
                            words(record, section, is, was.shown())));
        }
    }

    /// What of a section differs from `other`, in words.
    private String words(RecordId record, String section, Section one, Values other) {
        if (one instanceof Section.Unwritten) {
            return NOTHING;
        }
        Optional<Schema.Section> schema = workspace.schema().section(record.kind(), section);
        List<Map.Entry<String, Value>> all =
                one.shown().map().entrySet().stream()
                        .filter(e -> !e.getValue().equals(other.map().get(e.getKey())))
                        .toList();
        // Reason: a question left blank here and never asked there is only worth a word where
        // there is no other.
        List<Map.Entry<String, Value>> telling =
                all.stream()
                        .filter(e ->
                                !e.getValue().plain().isEmpty()
                                        || other.map().containsKey(e.getKey()))
                        .toList();
        String words =
                (telling.isEmpty() ? all : telling)
                        .stream()
                                .map(e -> word(schema, e.getKey(), e.getValue()))
                                .filter(word -> !word.isEmpty())
                                .collect(Collectors.joining("；"));
        return words.isEmpty() ? NOTHING : words;
    }

    private String word(Optional<Schema.Section> section, String property, Value value) {
        Optional<Schema.Property> known =
                section.stream()
                        .flatMap(s -> s.properties().stream())
                        .filter(p -> p.name().equals(property))
                        .findFirst();
        if (known.isEmpty()) {
            return property.equals("of") ? "" : value.plain();
        }
        Schema.Property asked = known.get();
        if (asked.label().isBlank()) {
            return "";
        }
        boolean reference = Set.of("household", "village", "subject").contains(property);
        String plain =
                reference
                        ? workspace
                                .recordOf(value.plain())
                                .map(this::plainName)
                                .orElse(value.plain())
                        : InWords.of(asked, value);
        return asked.label() + "：" + plain;
    }

    /// Statements that stand, on ones that stood before and stand no more.
    void resting(Standing before, Standing after) {
        for (Revision revision : after.all()) {
            boolean rests =
                    after.live().contains(revision.id())
                            && revision.supersedes().stream()
                                    .anyMatch(id ->
                                            before.live().contains(id)
                                                    && !after.live().contains(id));
            if (rests) {
                resting.add(resting(revision.record(), revision));
            }
        }
    }

    private Withdrawing.Resting resting(RecordId record, Revision revision) {
        var stamp =
                workspace.attestations(revision.id()).stream().map(Attestation::stamp).findFirst();
        return new Withdrawing.Resting(
                record,
                name(record),
                revision.section(),
                label(record, revision.section()),
                stamp.map(s -> s.by()).orElse(""),
                stamp.map(s -> s.at() == null ? "" : s.at().replace('T', ' ')).orElse(""));
    }
}
