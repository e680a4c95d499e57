package zhuhu.flow.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import zhuhu.base.Outcome;
import zhuhu.flow.FindRecord;
import zhuhu.record.FactId;
import zhuhu.record.Heads;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Waiting.Statement;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.BaseCell;
import zhuhu.workbook.read.Lost;

/// Says what a section means whose heads the file's own facts do not know, by what this store
/// knows. Source: `docs/merging.md`, rows whose hidden sheets are lost.
///
/// Reason: whatever becomes a fact here must become the same fact in every store sooner or later;
/// so a revision is stated only where its id is the one that the base names, everything else is
/// held or waits.
final class LostSections {

    private final Workspace workspace;
    private final HandStatements statements;

    LostSections(Workspace workspace, HandStatements statements) {
        this.workspace = workspace;
        this.statements = statements;
    }

    /// What a section of a row comes to.
    sealed interface Said {

        /// It is the very statement that the base names.
        record Stated(Statement statement) implements Said {}

        /// It says what is known.
        record Known() implements Said {}

        /// It says something else than what it rests on, or rests on nothing that can be found.
        record Changed(Values was, Statement statement) implements Said {}

        /// What it rests on has not arrived.
        record Pending() implements Said {}
    }

    Said of(RecordId record, Lost said) {
        Optional<Lost> found = named(said);
        if (found.isEmpty()) {
            return new Said.Pending();
        }
        Lost lost = found.get();
        var known = new HashMap<String, Revision>();
        for (Revision revision : workspace.revisions(record)) {
            if (revision.section().equals(lost.section())) {
                known.put(revision.id().hex().substring(0, 16), revision);
            }
        }
        return switch (lost.heads().size()) {
            case 0 -> withoutBase(record, lost);
            case 1 -> onOne(record, lost, lost.heads().getFirst(), known);
            default -> onSeveral(record, lost, known);
        };
    }

    /// With the records that its cells name by their short keys; empty where one has not arrived.
    private Optional<Lost> named(Lost lost) {
        Values values = lost.values();
        for (Map.Entry<String, String> refers : lost.refers().entrySet()) {
            if (!(new FindRecord(workspace).by(refers.getValue())
                    instanceof Outcome.Done<RecordId>(RecordId named))) {
                return Optional.empty();
            }
            values = values.with(refers.getKey(), Value.text(named.text()));
        }
        return Optional.of(
                new Lost(
                        lost.section(),
                        lost.heads(),
                        values,
                        new TreeMap<>(),
                        lost.whole(),
                        lost.places()));
    }

    private Said withoutBase(RecordId record, Lost lost) {
        Section now = workspace.section(record, lost.section());
        Values after = lost.values().over(now.shown());
        List<FactId> heads = now.allHeads().stream().map(Revision::id).toList();
        return heads.size() == 1 && isSame(record, lost, after, now.shown())
                ? new Said.Known()
                : changed(record, lost, heads, now.shown(), after);
    }

    private Said onOne(
            RecordId record, Lost lost, BaseCell.Head head, Map<String, Revision> known) {
        Optional<Statement> again = again(record, lost, head, known);
        if (again.isPresent()) {
            return new Said.Stated(again.get());
        }
        Revision below = known.get(BaseCell.hex(head.head()));
        if (below == null) {
            return new Said.Pending();
        }
        Values after = lost.values().over(below.values());
        return isSame(record, lost, after, below.values())
                ? new Said.Known()
                : changed(record, lost, List.of(below.id()), below.values(), after);
    }

    /// The head itself, stated anew on what it rested on; empty where that does not give its id.
    private Optional<Statement> again(
            RecordId record, Lost lost, BaseCell.Head head, Map<String, Revision> known) {
        if (lost.whole() != Lost.Whole.ALL) {
            return Optional.empty();
        }
        var below = new ArrayList<FactId>();
        for (String prefix : head.rests()) {
            Revision revision = known.get(BaseCell.hex(prefix));
            if (revision == null) {
                return Optional.empty();
            }
            below.add(revision.id());
        }
        Revision made = Revision.of(record, lost.section(), below, lost.values());
        return made.id().hex().startsWith(BaseCell.hex(head.head()))
                ? Optional.of(new Statement(made, statements.stamp()))
                : Optional.empty();
    }

    private Said onSeveral(RecordId record, Lost lost, Map<String, Revision> known) {
        var heads = new ArrayList<Revision>();
        for (BaseCell.Head head : lost.heads()) {
            Revision revision = known.get(BaseCell.hex(head.head()));
            if (revision == null) {
                return new Said.Pending();
            }
            heads.add(revision);
        }
        Collection<Revision> closure = closure(heads, known);
        Predicate<FactId> live = _ -> true;
        Section then = Heads.of(closure, live, calculated(record, lost));
        List<FactId> rests =
                then instanceof Section.Contested
                        ? Heads.agreedOn(closure, live)
                        : then.allHeads().stream().map(Revision::id).toList();
        Values after = lost.values().over(then.shown());
        return isSame(record, lost, after, then.shown())
                ? new Said.Known()
                : changed(record, lost, rests, then.shown(), after);
    }

    private static Collection<Revision> closure(List<Revision> heads, Map<String, Revision> known) {
        var found = new HashMap<FactId, Revision>();
        var waiting = new ArrayList<>(heads);
        while (!waiting.isEmpty()) {
            Revision next = waiting.removeLast();
            if (found.put(next.id(), next) == null) {
                for (FactId id : next.supersedes()) {
                    Revision below = known.get(id.hex().substring(0, 16));
                    if (below != null) {
                        waiting.add(below);
                    }
                }
            }
        }
        return found.values();
    }

    private Said changed(
            RecordId record, Lost lost, Collection<FactId> rests, Values was, Values after) {
        return new Said.Changed(
                was,
                statements.statement(record, lost.section(), new TreeSet<>(rests), was, after));
    }

    private Predicate<String> calculated(RecordId record, Lost lost) {
        return workspace.schema().calculated(record.kind(), lost.section());
    }

    private boolean isSame(RecordId record, Lost lost, Values one, Values other) {
        Predicate<String> asked = calculated(record, lost).negate();
        return one.only(asked).equals(other.only(asked));
    }
}
