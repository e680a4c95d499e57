package zhuhu.workbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Values;

/// A row that differs, before the rest of its sheet is known. One thread.
final class RowDraft {

    final Place at;
    final BookParts.RecordTable table;
    final String key;
    final Optional<RecordId> record;
    final List<Change> changes = new ArrayList<>();
    final SortedMap<String, Lost> lost = new TreeMap<>();
    final List<Problem> doubts = new ArrayList<>();

    /// The section that a change belongs to, and on what it rests.
    record Ground(String section, SortedSet<FactId> rests, Values before, Edit.Note note) {}

    /// A cell that differs. Shape: `was` and `now` as they are compared with the rest of the
    /// column.
    record Change(
            Column column,
            Ground ground,
            CellChange change,
            Verdict verdict,
            String was,
            String now) {}

    RowDraft(Place at, BookParts.RecordTable table, String key, Optional<RecordId> record) {
        this.at = at;
        this.table = table;
        this.key = key;
        this.record = record;
    }

    boolean isUnchanged() {
        return changes.isEmpty() && lost.isEmpty();
    }

    /// What it says, for comparing rows of one record.
    String content() {
        var text = new StringBuilder();
        changes.forEach(c ->
                text.append(c.ground().section())
                        .append('.')
                        .append(c.column().property())
                        .append('=')
                        .append(c.now())
                        .append('\n'));
        lost.forEach((section, said) ->
                text.append(section)
                        .append(' ')
                        .append(zhuhu.record.Canonical.json(said.values()))
                        .append('\n'));
        return text.toString();
    }
}
