package zhuhu.store;

/// What a store learned from a statement that came from elsewhere.
public enum Gain {
    /// It knew all of it.
    NOTHING,
    /// It knew the statement, and not all who stand behind it.
    ATTESTATION,
    /// It did not know the statement.
    REVISION,
    /// It did not know of the record at all.
    RECORD
}
