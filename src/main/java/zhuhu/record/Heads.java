package zhuhu.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Finds the heads of one section and what they say together. Pure; any thread; the order of
/// `revisions` does not matter.
public final class Heads {

    private final Map<FactId, Revision> known = new HashMap<>();
    private final Predicate<FactId> live;
    private final Predicate<String> calculated;

    private Heads(
            Collection<Revision> revisions, Predicate<FactId> live, Predicate<String> calculated) {
        revisions.forEach(r -> known.put(r.id(), r));
        this.live = live;
        this.calculated = calculated;
    }

    /// The state of a section. Shape: `revisions` are all known revisions of one record and
    /// section, live or not; `live` tells whether somebody stands behind one; `calculated` names
    /// the properties that are left out when statements are compared.
    public static Section of(
            Collection<Revision> revisions, Predicate<FactId> live, Predicate<String> calculated) {
        return new Heads(revisions, live, calculated).section();
    }

    /// The ids of the live revisions from which the last agreed values of a contested section come:
    /// what an edit of the shown values rests on. Empty where the heads have none in common.
    public static List<FactId> agreedOn(Collection<Revision> revisions, Predicate<FactId> live) {
        var heads = new Heads(revisions, live, _ -> false);
        List<Revision> sides = heads.heads();
        return sides.isEmpty()
                ? List.of()
                : heads.closestCommon(sides).stream().map(Revision::id).toList();
    }

    private Section section() {
        List<Revision> heads = heads();
        if (heads.isEmpty()) {
            return new Section.Unwritten();
        }
        List<Revision> sides = uncovered(heads);
        return sides.size() == 1
                ? new Section.Agreed(sides.getFirst(), heads)
                : new Section.Contested(sides, heads, lastAgreed(sides, heads));
    }

    /// Live revisions that no live one supersedes, lowest id first.
    private List<Revision> heads() {
        var superseded = new HashSet<FactId>();
        for (Revision revision : known.values()) {
            if (live.test(revision.id())) {
                superseded.addAll(below(revision));
            }
        }
        return known.values().stream()
                .filter(r -> live.test(r.id()) && !superseded.contains(r.id()))
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }

    /// Everything that a revision supersedes, through live and not live ones alike.
    private Set<FactId> below(Revision from) {
        var found = new HashSet<FactId>();
        var waiting = new ArrayList<>(from.supersedes());
        while (!waiting.isEmpty()) {
            FactId id = waiting.removeLast();
            Revision revision = known.get(id);
            if (found.add(id) && revision != null) {
                waiting.addAll(revision.supersedes());
            }
        }
        return found;
    }

    /// The heads that say something no other head says; of equal ones the lowest id stays.
    private List<Revision> uncovered(List<Revision> heads) {
        var sides = new ArrayList<Revision>();
        for (Revision head : heads) {
            boolean covered =
                    heads.stream().anyMatch(other -> other != head && coveredBy(head, other));
            if (!covered) {
                sides.add(head);
            }
        }
        return sides;
    }

    private boolean coveredBy(Revision head, Revision other) {
        Values mine = stated(head);
        Values theirs = stated(other);
        return theirs.covers(mine) && (!mine.covers(theirs) || other.id().compareTo(head.id()) < 0);
    }

    private Values stated(Revision revision) {
        return revision.values().only(calculated.negate());
    }

    private Values lastAgreed(List<Revision> sides, List<Revision> heads) {
        List<Revision> closest = closestCommon(heads);
        return closest.size() == 1 ? closest.getFirst().values() : agreement(sides);
    }

    /// Live ancestors of every head that no other such ancestor supersedes.
    private List<Revision> closestCommon(List<Revision> heads) {
        var common = new HashSet<>(below(heads.getFirst()));
        heads.forEach(head -> common.retainAll(below(head)));
        common.removeIf(id -> !known.containsKey(id) || !live.test(id));
        var further = new HashSet<FactId>();
        for (FactId id : common) {
            Revision revision = known.get(id);
            if (revision != null) {
                further.addAll(below(revision));
            }
        }
        return known.values().stream()
                .filter(r -> common.contains(r.id()) && !further.contains(r.id()))
                .toList();
    }

    private static Values agreement(List<Revision> sides) {
        var agreed = new TreeMap<>(sides.getFirst().values().map());
        for (Revision side : sides) {
            agreed.entrySet()
                    .removeIf(e -> !e.getValue().equals(side.values().map().get(e.getKey())));
        }
        return new Values(agreed);
    }
}
