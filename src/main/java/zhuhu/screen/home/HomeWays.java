package zhuhu.screen.home;

import java.util.Optional;
import zhuhu.record.RecordId;

/// Where the first page leads.
public interface HomeWays {

    /// Rosters in, workbooks out.
    void exchange();

    /// The households in that state.
    void state(String state);

    /// The visit of a household or village.
    void visit(RecordId subject);

    /// The page of a village; of the first where it is empty.
    void village(Optional<RecordId> village);

    /// Where copies are made.
    void backup();

    /// What is odd and wants a word.
    void doubts();
}
