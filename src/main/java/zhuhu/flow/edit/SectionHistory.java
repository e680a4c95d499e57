package zhuhu.flow.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import zhuhu.flow.InWords;
import zhuhu.flow.Labels;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Facts;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.record.Withdrawal;
import zhuhu.store.FactSink;
import zhuhu.store.Workspace;

/// Everything that was ever said of one section, newest first: who, when, in which visit or by
/// which act, for what reason, and what it changed.
public final class SectionHistory {

    /// One statement. Shape: `act` what kind of act it was made by (`section`, `head` ...; `visit`
    /// for a visit; "" for a file); `via` the visit or act; `changes` against what it rests on;
    /// `stands` false where it was taken back; `isHead` where it is what counts now.
    public record Entry(
            FactId revision,
            Stamp stamp,
            Optional<RecordId> via,
            String act,
            Reason reason,
            List<Difference> changes,
            boolean stands,
            boolean isHead) {
        public Entry {
            changes = List.copyOf(changes);
        }
    }

    /// A property before and after, in words; “—” where not asked, “” where empty.
    public record Difference(String property, String label, String before, String now) {}

    private final Workspace workspace;
    private final RecordId record;
    private final String section;
    private final Map<FactId, List<Stamp>> stamps = new HashMap<>();
    private final List<Withdrawal> withdrawals = new ArrayList<>();
    private final List<TakeBack> takeBacks = new ArrayList<>();

    private SectionHistory(Workspace workspace, RecordId record, String section) {
        this.workspace = workspace;
        this.record = record;
        this.section = section;
        workspace.facts(List.of(record), new Taking());
    }

    /// `section` as the record names it (`income@2016`).
    public static List<Entry> of(Workspace workspace, RecordId record, String section) {
        return new SectionHistory(workspace, record, section).entries();
    }

    private List<Entry> entries() {
        Set<FactId> standing = standing();
        var heads = new HashSet<FactId>();
        workspace.section(record, section).allHeads().forEach(head -> heads.add(head.id()));
        Map<FactId, Revision> known = new HashMap<>();
        var entries = new ArrayList<Entry>();
        for (Revision revision : workspace.revisions(record)) {
            if (revision.section().equals(section)) {
                known.put(revision.id(), revision);
                List<Difference> changes = changes(revision, known);
                for (Stamp stamp : stamps.getOrDefault(revision.id(), List.of())) {
                    boolean stands = standing.contains(Attestation.of(revision.id(), stamp).id());
                    boolean isHead = stands && heads.contains(revision.id());
                    entries.addFirst(entry(revision.id(), stamp, changes, stands, isHead));
                }
            }
        }
        return entries;
    }

    private Entry entry(
            FactId revision,
            Stamp stamp,
            List<Difference> changes,
            boolean stands,
            boolean isHead) {
        Optional<RecordId> via =
                Optional.ofNullable(stamp.via())
                        .flatMap(this::recordEver)
                        .filter(r -> r.kind() == Kind.VISIT);
        Values said = via.map(v -> said(v, stamp)).orElse(Values.NONE);
        String act = said.plain("edit_act");
        return new Entry(
                revision,
                stamp,
                via,
                act.isEmpty() && via.isPresent() ? "visit" : act,
                new Reason(said.plain("edit_reason"), said.plain("edit_document")),
                changes,
                stands,
                isHead);
    }

    /// Reason: an act that was taken back says nothing any more, and is still part of the history.
    private Optional<RecordId> recordEver(String via) {
        return via.matches("[0-9a-f-]{36}")
                ? Optional.of(new RecordId(Kind.VISIT, java.util.UUID.fromString(via)))
                : Optional.empty();
    }

    /// What the act or visit said of its reason at that time.
    private Values said(RecordId via, Stamp stamp) {
        var found = new ArrayList<Values>();
        workspace.facts(
                List.of(via),
                new FactSink() {
                    @Override
                    public void revision(Revision revision, List<Stamp> behind) {
                        boolean mine =
                                revision.section().equals("edit")
                                        && (revision.values().get("edit_records").isPresent()
                                                || behind.stream()
                                                        .anyMatch(s -> sameTime(s, stamp)));
                        if (mine) {
                            found.add(revision.values());
                        }
                    }

                    @Override
                    public void withdrawal(Withdrawal withdrawal) {}

                    @Override
                    public void takeBack(TakeBack takeBack) {}
                });
        return found.isEmpty() ? Values.NONE : found.getFirst();
    }

    private static boolean sameTime(Stamp one, Stamp other) {
        return java.util.Objects.equals(one.at(), other.at());
    }

    private List<Difference> changes(Revision revision, Map<FactId, Revision> known) {
        List<Values> below =
                revision.supersedes().stream()
                        .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                        .map(Revision::values)
                        .toList();
        Values before = below.isEmpty() ? Values.NONE : below.getFirst();
        var properties = new TreeSet<>(before.map().keySet());
        properties.addAll(revision.values().map().keySet());
        List<Schema.Property> order =
                workspace
                        .schema()
                        .section(record.kind(), section)
                        .map(Schema.Section::properties)
                        .orElse(List.of());
        var changes = new ArrayList<Difference>();
        for (Schema.Property property : order) {
            Optional<Value> was = before.get(property.name());
            Optional<Value> is = revision.values().get(property.name());
            if (properties.contains(property.name()) && !was.equals(is)) {
                changes.add(
                        new Difference(
                                property.name(),
                                property.label(),
                                words(property, was),
                                words(property, is)));
            }
        }
        return changes;
    }

    private String words(Schema.Property property, Optional<Value> value) {
        boolean reference =
                property.name().equals("household") || property.name().equals("village");
        if (reference) {
            return value.map(v ->
                            workspace
                                    .recordOf(v.plain())
                                    .map(r -> Labels.of(workspace, r))
                                    .orElse(v.plain()))
                    .orElse("—");
        }
        return value.map(v -> InWords.of(property, v)).orElse("—");
    }

    private Set<FactId> standing() {
        var attestations = new ArrayList<Attestation>();
        stamps.forEach((id, all) -> all.forEach(s -> attestations.add(Attestation.of(id, s))));
        return Facts.of(List.of(), attestations, withdrawals, takeBacks).standing();
    }

    private final class Taking implements FactSink {
        @Override
        public void revision(Revision revision, List<Stamp> behind) {
            if (revision.section().equals(section)) {
                stamps.put(revision.id(), List.copyOf(behind));
            }
        }

        @Override
        public void withdrawal(Withdrawal withdrawal) {
            withdrawals.add(withdrawal);
        }

        @Override
        public void takeBack(TakeBack takeBack) {
            takeBacks.add(takeBack);
        }
    }
}
