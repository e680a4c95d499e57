package zhuhu.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import zhuhu.base.PlaceOrder;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.store.Workspace.Found;

/// Households as lists show them, with their state in the workspace's round.
public final class HouseholdList {

    private final Workspace workspace;

    public HouseholdList(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A line. Shape: `state` as [HouseholdStates] gives it; `poverty` and `type` are labels;
    /// `members` those who live in the household now.
    public record Line(
            RecordId id,
            String key,
            String head,
            String village,
            String group,
            int members,
            String poverty,
            String type,
            String state,
            boolean contested) {}

    /// What to show. Shape: `text` "" for all; `state`, `group`, `village` empty for all.
    public record Filter(
            String text, Optional<String> state, Optional<String> village, Optional<String> group) {

        /// Every household.
        public static final Filter ALL =
                new Filter("", Optional.empty(), Optional.empty(), Optional.empty());

        /// Whether state, village and group let a line pass; the text is not looked at.
        public boolean lets(Line line) {
            return state.map(line.state()::equals).orElse(true)
                    && village.map(line.village()::equals).orElse(true)
                    && group.map(line.group()::equals).orElse(true);
        }
    }

    private record Members(int count, String head) {}

    /// Lines in village, group, name order; where a text is looked for, the best found first.
    public List<Line> lines(Filter filter) {
        Stream<Line> passing =
                all().stream()
                        .filter(filter::lets)
                        .sorted(
                                Comparator.comparing(Line::village, PlaceOrder.INSTANCE)
                                        .thenComparing(Line::group, PlaceOrder.INSTANCE)
                                        .thenComparing(Line::head)
                                        .thenComparing(Line::key));
        return filter.text().isBlank()
                ? passing.toList()
                : bestFirst(passing.toList(), find(filter.text()));
    }

    /// How many households are in each state (key "" not due), over the whole workspace.
    public Map<String, Integer> counts() {
        HouseholdStates states = HouseholdStates.of(workspace);
        var counts = new TreeMap<String, Integer>();
        workspace.eachRow(
                "SELECT id FROM household",
                row -> counts.merge(states.of(text(row, "id")), 1, Integer::sum));
        return counts;
    }

    /// Every household found by any part of a name, how it is read, last digits of a number, phone,
    /// group or village, its members' included.
    public Map<RecordId, Found> find(String text) {
        var found = new HashMap<RecordId, Found>();
        workspace.searchHouseholds(text).forEach(f -> found.put(f.household(), f));
        return found;
    }

    /// Those of `lines` that were found, the best first, else in their order. Pure.
    public static List<Line> bestFirst(List<Line> lines, Map<RecordId, Found> found) {
        List<List<Line>> ranked = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Line line : lines) {
            Found how = found.get(line.id());
            if (how != null) {
                ranked.get(how.rank()).add(line);
            }
        }
        return ranked.stream().flatMap(List::stream).toList();
    }

    private List<Line> all() {
        HouseholdStates states = HouseholdStates.of(workspace);
        Map<String, Members> members = members();
        var lines = new ArrayList<Line>();
        for (Map<String, String> row :
                workspace.query(
                        """
                        SELECT h.id, h.key, h.head_name, h.group_name, h.poverty_status, h.household_type, h.contested,
                               v.village_name
                        FROM household h LEFT JOIN village v ON v.id = h.village
                        """)) {
            lines.add(line(row, members, states));
        }
        return lines;
    }

    private Line line(
            Map<String, String> row, Map<String, Members> members, HouseholdStates states) {
        String id = text(row, "id");
        Members in = members.getOrDefault(id, new Members(0, ""));
        return new Line(
                new RecordId(Kind.HOUSEHOLD, UUID.fromString(id)),
                text(row, "key"),
                in.head().isEmpty() ? text(row, "head_name") : in.head(),
                text(row, "village_name"),
                text(row, "group_name"),
                in.count(),
                label("poverty_status", text(row, "poverty_status")),
                label("household_type", text(row, "household_type")),
                states.of(id),
                !text(row, "contested").isEmpty());
    }

    private Map<String, Members> members() {
        var members = new HashMap<String, Members>();
        for (Map<String, String> row :
                workspace.query(
                        """
                        SELECT household, count(*) AS size, max(CASE WHEN relation = '01' THEN person_name END) AS head
                        FROM person WHERE coalesce(change, '0') <> '2' GROUP BY household
                        """)) {
            members.put(
                    text(row, "household"),
                    new Members(Integer.parseInt(text(row, "size")), text(row, "head")));
        }
        return members;
    }

    private String label(String property, String choice) {
        Schema schema = workspace.schema();
        return schema.property(Kind.HOUSEHOLD, property).map(p -> p.labelOf(choice)).orElse(choice);
    }

    private static String text(Map<String, String> row, String column) {
        String value = row.get(column);
        return value == null ? "" : value;
    }
}
