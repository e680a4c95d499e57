package zhuhu.workbook.read;

import java.util.Optional;
import zhuhu.record.Value;

/// What a cell says against what was written there.
sealed interface Verdict {

    record Same() implements Verdict {}

    record Changed(Value value) implements Verdict {}

    /// Shape: `value` empty where the cell can be no value.
    record Stopped(Held.Reason reason, Optional<Value> value) implements Verdict {}

    Verdict SAME = new Same();

    static Verdict stopped(Held.Reason reason) {
        return new Stopped(reason, Optional.empty());
    }
}
