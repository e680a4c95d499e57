package zhuhu.flow.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import zhuhu.pack.Pack;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Values;
import zhuhu.store.Waiting.Statement;
import zhuhu.workbook.read.BookAbout;
import zhuhu.workbook.read.CellChange;
import zhuhu.workbook.read.Edit;
import zhuhu.workbook.read.Held;

/// The statements that the cells of a workbook make. They depend on the file alone: the same file
/// gives the same ones on every machine, and the same clerk or another changes nothing about them.
final class HandStatements {

    /// Stands for an author that the file does not name, in every language.
    static final String NOBODY = "?";

    private final Recalculation calculation;
    private final Stamp stamp;

    /// `via` is what the facts of the file name as their source.
    HandStatements(Pack pack, BookAbout about, String via) {
        this.calculation = new Recalculation(pack, about.at());
        this.stamp =
                Stamp.of(
                        about.author().isEmpty() ? NOBODY : about.author(),
                        null,
                        about.at().isEmpty() ? null : about.at(),
                        How.WORKBOOK,
                        via);
    }

    /// Those that somebody else's file made, read again.
    HandStatements(Pack pack, Stamp stamp) {
        this.calculation = new Recalculation(pack, stamp.at() == null ? "" : stamp.at());
        this.stamp = stamp;
    }

    Stamp stamp() {
        return stamp;
    }

    /// An edit as a statement on what the row was written from.
    Statement of(Edit edit) {
        return statement(edit.record(), edit.section(), edit.rests(), edit.before(), edit.after());
    }

    Statement statement(
            RecordId record,
            String section,
            Collection<FactId> rests,
            Values before,
            Values after) {
        Values values = calculation.of(record.kind(), section, before, after);
        return new Statement(Revision.of(record, section, rests, values), stamp);
    }

    /// Changes of one row and section that are held for one reason. Shape: `statement` empty where
    /// the cells cannot be values.
    record HeldGroup(
            RecordId record,
            String section,
            Held.Reason reason,
            List<CellChange> changes,
            Optional<Statement> statement) {}

    /// Held changes by section and reason. What is held is laid over the edit of the same section
    /// that is taken, if there is one, and rests on that: accepting it gives the row as it stands
    /// in the file, and no second side.
    List<HeldGroup> held(RecordId record, List<Edit> taken, List<Held> held) {
        var groups = new LinkedHashMap<String, List<Held>>();
        for (Held one : held) {
            groups.computeIfAbsent(one.reason() + " " + section(one), _ -> new ArrayList<>())
                    .add(one);
        }
        var found = new ArrayList<HeldGroup>();
        for (List<Held> group : groups.values()) {
            found.add(group(record, taken, group));
        }
        return found;
    }

    private static String section(Held held) {
        return held.edit().map(Edit::section).orElse("");
    }

    private HeldGroup group(RecordId record, List<Edit> taken, List<Held> group) {
        String section = section(group.getFirst());
        List<CellChange> changes = group.stream().map(Held::change).toList();
        return new HeldGroup(
                record,
                section,
                group.getFirst().reason(),
                changes,
                group.getFirst().edit().map(edit -> laid(edit, taken, changes)));
    }

    private Statement laid(Edit edit, List<Edit> taken, List<CellChange> changes) {
        Optional<Edit> below =
                taken.stream().filter(e -> e.section().equals(edit.section())).findFirst();
        Values before = below.map(e -> of(e).revision().values()).orElse(edit.before());
        Values after = before;
        for (CellChange change : changes) {
            after = after.with(change.property(), change.value());
        }
        return statement(
                edit.record(),
                edit.section(),
                below.<Collection<FactId>>map(e -> List.of(of(e).revision().id()))
                        .orElseGet(() -> new TreeSet<>(edit.rests())),
                before,
                after);
    }
}
