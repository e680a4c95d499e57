package zhuhu.workbook.roster;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// Values by section, while they are being put together.
final class Statements {

    private final Map<String, TreeMap<String, Value>> sections = new HashMap<>();

    void put(String section, String property, Value value) {
        sections.computeIfAbsent(section, _ -> new TreeMap<>()).put(property, value);
    }

    /// Puts it only where nothing stands; returns what stands there now.
    Value putFirst(String section, String property, Value value) {
        Value before =
                sections.computeIfAbsent(section, _ -> new TreeMap<>())
                        .putIfAbsent(property, value);
        return before == null ? value : before;
    }

    Value get(String section, String property) {
        TreeMap<String, Value> values = sections.get(section);
        Value value = values == null ? null : values.get(property);
        return value == null ? Value.EMPTY : value;
    }

    Map<String, Values> values() {
        var all = new HashMap<String, Values>();
        sections.forEach((section, values) -> all.put(section, new Values(values)));
        return all;
    }
}
