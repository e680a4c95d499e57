package zhuhu.flow.settle;

import java.util.List;
import zhuhu.record.RecordId;

/// What a settlement wrote. Shape: `acts` the records that keep its reason, one a village; together
/// they are one act, and are taken back together; `reason` the sentence kept with it; `conflicts`
/// how many were settled, `sections` how many statements that took.
public record Settled(List<RecordId> acts, String reason, int conflicts, int sections) {

    public Settled {
        acts = List.copyOf(acts);
    }
}
