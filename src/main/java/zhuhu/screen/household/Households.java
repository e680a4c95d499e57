package zhuhu.screen.household;

import java.util.List;
import java.util.Map;
import zhuhu.flow.HouseholdCard;
import zhuhu.flow.HouseholdList;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace.Found;

/// What the list of households asks. Called on the workspace's thread.
public interface Households {

    List<HouseholdList.Line> lines(HouseholdList.Filter filter);

    /// How each household is found that is found at all.
    Map<RecordId, Found> find(String text);

    /// Reads ahead what the first search would wait for, a little at a time. False where nothing is
    /// left to read.
    boolean warm();

    HouseholdCard card(RecordId household);
}
