package zhuhu.screen.household;

import java.util.List;
import java.util.Map;
import zhuhu.flow.HouseholdCard;
import zhuhu.flow.HouseholdList;
import zhuhu.record.RecordId;

/// What the list of households asks. Called on the workspace's thread.
public interface Households {

    List<HouseholdList.Line> lines(HouseholdList.Filter filter);

    Map<String, Integer> counts();

    HouseholdCard card(RecordId household);
}
