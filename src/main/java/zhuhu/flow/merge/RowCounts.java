package zhuhu.flow.merge;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How many rows are of each class. Shape: every class is there, 0 where there are none.
public record RowCounts(Map<RowClass, Integer> byClass) {

    public RowCounts {
        var all = new EnumMap<RowClass, Integer>(RowClass.class);
        for (RowClass each : RowClass.values()) {
            all.put(each, byClass.getOrDefault(each, 0));
        }
        byClass = Collections.unmodifiableMap(all);
    }

    static RowCounts of(Collection<MergedRow> rows) {
        var counts = new EnumMap<RowClass, Integer>(RowClass.class);
        rows.forEach(row -> counts.merge(row.rowClass(), 1, Integer::sum));
        return new RowCounts(counts);
    }

    public int of(RowClass which) {
        return byClass.getOrDefault(which, 0);
    }

    /// All rows: the sum of the seven.
    public int rows() {
        return byClass.values().stream().mapToInt(Integer::intValue).sum();
    }
}
