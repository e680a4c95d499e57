package zhuhu.record;

import java.util.List;

/// What a section of a record says now, derived from its revisions by [Heads].
public sealed interface Section {

    /// Nobody stands behind any statement of it.
    record Unwritten() implements Section {}

    /// One value. Shape: `heads` lowest id first, never empty; `revision` is the head whose values
    /// these are.
    record Agreed(Revision revision, List<Revision> heads) implements Section {
        public Agreed {
            heads = List.copyOf(heads);
        }
    }

    /// Sides that differ. Shape: `sides` are at least two heads, lowest id first, none covered by
    /// another; `heads` are all heads; `lastAgreed` is what was agreed before, or what all sides
    /// agree on.
    record Contested(List<Revision> sides, List<Revision> heads, Values lastAgreed)
            implements Section {
        public Contested {
            sides = List.copyOf(sides);
            heads = List.copyOf(heads);
        }
    }

    /// The values to show in a cell: agreed ones, or last agreed ones where contested.
    default Values shown() {
        return switch (this) {
            case Unwritten() -> Values.NONE;
            case Agreed(Revision revision, _) -> revision.values();
            case Contested(_, _, Values lastAgreed) -> lastAgreed;
        };
    }

    /// All heads: what a new statement supersedes if its author saw them.
    default List<Revision> allHeads() {
        return switch (this) {
            case Unwritten() -> List.of();
            case Agreed(_, List<Revision> heads) -> heads;
            case Contested(_, List<Revision> heads, _) -> heads;
        };
    }
}
