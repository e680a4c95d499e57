package zhuhu.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import zhuhu.form.CheckedForm;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormNode;
import zhuhu.form.SessionStart.RowStart;
import zhuhu.pack.Manifest;
import zhuhu.pack.Pack;
import zhuhu.pack.PovertyLine;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// What a visit's form starts with: what is known of the household (or village), its members and
/// its own earlier answers, and what the round says. Fills `shown` with everything it looked at.
final class VisitStart {

    private static final Set<Kind> FOLLOWED = EnumSet.of(Kind.ISSUE, Kind.MEASURE, Kind.PAIRING);

    private final Workspace workspace;
    private final Pack pack;
    private final CheckedForm form;
    private final RecordId visit;
    private final RecordId subject;
    private final Manifest.Round round;
    private final Shown shown;

    VisitStart(
            Workspace workspace,
            CompiledForm form,
            RecordId visit,
            RecordId subject,
            Manifest.Round round,
            Shown shown) {
        this.workspace = workspace;
        this.pack = workspace.pack();
        this.form = form.form();
        this.visit = visit;
        this.subject = subject;
        this.round = round;
        this.shown = shown;
    }

    /// Looks at the subject, its members and the visit's own sections now.
    void look() {
        shown.put(visit, workspace.sections(visit));
        shown.put(subject, workspace.sections(subject));
        for (RecordId member : members(workspace, subject)) {
            shown.put(member, workspace.sections(member));
        }
        for (RecordId row : ownRows()) {
            shown.put(row, workspace.sections(row));
        }
        for (RecordId row : new UnderWay(workspace, subject).records()) {
            shown.put(row, workspace.sections(row));
        }
    }

    /// Values by question name, for questions outside repeats.
    Map<String, Value> prefill() {
        var prefill = new HashMap<String, Value>();
        village()
                .ifPresent(village ->
                        prefill.putAll(workspace.section(village, "basics").shown().map()));
        prefill.putAll(flatSeen(subject));
        prefill.putAll(context());
        prefill.putAll(new SystemSays(workspace, shown, subject, round.incomeYear()).values());
        shown.of(visit)
                .forEach((section, seen) -> {
                    if (!section.contains("@") && !Review.isOne(section)) {
                        prefill.putAll(seen.values().map());
                    }
                });
        if (subject.kind() == Kind.VILLAGE) {
            // Reason: what is counted now counts, whatever was counted when it was last opened.
            prefill.putAll(VillageFigures.of(workspace, subject, round.id()).answers());
        }
        return prefill;
    }

    /// Rows by repeat name: the members, what is under way of earlier rounds, and what this visit
    /// listed before.
    Map<String, List<RowStart>> rows() {
        var rows = new LinkedHashMap<String, List<RowStart>>();
        form.nodes().stream()
                .flatMap(FormNode::walk)
                .filter(FormNode.Repeat.class::isInstance)
                .map(FormNode.Repeat.class::cast)
                .forEach(repeat -> rows.put(repeat.name(), rowsOf(repeat)));
        return rows;
    }

    private List<RowStart> rowsOf(FormNode.Repeat repeat) {
        Optional<Kind> kind = repeat.entity().flatMap(Kind::of);
        if (kind.isEmpty()) {
            return plainRows(repeat.name());
        }
        var rows = new ArrayList<RowStart>();
        for (RecordId record : kind.get() == Kind.PERSON ? membersSeen() : listed()) {
            if (record.kind() == kind.get()) {
                var prefill = flatSeen(record);
                shown.of(visit)
                        .forEach((section, seen) -> {
                            if (isRowOf(section, record) && !Review.isOne(section)) {
                                prefill.putAll(seen.values().map());
                            }
                        });
                rows.add(new RowStart(record.text(), prefill));
            }
        }
        return rows;
    }

    /// Whether a visit's section is about a record, or one that is the same.
    private boolean isRowOf(String section, RecordId record) {
        int at = section.indexOf('@');
        return at >= 0
                && workspace.one(section.substring(at + 1)).equals(workspace.one(record).text());
    }

    /// Rows of a repeat without records, as this visit stated them before.
    private List<RowStart> plainRows(String repeat) {
        var rows = new ArrayList<RowStart>();
        shown.of(visit)
                .values()
                .forEach(seen -> {
                    if (seen.values().get(repeat).orElse(Value.EMPTY)
                            instanceof Value.Rows(List<Values> known)) {
                        known.forEach(row ->
                                rows.add(
                                        new RowStart(
                                                Integer.toString(rows.size() + 1), row.map())));
                    }
                });
        return rows;
    }

    private List<RecordId> membersSeen() {
        return members(workspace, subject).stream()
                .filter(member -> !shown.of(member).isEmpty())
                .toList();
    }

    /// Records that this visit stated something of in an earlier sitting and that are no members.
    private List<RecordId> ownRows() {
        return shown.of(visit).keySet().stream()
                .filter(section -> section.contains("@") && !Review.isOne(section))
                .map(section -> section.substring(section.indexOf('@') + 1))
                .distinct()
                .flatMap(id -> workspace.recordOf(id).stream())
                .toList();
    }

    /// What an earlier visit or another hand listed and is still under way, then what this visit
    /// did.
    private List<RecordId> listed() {
        List<RecordId> own = ownRows();
        return Stream.concat(
                        shown.records().stream()
                                .filter(r -> FOLLOWED.contains(r.kind()) && !own.contains(r))
                                .sorted(Comparator.comparing(this::begun)),
                        own.stream())
                .toList();
    }

    private String begun(RecordId row) {
        Values values = shown.of(row, row.kind().code()).values();
        return values.plain("since") + values.plain("found_on") + " " + row.text();
    }

    /// Members living in the household now, its head first.
    static List<RecordId> members(Workspace workspace, RecordId household) {
        return workspace
                .query(
                        """
                        SELECT id FROM person WHERE household = ? AND coalesce(change, '0') <> '2'
                        ORDER BY coalesce(relation, '99') <> '01', person_no IS NULL, person_no, relation, id
                        """,
                        household.text())
                .stream()
                .map(row ->
                        new RecordId(Kind.PERSON, UUID.fromString(String.valueOf(row.get("id")))))
                .toList();
    }

    private Optional<RecordId> village() {
        if (subject.kind() == Kind.VILLAGE) {
            return Optional.of(subject);
        }
        return shown.of(subject, "place")
                .values()
                .get("village")
                .map(Value::plain)
                .flatMap(workspace::recordOf);
    }

    /// What the round and the lists say, by the names that forms use for it.
    private Map<String, Value> context() {
        var context = new HashMap<String, Value>();
        context.put("income_year", Value.number(round.incomeYear()));
        context.put("round", Value.text(round.id()));
        context.put("round_due", Value.text(round.due()));
        String province =
                village()
                        .map(v -> workspace.section(v, "basics").shown().plain("province"))
                        .filter(p -> !p.isEmpty())
                        .orElse(pack.manifest().province());
        pack.povertyLine(province, round.incomeYear())
                .ifPresent(line -> {
                    context.put("poverty_line", Value.number(line.amount()));
                    context.put("poverty_line_note", Value.text(words(line)));
                });
        return context;
    }

    private static String words(PovertyLine line) {
        String checked = line.verified() ? "" : "（待核）";
        return "%s %d 年 %d 元%s %s"
                .formatted(line.province(), line.year(), line.amount(), checked, line.source())
                .strip();
    }

    private Map<String, Value> flatSeen(RecordId record) {
        var flat = new HashMap<String, Value>();
        shown.of(record)
                .forEach((section, seen) -> {
                    if (!section.contains("@") || section.endsWith("@" + round.incomeYear())) {
                        flat.putAll(seen.values().map());
                    }
                });
        return flat;
    }
}
