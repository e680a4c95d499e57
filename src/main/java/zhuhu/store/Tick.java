package zhuhu.store;

import zhuhu.record.Kind;
import zhuhu.record.RecordId;

/// Somebody's word that a value was keyed into the national system, or (`ticked` false) that it was
/// not after all. Kept in this file alone; the newest of a key holds. Shape: `roster` as
/// [Workspace#newestRoster()] was at the time; `at` ISO local date-time.
public record Tick(Key key, long roster, boolean ticked, String at, String by) {

    /// What was keyed in. Shape: `value` canonical JSON, or words where a whole record is meant.
    public record Key(RecordId record, String section, String property, String value) {
        Kind kind() {
            return record.kind();
        }
    }
}
