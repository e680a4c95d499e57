package zhuhu.flow.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Problem;
import zhuhu.flow.merge.CellEdit.Fate;
import zhuhu.pack.Schema;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.store.Waiting;
import zhuhu.store.Workspace;

/// Says what each row is, when all of a file is in. One use; one thread.
final class RowVerdicts {

    private final Workspace workspace;
    private final Gained gained;
    private final Map<RecordId, List<String>> contested;
    private final Set<FactId> withdrawn;
    private final Map<String, Waiting.Standing> standings = new HashMap<>();

    RowVerdicts(Workspace workspace, Gained gained) {
        this.workspace = workspace;
        this.gained = gained;
        this.contested = new RowLabels(workspace).contested(gained.records());
        this.withdrawn = workspace.withdrawn();
    }

    /// Shape: by sheet, in the order of the sheets, and row.
    List<MergedRow> of(List<RowWork> rows) {
        var sheets = new LinkedHashMap<String, Integer>();
        rows.forEach(row -> sheets.putIfAbsent(row.at.sheet(), sheets.size()));
        var classes = new HashMap<RowWork, RowClass>();
        var named = new HashSet<RecordId>();
        for (RowWork row : rows) {
            RowClass is = classOf(row);
            classes.put(row, is);
            if (is != RowClass.SAME || !row.reasons.isEmpty()) {
                row.record.ifPresent(named::add);
            }
        }
        Map<RecordId, String> labels = new RowLabels(workspace).labels(named);
        var sorted = new ArrayList<>(rows);
        sorted.sort(
                Comparator.comparingInt((RowWork r) -> sheets.getOrDefault(r.at.sheet(), 0))
                        .thenComparingInt(r -> r.at.row()));
        var merged = new ArrayList<MergedRow>(rows.size());
        for (RowWork row : sorted) {
            merged.add(row(row, classes.getOrDefault(row, RowClass.SAME), labels));
        }
        return merged;
    }

    private MergedRow row(RowWork row, RowClass is, Map<RecordId, String> labels) {
        if (is == RowClass.CONFLICT) {
            row.say(Problem.of("mergeConflict", sections(row.record.orElseThrow())).at(row.at));
        }
        return new MergedRow(
                row.at.sheet(),
                row.at.row(),
                row.record,
                row.record.map(r -> labels.getOrDefault(r, "")).orElse(""),
                is,
                row.reasons,
                row.cells.stream().map(this::edit).toList());
    }

    private RowClass classOf(RowWork row) {
        if (row.damaged || row.waiting.stream().anyMatch(this::isOpen)) {
            return RowClass.DAMAGED;
        }
        if (row.record.isEmpty()) {
            return RowClass.SAME;
        }
        RecordId record = row.record.get();
        if (!sides(record).isEmpty()) {
            return RowClass.CONFLICT;
        }
        if (row.edited) {
            return RowClass.HAND_EDITED;
        }
        if (gained.isFresh(record)) {
            return RowClass.NEW;
        }
        return gained.isChanged(record) ? RowClass.CHANGED : RowClass.SAME;
    }

    /// Contested sections of a record that got a revision from this file.
    private List<String> sides(RecordId record) {
        return contested.getOrDefault(record, List.of()).stream()
                .filter(section -> gained.has(record, section))
                .toList();
    }

    private String sections(RecordId record) {
        return String.join(
                "、",
                sides(record).stream()
                        .map(name ->
                                workspace
                                        .schema()
                                        .section(record.kind(), name)
                                        .map(Schema.Section::label)
                                        .orElse(name))
                        .distinct()
                        .toList());
    }

    private boolean isOpen(String key) {
        return standing(key).isOpen();
    }

    private Waiting.Standing standing(String key) {
        return standings.computeIfAbsent(
                key,
                k -> workspace.waiting(k).map(Waiting::standing).orElse(Waiting.Standing.DONE));
    }

    private CellEdit edit(RowWork.Cell cell) {
        Optional<FactId> attestation = cell.attestation();
        return new CellEdit(
                cell.change().label(),
                cell.change().was(),
                cell.change().now(),
                fate(cell),
                attestation,
                cell.waiting().filter(this::isOpen));
    }

    private Fate fate(RowWork.Cell cell) {
        if (cell.waiting().isPresent()) {
            return switch (standing(cell.waiting().get())) {
                case HELD -> Fate.HELD;
                case PENDING -> Fate.PENDING;
                case ACCEPTED -> Fate.ACCEPTED;
                case REFUSED -> Fate.REFUSED;
                case DONE -> Fate.PUT_ASIDE;
            };
        }
        return cell.attestation().filter(withdrawn::contains).isPresent()
                ? Fate.REFUSED
                : Fate.TAKEN;
    }
}
