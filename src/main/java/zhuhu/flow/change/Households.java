package zhuhu.flow.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import zhuhu.flow.change.RosterChange.Whose;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// Whom a list is about: households with everybody who is or was in them. Shape: households by
/// village, group, 户编号, head; heads of households first. A picture of one moment.
final class Households {

    /// A household, and the persons whose residence it is, those gone too.
    record Household(Whose whose, String villageId, List<Whose> persons) {}

    private final Map<String, String> villages = new HashMap<>();
    private final Map<String, Household> households = new LinkedHashMap<>();

    /// `only`: villages to look at; empty for all.
    Households(Workspace workspace, Set<RecordId> only) {
        workspace.eachRow(
                "SELECT id, village_name FROM village",
                row -> villages.put(row.get("id"), Sources.text(row, "village_name")));
        var all = new ArrayList<Household>();
        Set<String> wanted =
                only.stream()
                        .map(RecordId::text)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
        workspace.eachRow(
                "SELECT id, village, group_name, household_no, head_name FROM household",
                row -> {
                    String village = Sources.text(row, "village");
                    if (wanted.isEmpty() || wanted.contains(village)) {
                        all.add(household(row, village));
                    }
                });
        all.sort(
                Comparator.comparing((Household h) -> h.whose().village())
                        .thenComparing(h -> h.whose().group())
                        .thenComparing(h -> h.whose().householdNo())
                        .thenComparing(h -> h.whose().head())
                        .thenComparing(h -> h.whose().household().text()));
        all.forEach(h -> households.put(h.whose().household().text(), h));
        persons(workspace);
    }

    private Household household(Map<String, String> row, String village) {
        RecordId id = id(Kind.HOUSEHOLD, row);
        var whose =
                new Whose(
                        id,
                        villages.getOrDefault(village, ""),
                        Sources.text(row, "group_name"),
                        Sources.text(row, "household_no"),
                        Sources.text(row, "head_name"),
                        id,
                        "",
                        "");
        return new Household(whose, village, new ArrayList<>());
    }

    private void persons(Workspace workspace) {
        workspace.eachRow(
                """
                SELECT id, household, person_no, person_name FROM person
                ORDER BY coalesce(relation, '99') <> '01', person_no IS NULL, person_no, relation, id
                """,
                row -> {
                    Household household = households.get(Sources.text(row, "household"));
                    if (household != null) {
                        Whose its = household.whose();
                        household
                                .persons()
                                .add(
                                        new Whose(
                                                its.household(),
                                                its.village(),
                                                its.group(),
                                                its.householdNo(),
                                                its.head(),
                                                id(Kind.PERSON, row),
                                                Sources.text(row, "person_no"),
                                                Sources.text(row, "person_name")));
                    }
                });
    }

    private static RecordId id(Kind kind, Map<String, String> row) {
        return new RecordId(kind, UUID.fromString(Sources.text(row, "id")));
    }

    List<Household> all() {
        return List.copyOf(households.values());
    }

    /// What to call the village or household with that id; the id where it is unknown.
    String nameOf(String id) {
        String village = villages.get(id);
        if (village != null) {
            return village;
        }
        Household household = households.get(id);
        return household == null
                ? id
                : household.whose().head() + " " + household.whose().householdNo();
    }
}
