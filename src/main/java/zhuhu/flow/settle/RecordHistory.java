package zhuhu.flow.settle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Values;
import zhuhu.record.Withdrawal;
import zhuhu.store.FactSink;
import zhuhu.store.Workspace;

/// Everything that was ever said of a record, what was taken back included, oldest stored first.
/// Read once; immutable then.
public final class RecordHistory {

    /// One statement. Shape: `behind` everybody who stands or stood behind it; `isHead` where it is
    /// what counts now, or a side of what is contested.
    public record Said(Revision revision, List<Behind> behind, boolean isHead) {
        public Said {
            behind = List.copyOf(behind);
        }

        /// Whether anybody stands behind it still.
        public boolean isLive() {
            return behind.stream().anyMatch(b -> b.withdrawn().isEmpty());
        }
    }

    /// Somebody behind a statement. Shape: `withdrawn` what took it back, if something did and was
    /// not itself taken back.
    public record Behind(Attestation attestation, Optional<Withdrawal> withdrawn) {

        public Stamp stamp() {
            return attestation.stamp();
        }
    }

    private final RecordId record;
    private final List<Said> all;
    private final Map<FactId, Said> byId;
    private final Told told;

    private RecordHistory(RecordId record, List<Said> all, Told told) {
        this.record = record;
        this.all = List.copyOf(all);
        this.byId = all.stream().collect(Collectors.toMap(s -> s.revision().id(), s -> s));
        this.told = told;
    }

    public static RecordHistory of(Workspace workspace, RecordId record) {
        return of(workspace, record, new Told(workspace));
    }

    static RecordHistory of(Workspace workspace, RecordId record, Told told) {
        var taking = new Taking();
        workspace.facts(List.of(record), taking);
        Map<FactId, Withdrawal> withdrawn = taking.withdrawn();
        Set<FactId> heads = new HashSet<>();
        workspace
                .sections(record)
                .values()
                .forEach(section -> section.allHeads().forEach(head -> heads.add(head.id())));
        var all = new ArrayList<Said>();
        for (Revision revision : workspace.revisions(record)) {
            List<Behind> behind =
                    taking.stamps.getOrDefault(revision.id(), List.of()).stream()
                            .map(stamp -> Attestation.of(revision.id(), stamp))
                            .map(a -> new Behind(a, Optional.ofNullable(withdrawn.get(a.id()))))
                            .toList();
            all.add(new Said(revision, behind, heads.contains(revision.id())));
        }
        return new RecordHistory(record, all, told);
    }

    public RecordId record() {
        return record;
    }

    /// Oldest stored first.
    public List<Said> all() {
        return all;
    }

    public Optional<Said> said(FactId revision) {
        return Optional.ofNullable(byId.get(revision));
    }

    /// Sections in the order in which they were first stated.
    public List<String> sections() {
        return all.stream().map(s -> s.revision().section()).distinct().toList();
    }

    /// The section in words.
    public String title(String section) {
        return told.title(record, section);
    }

    /// Who, when and how, in words.
    public String words(Behind behind) {
        return told.words(behind.attestation());
    }

    /// The visit, act or file that a statement came through, in words; "" if unknown.
    public String source(Behind behind) {
        return told.source(List.of(behind.attestation()), told.voice(behind.attestation()));
    }

    /// A property in two statements. Shape: “—” where not asked, "" where left empty.
    public record Difference(String property, String label, String before, String after) {}

    /// What differs between two statements of one section, in the schema's order.
    public List<Difference> between(Values before, Values after, String section) {
        return told.rows(record, section, before, List.of(before, after)).stream()
                .filter(Conflict.Row::differs)
                .map(row ->
                        new Difference(
                                row.property().name(),
                                row.property().label(),
                                row.said().getFirst(),
                                row.said().getLast()))
                .toList();
    }

    /// What a statement changed against what it rests on: the first known of them.
    public List<Difference> changed(Said said) {
        Values below =
                said.revision().supersedes().stream()
                        .flatMap(id -> said(id).stream())
                        .map(s -> s.revision().values())
                        .findFirst()
                        .orElse(Values.NONE);
        return between(below, said.revision().values(), said.revision().section());
    }

    /// Statements that lost: somebody stood behind them, they differ from what counts now, and what
    /// counts now rests on them.
    public List<Said> lost() {
        Set<FactId> below = new HashSet<>();
        all.stream().filter(Said::isHead).forEach(head -> sink(head.revision(), below));
        return all.stream()
                .filter(s -> s.isLive() && !s.isHead() && below.contains(s.revision().id()))
                .toList();
    }

    private void sink(Revision from, Set<FactId> below) {
        var waiting = new ArrayList<>(from.supersedes());
        while (!waiting.isEmpty()) {
            FactId id = waiting.removeLast();
            if (below.add(id)) {
                said(id).ifPresent(s -> waiting.addAll(s.revision().supersedes()));
            }
        }
    }

    private static final class Taking implements FactSink {

        private final Map<FactId, List<Stamp>> stamps = new HashMap<>();
        private final List<Withdrawal> withdrawals = new ArrayList<>();
        private final List<TakeBack> takeBacks = new ArrayList<>();

        @Override
        public void revision(Revision revision, List<Stamp> behind) {
            stamps.put(revision.id(), List.copyOf(behind));
        }

        @Override
        public void withdrawal(Withdrawal withdrawal) {
            withdrawals.add(withdrawal);
        }

        @Override
        public void takeBack(TakeBack takeBack) {
            takeBacks.add(takeBack);
        }

        /// By attestation, the withdrawal that holds.
        Map<FactId, Withdrawal> withdrawn() {
            Set<FactId> back =
                    takeBacks.stream().map(TakeBack::withdrawal).collect(Collectors.toSet());
            var withdrawn = new HashMap<FactId, Withdrawal>();
            withdrawals.stream()
                    .filter(w -> !back.contains(w.id()))
                    .forEach(w -> w.attestations().forEach(a -> withdrawn.putIfAbsent(a, w)));
            return withdrawn;
        }
    }
}
