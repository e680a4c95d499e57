package zhuhu.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// Reasons given for doubts, as a visit carries them. Shape of a row: `rule`, `record` (an id; none
/// means the household), `reason`. Immutable.
public record Reasons(Map<Finding.Key, String> given) {

    public static final Reasons NONE = new Reasons(Map.of());

    /// The visit's section, and the property in it that holds the rows.
    public static final String SECTION = "reasons";

    public Reasons {
        given = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /// From a visit's section; a row without a record speaks of `household`.
    public static Reasons of(Values section, String household) {
        return section.get(SECTION).orElse(Value.EMPTY) instanceof Value.Rows(List<Values> rows)
                ? of(rows, household)
                : NONE;
    }

    public static Reasons of(List<Values> rows, String household) {
        var given = new LinkedHashMap<Finding.Key, String>();
        for (Values row : rows) {
            String record = row.plain("record").isEmpty() ? household : row.plain("record");
            given.put(new Finding.Key(row.plain("rule"), record), row.plain("reason").strip());
        }
        given.values().removeIf(String::isEmpty);
        return new Reasons(given);
    }

    /// The same reasons, of the records that `one` gives for the UUID texts they name.
    public Reasons naming(UnaryOperator<String> one) {
        var all = new LinkedHashMap<Finding.Key, String>();
        given.forEach((key, reason) ->
                all.put(new Finding.Key(key.rule(), one.apply(key.record())), reason));
        return new Reasons(all);
    }

    public Optional<String> of(Finding.Key key) {
        return Optional.ofNullable(given.get(key));
    }

    /// These with others laid over them.
    public Reasons with(Reasons newer) {
        var all = new LinkedHashMap<>(given);
        all.putAll(newer.given);
        return new Reasons(all);
    }

    /// One reason more; a blank one takes it away.
    public Reasons with(Finding.Key key, String reason) {
        var all = new LinkedHashMap<>(given);
        if (reason.isBlank()) {
            all.remove(key);
        } else {
            all.put(key, reason.strip());
        }
        return new Reasons(all);
    }

    /// As a visit keeps them.
    public List<Values> rows() {
        var rows = new ArrayList<Values>();
        given.forEach((key, reason) ->
                rows.add(
                        Values.NONE
                                .with("rule", Value.text(key.rule()))
                                .with("record", Value.text(key.record()))
                                .with("reason", Value.text(reason))));
        return rows;
    }

    /// Doubts with the reasons that were given for them.
    public List<Finding> explain(List<Finding> findings) {
        return findings.stream().map(f -> of(f.key()).map(f::because).orElse(f)).toList();
    }
}
