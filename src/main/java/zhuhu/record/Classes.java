package zhuhu.record;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Which records are one, as links say. Shape: whoever is the same as somebody is the same as all
/// who are the same as that one. Source: `docs/file-format.md`, same. Immutable; any thread.
public final class Classes {

    /// Every record stands for itself.
    public static final Classes NONE = new Classes(Map.of(), _ -> true);

    private final Map<RecordId, SortedSet<RecordId>> classes;
    private final Map<RecordId, RecordId> ids = new HashMap<>();

    private Classes(Map<RecordId, SortedSet<RecordId>> classes, Predicate<RecordId> known) {
        this.classes = classes;
        classes.forEach((record, members) ->
                ids.put(
                        record,
                        members.stream().filter(known).findFirst().orElseGet(members::first)));
    }

    /// Shape: `links` as they count now, in any order; `known` tells whether a record was ever
    /// stated anything of, so that a class never goes by a name that nobody has heard.
    public static Classes of(Collection<Link> links, Predicate<RecordId> known) {
        var classes = new HashMap<RecordId, SortedSet<RecordId>>();
        for (Link link : links) {
            if (link.same()) {
                SortedSet<RecordId> first = alone(classes, link.first());
                SortedSet<RecordId> second = alone(classes, link.second());
                if (first != second) {
                    first.addAll(second);
                    second.forEach(member -> classes.put(member, first));
                }
            }
        }
        classes.replaceAll((_, members) -> Collections.unmodifiableSortedSet(members));
        return classes.isEmpty() ? NONE : new Classes(classes, known);
    }

    private static SortedSet<RecordId> alone(
            Map<RecordId, SortedSet<RecordId>> classes, RecordId record) {
        return classes.computeIfAbsent(record, r -> new TreeSet<>(Set.of(r)));
    }

    public boolean isEmpty() {
        return classes.isEmpty();
    }

    /// Whether a record is the same as another one.
    public boolean joins(RecordId record) {
        return classes.containsKey(record);
    }

    /// The record that stands for all of its class: the lowest that is known; itself where it is
    /// the same as no other.
    public RecordId of(RecordId record) {
        return ids.getOrDefault(record, record);
    }

    /// All that are the same as this one, itself among them, lowest first.
    public SortedSet<RecordId> members(RecordId record) {
        SortedSet<RecordId> members = classes.get(record);
        return members == null ? new TreeSet<>(Set.of(record)) : members;
    }

    /// Every record that is the same as another one.
    public Set<RecordId> joined() {
        return Collections.unmodifiableSet(classes.keySet());
    }
}
