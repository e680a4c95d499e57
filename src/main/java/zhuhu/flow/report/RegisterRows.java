package zhuhu.flow.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import zhuhu.flow.report.ReportField.Source;
import zhuhu.flow.report.ReportField.What;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.roster.RosterConversion;

/// Reads villages, households and members from the derived tables, only the columns that are asked
/// for, household by household. Households that ended and members who left are not there. One
/// thread.
final class RegisterRows {

    /// What a row is made from: texts by property name. Shape: `person` empty for a household
    /// without members; `head` the first member; `members` how many there are.
    record Household(
            Map<String, String> village,
            Map<String, String> household,
            List<Map<String, String>> persons) {
        Household {
            persons = List.copyOf(persons);
        }
    }

    private static final String LIVING = "coalesce(change, '0') <> '2'";
    private static final String STANDING = "coalesce(h.ended, '0') <> '1'";
    private static final String NET_INCOME =
            """
            (SELECT v FROM (
                SELECT year, net_income_per_head AS v, 0 AS stated FROM household_income
                WHERE household = h.id AND net_income_per_head IS NOT NULL
                UNION ALL
                SELECT year, stated_net_income_per_head, 1 FROM household_stated_income
                WHERE household = h.id AND stated_net_income_per_head IS NOT NULL)
             ORDER BY year DESC, stated LIMIT 1) AS net_income_now\
            """;

    private final Workspace workspace;
    private final List<String> villages;
    private final Map<String, Map<String, String>> villageRows = new LinkedHashMap<>();
    private final Set<String> household = new TreeSet<>();
    private final Set<String> person = new TreeSet<>();
    private final Set<String> other = new TreeSet<>();

    /// `villages`: which, empty for all; `fields`: what will be asked of each.
    RegisterRows(Workspace workspace, Set<RecordId> villages, List<ReportField> fields) {
        this.workspace = workspace;
        this.villages = villages.stream().map(RecordId::text).toList();
        var village = new TreeSet<String>(Set.of("village_name"));
        for (ReportField field : fields) {
            switch (field.source()) {
                case Source.Of(Kind kind, String section, boolean yearly, var property) -> {
                    String column = quoted(property.name());
                    switch (kind) {
                        case VILLAGE -> village.add(property.name());
                        case HOUSEHOLD ->
                                household.add(
                                        yearly
                                                ? newest(section, property.name())
                                                : "h." + column + " AS " + property.name());
                        default -> person.add(column);
                    }
                }
                case Source.OfHead(var property) -> person.add(quoted(property.name()));
                case Source.NetIncome() -> household.add(NET_INCOME);
                case Source.Other(String heading) -> other.add(heading);
                case Source.Total _, Source.Said _ -> {}
            }
        }
        household.add("h.head_name AS head_name");
        readVillages(village);
    }

    private static String quoted(String column) {
        return "\"" + column + "\"";
    }

    private static String newest(String section, String property) {
        return "(SELECT \"%1$s\" FROM \"household_%2$s\" WHERE household = h.id AND \"%1$s\" IS NOT NULL ORDER BY year DESC LIMIT 1) AS \"%1$s\""
                .formatted(property, section);
    }

    private void readVillages(Set<String> columns) {
        String list = columns.stream().map(RegisterRows::quoted).collect(Collectors.joining(", "));
        workspace.eachRow(
                "SELECT id, "
                        + list
                        + " FROM village v WHERE "
                        + among("v.id")
                        + " ORDER BY township, village_name, id",
                row -> villageRows.put(String.valueOf(row.get("id")), row),
                villages.toArray());
    }

    private String among(String column) {
        return villages.isEmpty()
                ? "1 = 1"
                : column
                        + " IN ("
                        + String.join(", ", java.util.Collections.nCopies(villages.size(), "?"))
                        + ")";
    }

    /// The villages in their order, by id.
    Map<String, Map<String, String>> villages() {
        return villageRows;
    }

    long count(What what) {
        return counts(what).values().stream().mapToLong(Long::longValue).sum();
    }

    /// By village id, "" for households without one.
    Map<String, Long> counts(What what) {
        String status =
                switch (what) {
                    case HOUSEHOLDS, PERSONS -> "";
                    case POOR_HOUSEHOLDS, POOR_PERSONS ->
                            " AND h.registered = '1' AND coalesce(h.poverty_status, '0') IN ('0', '2', '3')";
                    case EXITED_HOUSEHOLDS, EXITED_PERSONS ->
                            " AND h.registered = '1' AND h.poverty_status = '1'";
                };
        boolean persons =
                what == What.PERSONS || what == What.POOR_PERSONS || what == What.EXITED_PERSONS;
        var counts = new HashMap<String, Long>();
        workspace.eachRow(
                "SELECT coalesce(h.village, '') AS village, count(*) AS n FROM household h "
                        + (persons
                                ? "JOIN person p ON p.household = h.id"
                                        + " AND coalesce(p.change, '0') <> '2'"
                                : "")
                        + " WHERE "
                        + STANDING
                        + " AND "
                        + among("h.village")
                        + status
                        + " GROUP BY 1",
                row ->
                        counts.put(
                                String.valueOf(row.get("village")),
                                Long.parseLong(String.valueOf(row.get("n")))),
                villages.toArray());
        return counts;
    }

    /// How many rows a list has: a row for each member, and one for a household without any.
    long personRows() {
        var rows = new long[1];
        workspace.eachRow(
                "SELECT sum(max(1, n)) AS n FROM (SELECT (SELECT count(*) FROM person p WHERE"
                        + " p.household = h.id AND coalesce(p.change, '0') <> '2') AS n"
                        + " FROM household h WHERE "
                        + STANDING
                        + " AND "
                        + among("h.village")
                        + ")",
                row -> rows[0] = Long.parseLong(row.getOrDefault("n", "0")),
                villages.toArray());
        return rows[0];
    }

    /// Every household, in village, group, number order; its members head first.
    void each(BiConsumer<RecordId, Household> each) {
        String columns = household.stream().map(c -> ", " + c).collect(Collectors.joining());
        workspace.eachRow(
                "SELECT h.id AS record_id, h.village AS village_id, h.contested AS contested_in"
                        + columns
                        + " FROM household h LEFT JOIN village v ON v.id = h.village WHERE "
                        + STANDING
                        + " AND "
                        + among("h.village")
                        + " ORDER BY v.township, v.village_name, h.village, h.group_name,"
                        + " h.household_no, h.head_name, h.id",
                row -> {
                    String id = String.valueOf(row.get("record_id"));
                    var village =
                            villageRows.getOrDefault(row.getOrDefault("village_id", ""), Map.of());
                    each.accept(
                            new RecordId(Kind.HOUSEHOLD, java.util.UUID.fromString(id)),
                            new Household(village, row, members(id)));
                },
                villages.toArray());
    }

    private List<Map<String, String>> members(String household) {
        String columns = person.stream().map(c -> ", " + c).collect(Collectors.joining());
        List<Map<String, String>> members =
                workspace.query(
                        "SELECT id AS record_id, contested AS contested_in"
                                + columns
                                + " FROM person WHERE household = ? AND "
                                + LIVING
                                + " ORDER BY coalesce(relation, '99') <> '01', person_no IS NULL,"
                                + " person_no, relation, id",
                        household);
        if (!other.isEmpty()) {
            members.forEach(this::others);
        }
        return members;
    }

    /// Reason: what rosters have beside the register is kept as the person's own texts, and has no
    /// column in the derived table of the schema's properties.
    private void others(Map<String, String> member) {
        var id =
                new RecordId(
                        Kind.PERSON,
                        java.util.UUID.fromString(String.valueOf(member.get("record_id"))));
        var values = workspace.section(id, RosterConversion.OTHER).shown();
        other.forEach(heading -> member.put("other." + heading, values.plain(heading)));
    }

    static boolean contested(Household household) {
        var all = new ArrayList<>(household.persons());
        all.add(household.household());
        return all.stream().anyMatch(row -> !row.getOrDefault("contested_in", "").isEmpty());
    }

    static String[] words(String many) {
        return Arrays.stream(many.split(" ", -1)).filter(w -> !w.isEmpty()).toArray(String[]::new);
    }
}
