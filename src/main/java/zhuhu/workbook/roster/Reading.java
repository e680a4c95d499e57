package zhuhu.workbook.roster;

import java.util.List;
import java.util.Map;
import zhuhu.record.Value;

/// What a cell says of its property.
sealed interface Reading {

    /// A value; `also` are further properties of the same section.
    record Stated(Value value, Map<String, Value> also) implements Reading {}

    /// The cell is blank, or holds a mark for "not asked".
    record Nothing() implements Reading {}

    /// Words that fit no option, or no number; kept as they are. `options` are what was to be
    /// expected, the likeliest first.
    record Unreadable(List<String> options) implements Reading {}

    /// A number of more than 15 digits that Excel rounded.
    record Rounded() implements Reading {}

    Reading NOTHING = new Nothing();

    static Reading of(Value value) {
        return new Stated(value, Map.of());
    }
}
