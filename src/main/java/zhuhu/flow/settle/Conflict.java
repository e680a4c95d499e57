package zhuhu.flow.settle;

import java.util.List;
import java.util.Optional;
import zhuhu.pack.Schema;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// A section of which differing statements stand beside each other, with everything that is settled
/// together with it. Shape: `id` names the record, the section and just these sides, so a further
/// side makes it another conflict; `title` the section in words, with its row or year,
/// `sectionLabel` without; `sides` lowest revision first; `along` the register's sections that say
/// the same on the visit's behalf.
public record Conflict(
        String id,
        RecordId record,
        String section,
        String sectionLabel,
        String title,
        Home home,
        Sort sort,
        List<Side> sides,
        List<FactId> heads,
        Values base,
        Optional<Base> rests,
        List<Row> rows,
        List<Along> along,
        boolean deferred) {

    /// Whose record it is. Shape: `household` empty for a village's own; labels "" where unknown;
    /// `visit` the round's name where it is a visit's section.
    public record Home(
            Optional<RecordId> household,
            String householdLabel,
            Optional<RecordId> village,
            String villageLabel,
            String recordLabel) {}

    /// The statement that all sides rest on: who said it, when and in what way, in words.
    public record Base(Revision revision, String words) {}

    /// One property. Shape: texts are “—” where not asked and "" where left empty; `said` the text
    /// of each side, in the order of the sides; `differs` where two sides say different things.
    public record Row(
            Schema.Property property,
            String base,
            List<String> said,
            List<Optional<Value>> values) {
        public Row {
            said = List.copyOf(said);
            values = List.copyOf(values);
        }

        public boolean differs() {
            return values.stream().distinct().count() > 1;
        }

        /// Whether a side departs from what was agreed before.
        public boolean departs(int side) {
            return !said.get(side).equals(base);
        }
    }

    /// A section of the register that is settled with the visit's. Shape: `bySide` the register's
    /// statement that goes with each side; `heads` those of them, and what they cover.
    public record Along(
            RecordId record,
            String section,
            String title,
            List<Revision> bySide,
            List<FactId> heads,
            Values base) {
        public Along {
            bySide = List.copyOf(bySide);
            heads = List.copyOf(heads);
        }
    }

    public Conflict {
        sides = List.copyOf(sides);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        along = List.copyOf(along);
    }

    /// The rows in which sides differ.
    public List<Row> differing() {
        return rows.stream().filter(Row::differs).toList();
    }
}
