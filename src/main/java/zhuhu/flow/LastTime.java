package zhuhu.flow;

import java.util.List;
import zhuhu.record.Value;

/// What was known of a question when the visit began. Shape: `sides` empty unless contested;
/// `value` is what was shown (last agreed where contested).
public record LastTime(Value value, List<Side> sides) {

    public LastTime {
        sides = List.copyOf(sides);
    }

    /// One of several answers that differ; `by` who stands behind it, `at` as told, "" if not.
    public record Side(Value value, String by, String at) {}
}
