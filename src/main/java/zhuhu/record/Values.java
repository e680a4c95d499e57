package zhuhu.record;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What a revision states: property names to values. Keys sorted; immutable.
public record Values(SortedMap<String, Value> map) {

    /// Nothing asked.
    public static final Values NONE = new Values(new TreeMap<>());

    public Values {
        map = Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    public static Values of(Map<String, Value> map) {
        return new Values(new TreeMap<>(map));
    }

    /// The value of a property; empty if it was not asked.
    public Optional<Value> get(String property) {
        return Optional.ofNullable(map.get(property));
    }

    /// Text, number or choice as plain text; "" if not asked or empty.
    public String plain(String property) {
        return get(property).map(Value::plain).orElse("");
    }

    /// These values laid over `below`: what is stated here wins, the rest stays.
    public Values over(Values below) {
        var laid = new TreeMap<>(below.map);
        laid.putAll(map);
        return new Values(laid);
    }

    public Values with(String property, Value value) {
        var changed = new TreeMap<>(map);
        changed.put(property, value);
        return new Values(changed);
    }

    /// Only the properties that pass.
    public Values only(Predicate<String> properties) {
        var kept = new TreeMap<>(map);
        kept.keySet().removeIf(properties.negate());
        return new Values(kept);
    }

    /// Whether every key of `other` stands here with an equal value.
    public boolean covers(Values other) {
        return other.map.entrySet().stream()
                .allMatch(e -> e.getValue().equals(map.get(e.getKey())));
    }
}
