package zhuhu.screen.exchange.merge;

import zhuhu.record.RecordId;

/// Where a person goes on after a merge.
public interface MergeWays {

    /// Sides to settle.
    void conflicts();

    /// Changes made by hand that wait for a person.
    void waiting();

    /// What came in, and what is missing still.
    void account();

    /// The files look like rosters.
    void rosters();

    /// Shows the household or village that a record belongs to.
    void record(RecordId record);
}
