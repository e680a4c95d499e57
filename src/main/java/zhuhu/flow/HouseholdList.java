package zhuhu.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// Households as lists show them, with their state in the workspace's round.
public final class HouseholdList {

    private static final int FOUND_AT_MOST = 2_000;

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

        private boolean lets(Line line) {
            return state.map(line.state()::equals).orElse(true)
                    && village.map(line.village()::equals).orElse(true)
                    && group.map(line.group()::equals).orElse(true);
        }
    }

    private record Members(int count, String head) {}

    /// Lines in village, group, name order.
    public List<Line> lines(Filter filter) {
        Optional<Set<String>> found =
                filter.text().isBlank() ? Optional.empty() : Optional.of(search(filter.text()));
        return all().stream()
                .filter(line -> found.map(f -> f.contains(line.id().text())).orElse(true))
                .filter(filter::lets)
                .sorted(
                        Comparator.comparing(Line::village)
                                .thenComparing(Line::group)
                                .thenComparing(Line::head)
                                .thenComparing(Line::key))
                .toList();
    }

    /// How many households are in each state (key "" not due), over the whole workspace.
    public Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        all().forEach(line -> counts.merge(line.state(), 1, Integer::sum));
        return counts;
    }

    /// Households found by any part of a name, last digits of a number, group or phone, their
    /// members' included.
    private Set<String> search(String text) {
        var found = new HashSet<String>();
        for (RecordId record : workspace.search(text, FOUND_AT_MOST)) {
            if (record.kind() == Kind.PERSON) {
                found.add(workspace.section(record, "residence").shown().plain("household"));
            } else {
                found.add(record.text());
            }
        }
        return found;
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
