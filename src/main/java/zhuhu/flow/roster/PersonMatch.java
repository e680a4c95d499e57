package zhuhu.flow.roster;

import zhuhu.base.Problem;
import zhuhu.record.RecordId;

/// Which record a row is about.
sealed interface PersonMatch {

    /// A record that was there before.
    record Known(KnownRecord record) implements PersonMatch {}

    /// Nobody that is known.
    record Unknown() implements PersonMatch {}

    /// It cannot be told; a person has to.
    record Held(Problem problem) implements PersonMatch {}

    static PersonMatch known(KnownRecord record) {
        return new Known(record);
    }

    /// The record, or null.
    default @org.jspecify.annotations.Nullable RecordId id() {
        return switch (this) {
            case Known(KnownRecord record) -> record.id();
            case Unknown() -> null;
            case Held(_) -> null;
        };
    }
}
