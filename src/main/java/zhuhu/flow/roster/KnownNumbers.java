package zhuhu.flow.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import zhuhu.base.CitizenId;
import zhuhu.base.Plain;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// The numbers that records carried before the file came, held in memory for matching in bulk.
final class KnownNumbers {

    private record Carrier(RecordId record, boolean current) {}

    private final boolean empty;
    private final Map<String, Map<String, List<Carrier>>> byType = new HashMap<>();
    private Map<String, List<RecordId>> byFirst14 = Map.of();

    KnownNumbers(Workspace workspace) {
        for (String type : List.of("household_no", "head_id_no", "person_no", "id_no")) {
            var carriers = new HashMap<String, List<Carrier>>();
            workspace.numbers(
                    type,
                    n ->
                            carriers.computeIfAbsent(n.number(), _ -> new ArrayList<>(1))
                                    .add(new Carrier(n.record(), n.current())));
            byType.put(type, carriers);
        }
        empty = byType.values().stream().allMatch(Map::isEmpty) && nobody(workspace);
    }

    /// Who carries the number now; where nobody does, who ever carried it.
    List<RecordId> carriers(String type, String raw) {
        if (raw.isEmpty()) {
            return List.of();
        }
        List<Carrier> all =
                byType.getOrDefault(type, Map.of()).getOrDefault(normal(type, raw), List.of());
        List<RecordId> current =
                all.stream().filter(Carrier::current).map(Carrier::record).toList();
        return current.isEmpty() ? all.stream().map(Carrier::record).toList() : current;
    }

    /// Persons whose 证件号码 begins with these 14 digits.
    List<RecordId> carriersByFirst14(String digits) {
        if (digits.isEmpty()) {
            return List.of();
        }
        if (byFirst14.isEmpty()) {
            byFirst14 = new HashMap<>();
            byType.getOrDefault("id_no", Map.of())
                    .forEach((number, carriers) -> {
                        if (number.length() >= 15) {
                            byFirst14
                                    .computeIfAbsent(
                                            number.substring(0, 14), _ -> new ArrayList<>(1))
                                    .addAll(
                                            carriers.stream()
                                                    .filter(Carrier::current)
                                                    .map(Carrier::record)
                                                    .toList());
                        }
                    });
        }
        return byFirst14.getOrDefault(digits, List.of());
    }

    /// Whether no household and no person is known yet, so that nothing needs to be looked up.
    boolean isEmpty() {
        return empty;
    }

    private static boolean nobody(Workspace workspace) {
        var anybody = new boolean[1];
        workspace.records(Kind.PERSON, _ -> anybody[0] = true);
        workspace.records(Kind.HOUSEHOLD, _ -> anybody[0] = true);
        return !anybody[0];
    }

    private static String normal(String type, String raw) {
        return switch (type) {
            case "id_no", "head_id_no" -> CitizenId.person(CitizenId.normal(raw));
            default -> Plain.folded(raw).toUpperCase(Locale.ROOT);
        };
    }
}
