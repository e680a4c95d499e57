package zhuhu.flow.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import zhuhu.base.Texts;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;

/// Gathers what speaks for two records being one.
final class Proposed {

    private record Ends(RecordId first, RecordId second) {}

    private record Reason(Why why, String words) {}

    private final Texts texts;
    private final Map<Ends, List<Reason>> pairs = new LinkedHashMap<>();

    Proposed(Texts texts) {
        this.texts = texts;
    }

    void add(RecordId one, RecordId other, Why why, Object... args) {
        boolean inOrder = one.compareTo(other) < 0;
        var ends = inOrder ? new Ends(one, other) : new Ends(other, one);
        List<Reason> reasons = pairs.computeIfAbsent(ends, _ -> new ArrayList<>());
        if (reasons.stream().noneMatch(r -> r.why() == why)) {
            reasons.add(new Reason(why, texts.of(why.key(), args)));
        }
    }

    /// Those that `asked` holds for by their link, the strongest first, those put off last.
    List<Pair> pairs(Predicate<RecordId> asked, Set<String> later) {
        var strength = new HashMap<Pair, Integer>();
        var found = new ArrayList<Pair>();
        var taken = new HashSet<RecordId>();
        pairs.forEach((ends, reasons) -> {
            RecordId link = Ids.link(ends.first(), ends.second());
            if (asked.test(link) && taken.add(link)) {
                reasons.sort(Comparator.comparing(Reason::why));
                var pair =
                        new Pair(
                                ends.first(),
                                ends.second(),
                                reasons.stream().map(Reason::words).collect(Collectors.toList()),
                                later.contains(link.text()));
                strength.put(pair, reasons.getFirst().why().ordinal());
                found.add(pair);
            }
        });
        found.sort(
                Comparator.comparing(Pair::later)
                        .thenComparing(p -> strength.getOrDefault(p, 0))
                        .thenComparing(Pair::first)
                        .thenComparing(Pair::second));
        return found;
    }
}
