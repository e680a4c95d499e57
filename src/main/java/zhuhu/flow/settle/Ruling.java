package zhuhu.flow.settle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import zhuhu.record.FactId;

/// What a rule would do to the conflicts that are open. Shape: `decided` the side that it takes in
/// each conflict that it decides; `left` those it speaks of and does not decide.
public record Ruling(Rule rule, SequencedMap<Conflict, FactId> decided, List<Conflict> left) {

    public Ruling {
        decided = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(decided));
        left = List.copyOf(left);
    }

    static Ruling of(Rule rule, List<Conflict> conflicts) {
        Map<Conflict, FactId> decided = new LinkedHashMap<>();
        var left = new ArrayList<Conflict>();
        for (Conflict conflict : conflicts) {
            Optional<FactId> taken = rule.takes(conflict);
            if (taken.isPresent()) {
                decided.put(conflict, taken.get());
            } else if (rule.speaksOf(conflict)) {
                left.add(conflict);
            }
        }
        return new Ruling(rule, new LinkedHashMap<>(decided), left);
    }
}
