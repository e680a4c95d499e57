package zhuhu.store;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import zhuhu.base.CitizenId;
import zhuhu.base.Plain;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// The numbers and names by which rows of a file are matched to records. Pure; any thread.
final class Numbers {

    private static final Map<Kind, List<String>> TYPES =
            new EnumMap<>(
                    Map.of(
                            Kind.VILLAGE, List.of("village_code", "village_name"),
                            Kind.HOUSEHOLD, List.of("household_no", "head_id_no"),
                            Kind.PERSON, List.of("person_no", "id_no")));

    private Numbers() {}

    /// A number as it is kept and looked up.
    static String normal(String type, String raw) {
        return switch (type) {
            case "id_no", "head_id_no" -> CitizenId.person(CitizenId.normal(raw));
            case "village_name" -> Ids.villageName(raw);
            default -> Plain.folded(raw).toUpperCase(Locale.ROOT);
        };
    }

    /// Every number that a live statement of a record gives it, by type and number; true where it
    /// is shown now. `sections` are those of its class.
    static Map<String, SortedMap<String, Boolean>> of(
            RecordState state, SortedMap<String, Section> sections) {
        List<String> types = TYPES.get(state.id().kind());
        var numbers = new HashMap<String, SortedMap<String, Boolean>>();
        if (types != null) {
            state.all().stream()
                    .filter(RecordState.Known::live)
                    .forEach(known -> stated(numbers, types, known.revision().values()));
            sections.values().forEach(s -> shown(numbers, s.shown()));
        }
        return numbers;
    }

    private static void stated(
            Map<String, SortedMap<String, Boolean>> numbers, List<String> types, Values values) {
        for (String type : types) {
            if (values.map().get(type) instanceof Value value) {
                String number = normal(type, value.plain());
                if (!number.isEmpty()) {
                    numbers.computeIfAbsent(type, _ -> new TreeMap<>()).putIfAbsent(number, false);
                }
            }
        }
    }

    private static void shown(Map<String, SortedMap<String, Boolean>> numbers, Values values) {
        numbers.forEach((type, mine) -> {
            if (values.map().get(type) instanceof Value value) {
                mine.computeIfPresent(normal(type, value.plain()), (_, _) -> true);
            }
        });
    }
}
