package zhuhu.screen.village;

import zhuhu.flow.paper.PrintTable;
import zhuhu.record.RecordId;

/// Where the page of a village leads.
public interface VillageWays {

    /// The visit of a household or village.
    void visit(RecordId subject);

    /// The card of a household.
    void household(RecordId household);

    /// A table to paper.
    void print(PrintTable.Sheet sheet);

    /// Where a roster is read.
    void exchange();
}
