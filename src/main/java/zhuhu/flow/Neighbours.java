package zhuhu.flow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Finds the records that share a number, a telephone, an address or a name with a household, so
/// that what is odd between households can be told at the door. One thread.
final class Neighbours {

    private final Workspace workspace;
    private final RecordId subject;
    private final Set<RecordId> found = new LinkedHashSet<>();

    Neighbours(Workspace workspace, RecordId subject) {
        this.workspace = workspace;
        this.subject = subject;
    }

    /// `mine` is the household with its members as they would be. Shape: values by section; the
    /// household's own records left out.
    Map<RecordId, Map<String, Values>> of(Map<RecordId, Map<String, Values>> mine) {
        String village = plain(mine, subject, "place", "village");
        mine.forEach((record, sections) -> {
            if (record.kind() == Kind.PERSON) {
                same("id_no", sections, "identity");
                same("person_no", sections, "number");
                namesakes(village, sections);
            }
        });
        Map<String, Values> household = mine.getOrDefault(subject, Map.of());
        same("household_no", household, "number");
        households("phone", value(household, "contact", "phone"));
        households("bank_account", value(household, "bank", "bank_account"));
        households("address", value(household, "place", "address"));
        household.forEach((section, values) -> {
            if (section.startsWith("income@")) {
                income(village, section, values.plain("net_income_per_head"));
            }
        });
        found.removeAll(mine.keySet());
        return withHouseholds(mine.keySet());
    }

    private Map<RecordId, Map<String, Values>> withHouseholds(Set<RecordId> mine) {
        var records = new TreeMap<RecordId, Map<String, Values>>();
        for (RecordId record : List.copyOf(found)) {
            var sections = Weighing.known(workspace, record);
            records.put(record, sections);
            String household = value(sections, "residence", "household");
            if (record.kind() == Kind.PERSON && !household.isEmpty()) {
                workspace
                        .recordOf(household)
                        .filter(home -> !mine.contains(home))
                        .ifPresent(home ->
                                records.computeIfAbsent(home, h -> Weighing.known(workspace, h)));
            }
        }
        return records;
    }

    private void same(String type, Map<String, Values> sections, String section) {
        String number = value(sections, section, type);
        if (!number.isEmpty()) {
            workspace.numbers(type, number).stream()
                    .filter(Workspace.Number::current)
                    .forEach(n -> found.add(n.record()));
        }
    }

    private void namesakes(String village, Map<String, Values> sections) {
        String name = value(sections, "identity", "person_name");
        if (!name.isEmpty() && !village.isEmpty()) {
            workspace
                    .query(
                            "SELECT p.id FROM household h JOIN person p ON p.household = h.id"
                                    + " WHERE h.village = ? AND p.person_name = ?",
                            village,
                            name)
                    .forEach(row -> found.add(Weighing.id(Kind.PERSON, row)));
        }
    }

    private void households(String property, String value) {
        if (!value.isEmpty()) {
            for (Map<String, String> row :
                    workspace.query(
                            "SELECT id FROM household WHERE %s = ? LIMIT 50".formatted(property),
                            value)) {
                RecordId household = Weighing.id(Kind.HOUSEHOLD, row);
                found.add(household);
                if (property.equals("address")) {
                    VisitStart.members(workspace, household).stream()
                            .findFirst()
                            .ifPresent(found::add);
                }
            }
        }
    }

    private void income(String village, String section, String perHead) {
        if (!village.isEmpty() && !perHead.isEmpty()) {
            String year = section.substring("income@".length());
            workspace
                    .query(
                            "SELECT h.id FROM household h JOIN household_income i"
                                    + " ON i.household = h.id AND i.year = ?"
                                    + " WHERE h.village = ? AND i.net_income_per_head = ? LIMIT 5",
                            year,
                            village,
                            new java.math.BigDecimal(perHead).doubleValue())
                    .forEach(row -> found.add(Weighing.id(Kind.HOUSEHOLD, row)));
        }
    }

    private static String plain(
            Map<RecordId, Map<String, Values>> all, RecordId record, String section, String name) {
        return value(all.getOrDefault(record, Map.of()), section, name);
    }

    private static String value(Map<String, Values> sections, String section, String property) {
        return sections.getOrDefault(section, Values.NONE).plain(property);
    }
}
