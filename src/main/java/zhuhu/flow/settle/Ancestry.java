package zhuhu.flow.settle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import zhuhu.record.FactId;
import zhuhu.record.Revision;

/// What the sides of a conflict rest on in common. Pure; any thread.
final class Ancestry {

    private final Map<FactId, Revision> known = new HashMap<>();
    private final Predicate<FactId> live;

    /// `revisions` are all of one record, of whatever section; `live` tells whether somebody stands
    /// behind one.
    Ancestry(List<Revision> revisions, Predicate<FactId> live) {
        revisions.forEach(r -> known.put(r.id(), r));
        this.live = live;
    }

    /// The one statement that all of these rest on and no closer one does; empty where there is
    /// none, or several.
    Optional<Revision> base(List<Revision> heads) {
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        Set<FactId> common = below(heads.getFirst());
        heads.forEach(head -> common.retainAll(below(head)));
        common.removeIf(id -> !known.containsKey(id) || !live.test(id));
        var further = new HashSet<FactId>();
        common.forEach(
                id -> Optional.ofNullable(known.get(id)).ifPresent(r -> further.addAll(below(r))));
        common.removeAll(further);
        return common.size() == 1
                ? Optional.ofNullable(known.get(common.iterator().next()))
                : Optional.empty();
    }

    /// Everything that a statement supersedes, however far.
    Set<FactId> below(Revision from) {
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
}
