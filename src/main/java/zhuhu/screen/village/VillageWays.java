package zhuhu.screen.village;

import zhuhu.flow.VillageCard;
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

    /// A section of the village's card, to be corrected.
    void edit(VillageCard card, String section, String label);

    /// Where a roster is read.
    void exchange();
}
