package zhuhu.flow.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import zhuhu.flow.HouseholdList.Line;
import zhuhu.record.RecordId;

/// How many households, people in them, and members who are as was asked, in one place. Shape:
/// `group` "" for the whole village; both "" for all together.
public record Tally(String village, String group, int households, int persons, int members) {

    private Tally with(int more, int itsMembers) {
        return new Tally(village, group, households + 1, persons + more, members + itsMembers);
    }

    /// By village, and by group beneath each, in their order; all together first. `members` gives
    /// the members who are as was asked.
    public static List<Tally> of(Collection<Line> lines, Map<RecordId, Integer> members) {
        var villages = new TreeMap<String, Tally>();
        var groups = new TreeMap<String, TreeMap<String, Tally>>();
        var all = new Tally("", "", 0, 0, 0);
        for (Line line : lines) {
            int asked = members.getOrDefault(line.id(), 0);
            all = all.with(line.members(), asked);
            villages.merge(
                    line.village(),
                    new Tally(line.village(), "", 1, line.members(), asked),
                    (known, _) -> known.with(line.members(), asked));
            groups.computeIfAbsent(line.village(), _ -> new TreeMap<>())
                    .merge(
                            line.group(),
                            new Tally(line.village(), line.group(), 1, line.members(), asked),
                            (known, _) -> known.with(line.members(), asked));
        }
        var tallies = new ArrayList<Tally>();
        villages.forEach((village, whole) -> {
            tallies.add(whole);
            groups.getOrDefault(village, new TreeMap<>())
                    .forEach((group, tally) -> {
                        if (!group.isEmpty()) {
                            tallies.add(tally);
                        }
                    });
        });
        tallies.addFirst(all);
        return tallies;
    }
}
