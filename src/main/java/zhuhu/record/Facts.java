package zhuhu.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A set of facts, each kind by id. Merging is [#union(Facts)] and nothing else. Immutable; any
/// thread.
public record Facts(
        SortedMap<FactId, Revision> revisions,
        SortedMap<FactId, Attestation> attestations,
        SortedMap<FactId, Withdrawal> withdrawals,
        SortedMap<FactId, TakeBack> takeBacks) {

    public static final Facts NONE =
            new Facts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public Facts {
        revisions = Collections.unmodifiableSortedMap(new TreeMap<>(revisions));
        attestations = Collections.unmodifiableSortedMap(new TreeMap<>(attestations));
        withdrawals = Collections.unmodifiableSortedMap(new TreeMap<>(withdrawals));
        takeBacks = Collections.unmodifiableSortedMap(new TreeMap<>(takeBacks));
    }

    public static Facts of(
            Collection<Revision> revisions,
            Collection<Attestation> attestations,
            Collection<Withdrawal> withdrawals,
            Collection<TakeBack> takeBacks) {
        var facts = new Facts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        var mine = facts.copy();
        revisions.forEach(r -> mine.revisions.put(r.id(), r));
        attestations.forEach(a -> mine.attestations.put(a.id(), a));
        withdrawals.forEach(w -> mine.withdrawals.put(w.id(), w));
        takeBacks.forEach(t -> mine.takeBacks.put(t.id(), t));
        return mine.facts();
    }

    /// All facts of both.
    public Facts union(Facts other) {
        var both = copy();
        both.revisions.putAll(other.revisions);
        both.attestations.putAll(other.attestations);
        both.withdrawals.putAll(other.withdrawals);
        both.takeBacks.putAll(other.takeBacks);
        return both.facts();
    }

    /// Attestations that count: not withdrawn, or their withdrawal was taken back.
    public Set<FactId> standing() {
        var takenBack = new HashSet<FactId>();
        takeBacks.values().forEach(t -> takenBack.add(t.withdrawal()));
        var standing = new HashSet<>(attestations.keySet());
        withdrawals.values().stream()
                .filter(w -> !takenBack.contains(w.id()))
                .forEach(w -> standing.removeAll(w.attestations()));
        return standing;
    }

    /// Revisions that somebody stands behind.
    public Set<FactId> live() {
        Set<FactId> standing = standing();
        var live = new HashSet<FactId>();
        attestations.values().stream()
                .filter(a -> standing.contains(a.id()))
                .forEach(a -> live.add(a.revision()));
        return live;
    }

    /// Which records are one, as the links among these facts say.
    public Classes classes() {
        Set<FactId> live = live();
        var known = new HashSet<RecordId>();
        var answers = new HashMap<RecordId, List<Revision>>();
        for (Revision revision : revisions.values()) {
            known.add(revision.record());
            if (revision.record().kind() == Kind.LINK && revision.section().equals(Link.SECTION)) {
                answers.computeIfAbsent(revision.record(), _ -> new ArrayList<>()).add(revision);
            }
        }
        var links = new ArrayList<Link>();
        answers.forEach((link, stated) -> {
            Section section = Heads.of(stated, live::contains, _ -> false);
            Link.read(link, section.shown()).ifPresent(links::add);
        });
        return Classes.of(links, known::contains);
    }

    private Mutable copy() {
        return new Mutable(
                new TreeMap<>(revisions),
                new TreeMap<>(attestations),
                new TreeMap<>(withdrawals),
                new TreeMap<>(takeBacks));
    }

    private record Mutable(
            SortedMap<FactId, Revision> revisions,
            SortedMap<FactId, Attestation> attestations,
            SortedMap<FactId, Withdrawal> withdrawals,
            SortedMap<FactId, TakeBack> takeBacks) {
        Facts facts() {
            return new Facts(revisions, attestations, withdrawals, takeBacks);
        }
    }
}
