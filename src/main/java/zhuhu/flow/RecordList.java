package zhuhu.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Outcome;
import zhuhu.base.PlaceOrder;
import zhuhu.flow.ledger.LedgerStates;
import zhuhu.flow.query.ExpressionSql;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Records of one kind, as `list` prints them.
public final class RecordList {

    private final Workspace workspace;

    public RecordList(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What `list --state` takes for every household that somebody still has to see to.
    public static final String DUE = "due";

    /// A line. Shape: `state` "" where the kind has none or no visit is due; `due` of a household
    /// that somebody still has to see to in this round.
    public record Line(
            RecordId id, String label, String village, String group, String state, boolean due) {

        private boolean is(String wanted) {
            return wanted.equals(DUE) ? due : wanted.equals(state);
        }
    }

    /// Shape: `find` "" for all; `where` an expression of [Where], "" for all. Failed: `where` is
    /// not understood.
    public Outcome<List<Line>> lines(Kind kind, Optional<String> state, String find, String where) {
        Outcome<Optional<Set<String>>> passing =
                where.isBlank()
                        ? Outcome.done(Optional.empty())
                        : new Where(workspace.schema())
                                .households(where)
                                .map(clause -> Optional.of(households(clause)));
        return passing.map(allowed -> lines(kind, state, find, allowed));
    }

    private List<Line> lines(
            Kind kind, Optional<String> state, String find, Optional<Set<String>> allowed) {
        Optional<Set<RecordId>> found =
                find.isBlank() ? Optional.empty() : Optional.of(found(kind, find));
        Map<String, HouseholdList.Line> households = new HashMap<>();
        new HouseholdList(workspace)
                .lines(HouseholdList.Filter.ALL)
                .forEach(line -> households.put(line.id().text(), line));
        Set<String> acts = kind == Kind.VISIT ? acts() : Set.of();
        VillageStates villages = VillageStates.of(workspace, workspace.setting("round").orElse(""));
        Map<String, String> homes = kind == Kind.PERSON ? homes() : Map.of();
        HouseholdStates states = HouseholdStates.of(workspace);
        var lines = new ArrayList<Line>();
        workspace.records(
                kind,
                record -> {
                    String home = homes.get(record.text());
                    Optional<HouseholdList.Line> of =
                            Optional.ofNullable(
                                    households.get(home != null ? home : household(record)));
                    boolean fits =
                            !acts.contains(record.text())
                                    && found.map(f -> f.contains(record) || isCalled(record, find))
                                            .orElse(true)
                                    && allowed.map(a ->
                                                    of.isPresent()
                                                            && a.contains(of.get().id().text()))
                                            .orElse(true);
                    if (fits) {
                        Line line = line(record, of, villages, states);
                        if (state.map(line::is).orElse(true)) {
                            lines.add(line);
                        }
                    }
                });
        lines.sort(
                Comparator.comparing(Line::village, PlaceOrder.INSTANCE)
                        .thenComparing(Line::group, PlaceOrder.INSTANCE)
                        .thenComparing(Line::label));
        return lines;
    }

    /// Records of kind visit that keep a correction's reason and are no visits.
    private Set<String> acts() {
        var acts = new HashSet<String>();
        workspace
                .query("SELECT id FROM visit WHERE edit_records IS NOT NULL")
                .forEach(row -> acts.add(String.valueOf(row.get("id"))));
        return acts;
    }

    /// As the window finds them: a household by its members too.
    private Set<RecordId> found(Kind kind, String find) {
        return switch (kind) {
            case HOUSEHOLD -> new HouseholdList(workspace).find(find).keySet();
            default -> Set.copyOf(workspace.search(find, Integer.MAX_VALUE));
        };
    }

    /// The search knows households and persons; the rest goes by its label.
    private boolean isCalled(RecordId record, String find) {
        return record.kind() != Kind.HOUSEHOLD
                && record.kind() != Kind.PERSON
                && Labels.of(workspace, record).contains(find.strip());
    }

    private Line line(
            RecordId record,
            Optional<HouseholdList.Line> of,
            VillageStates villages,
            HouseholdStates states) {
        String label =
                record.kind() == Kind.HOUSEHOLD
                        ? of.map(HouseholdList.Line::head).orElse("")
                        : Labels.of(workspace, record);
        Optional<RecordId> whole =
                of.isPresent()
                        ? Optional.empty()
                        : workspace.recordOf(village(record)).filter(v -> v.kind() == Kind.VILLAGE);
        String village =
                whole.map(v -> Labels.of(workspace, v))
                        .orElse(of.map(HouseholdList.Line::village).orElse(""));
        boolean isStated =
                record.kind() == Kind.HOUSEHOLD
                        || record.kind() == Kind.VISIT
                        || record.kind() == Kind.VILLAGE;
        String state =
                whole.map(v -> villages.of(v.text()))
                        .orElse(of.map(HouseholdList.Line::state).orElse(""));
        if (!LedgerStates.of(record.kind()).isEmpty()) {
            isStated = true;
            state = LedgerStates.of(record.kind(), own(record));
        }
        return new Line(
                record,
                label,
                village,
                of.map(HouseholdList.Line::group).orElse(""),
                isStated ? state : "",
                record.kind() == Kind.HOUSEHOLD && states.isOpen(record.text()));
    }

    private Values own(RecordId record) {
        return workspace.section(record, record.kind().code()).shown();
    }

    /// The village that a record belongs to where it belongs to no household, as UUID text; "" if
    /// none.
    private String village(RecordId record) {
        return switch (record.kind()) {
            case VILLAGE -> record.text();
            case VISIT -> household(record);
            case ISSUE, MEASURE, PROJECT, TASK ->
                    workspace.one(
                            workspace
                                    .section(record, record.kind().code())
                                    .shown()
                                    .plain("village"));
            case HOUSEHOLD, PERSON, PAIRING, SITE, FUND, LINK -> "";
        };
    }

    /// The household that a record belongs to, as UUID text; "" if none.
    private String household(RecordId record) {
        return workspace.one(stated(record));
    }

    private String stated(RecordId record) {
        return switch (record.kind()) {
            case HOUSEHOLD -> record.text();
            case PERSON -> workspace.section(record, "residence").shown().plain("household");
            case VISIT -> workspace.section(record, "about").shown().plain("subject");
            case PAIRING, ISSUE, MEASURE, PROJECT, TASK ->
                    workspace.section(record, record.kind().code()).shown().plain("household");
            case VILLAGE, SITE, FUND, LINK -> "";
        };
    }

    /// The household of every person, both as UUID text.
    private Map<String, String> homes() {
        var homes = new HashMap<String, String>();
        workspace.eachRow(
                "SELECT id, coalesce(household, '') AS household FROM person",
                row ->
                        homes.put(
                                String.valueOf(row.get("id")),
                                String.valueOf(row.get("household"))));
        return homes;
    }

    private Set<String> households(ExpressionSql.Clause clause) {
        var passing = new HashSet<String>();
        workspace
                .query("SELECT h.id AS id FROM household h WHERE " + clause.sql(), clause.args())
                .forEach(row -> passing.add(String.valueOf(row.get("id"))));
        return passing;
    }
}
