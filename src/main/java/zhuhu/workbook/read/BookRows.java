package zhuhu.workbook.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import zhuhu.base.Problem;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.workbook.export.BookSource.RecordLabel;
import zhuhu.workbook.export.CellText;

/// Reads all record sheets of a workbook, and says a word for each row. One use; one thread.
final class BookRows {

    private final BookParts parts;
    private final FactIndex index;
    private final BookTerms terms;
    private final Consumer<RowWord> each;
    private final List<RowDraft> drafts = new ArrayList<>();
    private final Set<String> unchanged = new HashSet<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final ColumnJudge.All judges = new ColumnJudge.All();

    BookRows(BookParts parts, FactIndex index, BookTerms terms, Consumer<RowWord> each) {
        this.parts = parts;
        this.index = index;
        this.terms = terms;
        this.each = each;
    }

    void read() throws IOException {
        var keys = new RecordKeys(index, index.isEmpty() ? named() : Map.of());
        var text = new CellText(this::label, terms.texts());
        var compare = new CellCompare(new CellMeaning(terms.texts()), text, keys::uuid);
        var sections = new SectionReader(index, terms, compare);
        for (BookParts.RecordTable table : parts.tables()) {
            SheetColumns columns = new ColumnFinder(table, terms, index).find(parts.sheets());
            new TableReader(table, columns, index, sections, keys, this::done, this::draft)
                    .read(parts.sheets());
        }
        finish();
    }

    /// A record's name is not known here; its key says which one it is.
    private Optional<RecordLabel> label(String uuid) {
        return Optional.of(
                new RecordLabel(new RecordId(Kind.HOUSEHOLD, java.util.UUID.fromString(uuid)), ""));
    }

    /// UUIDs by short key, from the bases of all rows.
    private Map<String, String> named() throws IOException {
        var named = new HashMap<String, String>();
        for (BookParts.RecordTable table : parts.tables()) {
            SheetColumns columns = new ColumnFinder(table, terms, index).find(parts.sheets());
            parts.sheets()
                    .read(
                            table.sheet(),
                            zhuhu.workbook.sheet.Sheets.Look.PLAIN,
                            row -> {
                                RowKey.of(row, columns)
                                        .base()
                                        .ifPresent(b ->
                                                named.put(
                                                        zhuhu.base.ShortKey.of(b.record()),
                                                        b.record()));
                                return true;
                            });
        }
        return named;
    }

    private void done(RowWord word) {
        rows.merge(word.at().sheet(), 1L, Long::sum);
        each.accept(word);
    }

    private void draft(RowDraft draft) {
        if (draft.isUnchanged() && draft.record.isPresent()) {
            unchanged.add(identity(draft));
            done(new RowWord.Unchanged(draft.at, draft.record.get(), draft.doubts));
            return;
        }
        rows.merge(draft.at.sheet(), 1L, Long::sum);
        draft.changes.forEach(c -> judges.of(draft.at.sheet(), c.column()).add(c));
        drafts.add(draft);
    }

    private void finish() {
        Set<String> differing = differing();
        for (RowDraft draft : drafts) {
            each.accept(word(draft, differing.contains(identity(draft))));
        }
    }

    private static String identity(RowDraft draft) {
        return draft.table.kind() + " " + draft.table.ofRows() + " " + draft.key;
    }

    /// Rows of one record that do not say the same.
    private Set<String> differing() {
        var contents = new HashMap<String, Set<String>>();
        for (RowDraft draft : drafts) {
            Set<String> said = contents.computeIfAbsent(identity(draft), _ -> new HashSet<>());
            said.add(draft.content());
            if (unchanged.contains(identity(draft))) {
                said.add("");
            }
        }
        var differing = new HashSet<String>();
        contents.forEach((key, said) -> {
            if (said.size() > 1) {
                differing.add(key);
            }
        });
        return differing;
    }

    private RowWord word(RowDraft draft, boolean differs) {
        if (differs && !draft.lost.isEmpty()) {
            return new RowWord.Damaged(
                    draft.at, Problem.of("readRowsDiffer", draft.key).at(draft.at), draft.doubts);
        }
        var open = new LinkedHashMap<String, List<RowDraft.Change>>();
        var held = new ArrayList<Held>();
        for (RowDraft.Change change : draft.changes) {
            Optional<Held.Reason> column =
                    judges.of(draft.at.sheet(), change.column())
                            .reason(rows.getOrDefault(draft.at.sheet(), 0L));
            Optional<Held.Reason> reason =
                    ColumnJudge.of(change.verdict(), column)
                            .or(() ->
                                    differs
                                            ? Optional.of(Held.Reason.ROWS_DIFFER)
                                            : Optional.empty());
            if (reason.isPresent()) {
                held.add(held(reason.get(), draft, change));
            } else {
                open.computeIfAbsent(change.ground().section(), _ -> new ArrayList<>()).add(change);
            }
        }
        List<Edit> edits = open.values().stream().map(c -> edit(draft, c)).toList();
        if (draft.lost.isEmpty() && draft.record.isPresent()) {
            return new RowWord.Edited(draft.at, draft.record.get(), edits, held, draft.doubts);
        }
        return new RowWord.Bare(
                draft.at,
                draft.table.kind(),
                draft.key,
                draft.record,
                draft.lost,
                edits,
                held,
                draft.doubts);
    }

    private static Held held(Held.Reason reason, RowDraft draft, RowDraft.Change change) {
        boolean hasValue =
                switch (change.verdict()) {
                    case Verdict.Same _ -> false;
                    case Verdict.Changed _ -> true;
                    case Verdict.Stopped(_, Optional<?> value) -> value.isPresent();
                };
        return new Held(
                reason,
                change.change(),
                hasValue && draft.record.isPresent()
                        ? Optional.of(edit(draft, List.of(change)))
                        : Optional.empty());
    }

    private static Edit edit(RowDraft draft, List<RowDraft.Change> changes) {
        RowDraft.Ground ground = changes.getFirst().ground();
        Edit.Note note =
                changes.stream()
                        .map(c -> c.ground().note())
                        .filter(n -> n != Edit.Note.NONE)
                        .findFirst()
                        .orElse(Edit.Note.NONE);
        return new Edit(
                draft.record.orElseThrow(),
                ground.section(),
                ground.rests(),
                ground.before(),
                changes.stream().map(RowDraft.Change::change).toList(),
                note);
    }
}
