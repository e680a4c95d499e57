package zhuhu.workbook.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import zhuhu.base.Place;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.record.RecordId;
import zhuhu.workbook.export.CellText;
import zhuhu.workbook.export.SheetLayout;
import zhuhu.workbook.read.BookParts.RecordTable;
import zhuhu.workbook.read.BookParts.Rows;
import zhuhu.workbook.sheet.SheetRow;
import zhuhu.workbook.sheet.Sheets;

/// Reads the rows of one record sheet. Rows that say what was written are done with at once; the
/// others are drafts until all rows are known. One use; one thread.
final class TableReader {

    private final RecordTable table;
    private final SheetColumns columns;
    private final SequencedMap<String, List<Column>> sections;
    private final FactIndex index;
    private final SectionReader cells;
    private final RecordKeys keys;
    private final Consumer<RowWord> done;
    private final Consumer<RowDraft> drafts;

    TableReader(
            RecordTable table,
            SheetColumns columns,
            FactIndex index,
            SectionReader cells,
            RecordKeys keys,
            Consumer<RowWord> done,
            Consumer<RowDraft> drafts) {
        this.table = table;
        this.columns = columns;
        this.sections = columns.bySection();
        this.index = index;
        this.cells = cells;
        this.keys = keys;
        this.done = done;
        this.drafts = drafts;
    }

    void read(Sheets sheets) throws IOException {
        sheets.read(
                table.sheet(),
                Sheets.Look.LENT,
                row -> {
                    row(row);
                    return true;
                });
    }

    private void row(SheetRow row) {
        RowKey key = RowKey.of(row, columns);
        if (key.isBlank() && isBlank(row) || isHeader(row, key)) {
            return;
        }
        Place at = new Place(table.sheet().name(), row.number(), null);
        if (key.key().isEmpty() && key.base().isEmpty()) {
            keyless(row, key, at);
            return;
        }
        Optional<RecordId> record = record(key);
        boolean misplaced =
                !key.key().isEmpty()
                        && record.isPresent()
                        && !keys.of(record.get()).equals(key.key());
        if (misplaced) {
            damaged(at, "readKeyAndBase", key.key());
        } else if (record.isPresent() && record.get().kind() != table.kind()) {
            damaged(at, "readWrongSheet", key.typed());
        } else {
            keyed(row, key, at, record);
        }
    }

    private void damaged(Place at, String problem, String word) {
        done.accept(new RowWord.Damaged(at, Problem.of(problem, word).at(at), List.of()));
    }

    private boolean isBlank(SheetRow row) {
        return columns.columns().stream().allMatch(c -> row.cell(c.index()).isBlank());
    }

    /// Reason: people copy the header to where a page begins, or sort it into the rows.
    private boolean isHeader(SheetRow row, RowKey key) {
        if (!key.key().isEmpty() || key.base().isPresent()) {
            return false;
        }
        // Reason: bands and labels follow the names, whatever people made of their words.
        int below = row.number() - columns.namesRow();
        boolean following = columns.namesRow() > 0 && below >= 0 && below <= 2;
        if (following || row.number() < columns.top()) {
            return true;
        }
        for (List<String> header : columns.headers()) {
            int same = 0;
            int filled = 0;
            for (int i = 0; i < row.size(); i++) {
                String text = Plain.folded(row.cell(i).text());
                filled += text.isEmpty() ? 0 : 1;
                same += !text.isEmpty() && i < header.size() && header.get(i).equals(text) ? 1 : 0;
            }
            if (same > 0 && 2 * same > filled) {
                return true;
            }
        }
        return false;
    }

    /// The record of a row: the base names it; else the short key, if the facts know it.
    private Optional<RecordId> record(RowKey key) {
        return key.base()
                .map(base -> keys.known(UUID.fromString(base.record()), table.kind()))
                .or(() -> index.byKey(key.key()));
    }

    private void keyed(SheetRow row, RowKey key, Place at, Optional<RecordId> record) {
        String typed = key.row().isEmpty() ? key.key() : key.key() + "/" + key.row();
        var draft = new RowDraft(at, table, typed, record);
        if (key.key().isEmpty() && !key.typed().isEmpty()) {
            draft.doubts.add(Problem.of("readKeyByBase", key.typed()).at(at));
        }
        SortedMap<String, SectionReader.Base> bases = bases(key, record);
        boolean noted = sections.containsKey(SheetLayout.NOTE);
        if (noted) {
            bases.put(SheetLayout.NOTE, notes(row, record));
        }
        Optional<String> within = within(bases.keySet(), key);
        sections.forEach((band, columns) -> {
            Optional<String> section =
                    table.ofRows() == Rows.RECORDS
                            ? Optional.of(band)
                            : within.map(w -> band + "@" + w);
            section.ifPresent(name ->
                    cells.read(
                            row,
                            columns,
                            name,
                            bases.getOrDefault(name, cells.unwritten(key, record)),
                            draft));
        });
        drafts.accept(draft);
    }

    /// What the notes of a visit say, which no base names.
    private SectionReader.Base notes(SheetRow row, Optional<RecordId> record) {
        boolean none =
                sections.getOrDefault(SheetLayout.NOTE, List.of()).stream()
                        .map(c -> Plain.text(row.cell(c.index()).text()))
                        .allMatch(t -> t.isEmpty() || t.equals(CellText.NOT_ASKED));
        Optional<RecordId> known = record.flatMap(r -> index.record(r.id()));
        return none || known.isEmpty()
                ? SectionReader.Base.UNREAD
                : cells.notes(table.kind(), known.get());
    }

    /// What each section of the row rests on: what its base says, else what the facts of the file
    /// come to.
    private SortedMap<String, SectionReader.Base> bases(RowKey key, Optional<RecordId> record) {
        var bases = new TreeMap<String, SectionReader.Base>();
        if (key.base().isPresent()) {
            key.base()
                    .get()
                    .sections()
                    .forEach((name, heads) -> bases.put(name, cells.of(table.kind(), name, heads)));
        } else if (record.isPresent()) {
            index.sections(record.get())
                    .forEach((name, revisions) ->
                            bases.put(name, cells.derived(table.kind(), name, revisions)));
        }
        return bases;
    }

    /// The id of the row within the record, as it ends the names of its sections.
    private Optional<String> within(Set<String> names, RowKey key) {
        if (table.ofRows() == Rows.RECORDS) {
            return Optional.empty();
        }
        return names.stream()
                .map(n -> n.substring(n.indexOf('@') + 1))
                .filter(id -> key.row().isEmpty() || keys.isNamed(id, key.row()))
                .findFirst()
                .or(() -> keys.uuid(key.row()));
    }

    private void keyless(SheetRow row, RowKey key, Place at) {
        if (!key.typed().isEmpty()) {
            damaged(at, "readKeyWrong", key.typed());
            return;
        }
        var draft = new RowDraft(at, table, "", Optional.empty());
        if (table.ofRows() == Rows.RECORDS) {
            sections.forEach((band, columns) ->
                    cells.read(row, columns, band, SectionReader.Base.NONE, draft));
        }
        RowWord.Numbers numbers = NumbersReader.of(row, columns.columns());
        if (numbers.equals(NumbersReader.NOTHING)) {
            damaged(at, "readNoKey", "");
        } else {
            done.accept(new RowWord.Keyless(at, table.kind(), numbers, draft.lost, draft.doubts));
        }
    }
}
