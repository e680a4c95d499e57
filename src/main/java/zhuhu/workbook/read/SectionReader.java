package zhuhu.workbook.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.pack.Schema;
import zhuhu.record.Canonical;
import zhuhu.record.FactId;
import zhuhu.record.Heads;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.workbook.export.BaseCell;
import zhuhu.workbook.export.NoteCell;
import zhuhu.workbook.sheet.Cell;
import zhuhu.workbook.sheet.SheetRow;

/// Holds the cells of one section of a row against what was written there. One thread.
final class SectionReader {

    private final FactIndex index;
    private final BookTerms terms;
    private final CellCompare compare;

    /// What a section of a row rests on.
    sealed interface Base {

        /// Shape: `values` what the cells showed; `rests` what an edit of them supersedes, asked
        /// for only where there is one.
        record Known(Values values, Supplier<SortedSet<FactId>> rests) implements Base {}

        /// The facts of the file do not know it.
        record Unknown(List<BaseCell.Head> heads) implements Base {}

        /// Cells for reading only of which nothing is known.
        record Unread() implements Base {}

        Base UNREAD = new Unread();
        Base UNWRITTEN = new Known(Values.NONE, TreeSet::new);
        Base NONE = new Unknown(List.of());
    }

    SectionReader(FactIndex index, BookTerms terms, CellCompare compare) {
        this.index = index;
        this.terms = terms;
        this.compare = compare;
    }

    /// A section that the base does not name was written by nobody; without a base, and without
    /// facts, that cannot be known.
    Base unwritten(RowKey key, Optional<RecordId> record) {
        return key.base().isPresent() || record.isPresent() ? Base.UNWRITTEN : Base.NONE;
    }

    /// The section as it stood with these heads.
    Base of(Kind kind, String section, List<BaseCell.Head> heads) {
        var found = new ArrayList<Integer>();
        for (BaseCell.Head head : heads) {
            int revision = index.find(BaseCell.prefix(head.head()));
            if (revision < 0 || !index.section(revision).equals(section)) {
                return new Base.Unknown(heads);
            }
            found.add(revision);
        }
        if (found.size() == 1) {
            int only = found.getFirst();
            return new Base.Known(index.values(only), () -> new TreeSet<>(Set.of(index.id(only))));
        }
        var named = new HashSet<FactId>();
        found.forEach(n -> named.add(index.id(n)));
        return derived(kind, section, index.closure(found), named);
    }

    /// The section as the facts of the file have it.
    Base derived(Kind kind, String section, List<Revision> revisions) {
        return derived(kind, section, revisions, Set.of());
    }

    /// The notes of a visit, as its one cell shows them.
    Base notes(Kind kind, RecordId record) {
        var notes = new TreeMap<String, Section>();
        index.sections(record)
                .forEach((name, revisions) -> {
                    if (NoteCell.isNote(name)) {
                        notes.put(
                                name,
                                Heads.of(
                                        revisions,
                                        index::isLive,
                                        terms.schema().calculated(kind, name)));
                    }
                });
        return new Base.Known(NoteCell.of(notes), TreeSet::new);
    }

    private Base derived(Kind kind, String section, List<Revision> revisions, Set<FactId> named) {
        java.util.function.Predicate<FactId> live = id -> named.contains(id) || index.isLive(id);
        Section state = Heads.of(revisions, live, terms.schema().calculated(kind, section));
        return switch (state) {
            case Section.Unwritten() -> Base.UNWRITTEN;
            case Section.Agreed(Revision revision, List<Revision> heads) ->
                    new Base.Known(revision.values(), () -> ids(heads));
            case Section.Contested(_, _, Values lastAgreed) ->
                    new Base.Known(
                            lastAgreed, () -> new TreeSet<>(Heads.agreedOn(revisions, live)));
        };
    }

    private static SortedSet<FactId> ids(List<Revision> heads) {
        var ids = new TreeSet<FactId>();
        heads.forEach(h -> ids.add(h.id()));
        return ids;
    }

    /// Adds to `draft` what the cells of a section say.
    void read(SheetRow row, List<Column> columns, String section, Base base, RowDraft draft) {
        for (Column column : columns) {
            Cell cell = row.cell(column.index());
            if (cell.formula()) {
                draft.doubts.add(
                        Problem.of("readFormula", column.label(), cell.text())
                                .at(place(draft, column)));
            }
        }
        switch (base) {
            case Base.Known(Values values, Supplier<SortedSet<FactId>> rests) ->
                    known(row, columns, section, values, rests, draft);
            case Base.Unread() -> {}
            case Base.Unknown(List<BaseCell.Head> heads) ->
                    unknown(row, columns, section, heads, draft);
        }
    }

    private static Place place(RowDraft draft, Column column) {
        return Place.cell(draft.at.sheet(), draft.at.row(), column.index());
    }

    private void known(
            SheetRow row,
            List<Column> columns,
            String section,
            Values values,
            Supplier<SortedSet<FactId>> rests,
            RowDraft draft) {
        for (Column column : columns) {
            Optional<Value> written = values.get(column.property());
            Cell cell = row.cell(column.index());
            Verdict verdict = compare.of(written, cell, column);
            if (verdict instanceof Verdict.Same) {
                continue;
            }
            Optional<Value> value =
                    switch (verdict) {
                        case Verdict.Same() -> Optional.empty();
                        case Verdict.Changed(Value said) -> Optional.of(said);
                        case Verdict.Stopped(_, Optional<Value> said) -> said;
                    };
            draft.changes.add(
                    new RowDraft.Change(
                            column,
                            new RowDraft.Ground(
                                    section, rests.get(), values, note(column, draft.table.kind())),
                            new CellChange(
                                    place(draft, column),
                                    column.property(),
                                    column.label(),
                                    compare.shown(written, column),
                                    cell.text(),
                                    value.orElse(Value.EMPTY)),
                            verdict,
                            written.map(SectionReader::compared).orElse(""),
                            value.map(SectionReader::compared).orElse(cell.text())));
        }
    }

    /// Reason: where a column was sorted alone, its blanks and its dashes moved too.
    private static String compared(Value value) {
        return value.equals(Value.EMPTY) ? "" : Canonical.json(value);
    }

    private Edit.Note note(Column column, Kind kind) {
        if (kind == Kind.VISIT && terms.saved().contains(column.property())) {
            return Edit.Note.REGISTER_UNCHANGED;
        }
        boolean system =
                terms.schema()
                        .section(kind, column.section())
                        .map(s -> s.authority() == Schema.Authority.SYSTEM)
                        .orElse(false);
        return system ? Edit.Note.OF_ROSTER : Edit.Note.NONE;
    }

    private void unknown(
            SheetRow row,
            List<Column> columns,
            String section,
            List<BaseCell.Head> heads,
            RowDraft draft) {
        var values = new TreeMap<String, Value>();
        var places = new TreeMap<String, Place>();
        var refers = new TreeMap<String, String>();
        boolean whole = heads.size() < 2 && isWhole(columns, section, draft.table.kind());
        for (Column column : columns) {
            Cell cell = row.cell(column.index());
            Optional<CellCompare.Reading> read = compare.read(cell, column);
            Optional<String> stranger = compare.stranger(cell, column);
            if (stranger.isPresent()) {
                refers.put(column.property(), stranger.get());
                places.put(column.property(), place(draft, column));
            } else if (read.isEmpty()) {
                whole = false;
                draft.doubts.add(
                        Problem.of("readCellUnreadable", column.label(), cell.text())
                                .at(place(draft, column)));
            } else if (read.get().value().isPresent()) {
                values.put(column.property(), read.get().value().get());
                places.put(column.property(), place(draft, column));
            }
        }
        boolean said = values.values().stream().anyMatch(v -> !v.equals(Value.EMPTY));
        if (!heads.isEmpty() || said || !refers.isEmpty()) {
            draft.lost.put(
                    section,
                    new Lost(
                            section,
                            heads,
                            Values.of(values),
                            refers,
                            whole ? Lost.Whole.ALL : Lost.Whole.IN_PART,
                            places));
        }
    }

    /// Whether every property that the section can have has a column of its own that shows it all.
    private boolean isWhole(List<Column> columns, String section, Kind kind) {
        Set<String> shown = new HashSet<>();
        for (Column column : columns) {
            if (column.access() != Column.Access.READ_ONLY
                    || column.book().type() == zhuhu.form.AnswerKind.IMAGE) {
                shown.add(column.property());
            }
        }
        return terms.schema()
                .section(kind, section)
                .map(s ->
                        s.properties().stream()
                                .map(Schema.Property::name)
                                .allMatch(shown::contains))
                .orElse(true);
    }
}
