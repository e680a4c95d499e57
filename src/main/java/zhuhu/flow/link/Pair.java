package zhuhu.flow.link;

import java.util.List;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;

/// Two records that may be one. Shape: `first` has the lower id; `evidence` at least one sentence,
/// the strongest first; `later` if somebody put the question off.
public record Pair(RecordId first, RecordId second, List<String> evidence, boolean later) {

    public Pair {
        evidence = List.copyOf(evidence);
    }

    /// The record that will hold the answer.
    public RecordId link() {
        return Ids.link(first, second);
    }
}
