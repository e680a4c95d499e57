package zhuhu.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import zhuhu.base.Texts;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// 登记户全覆盖: every registered household, and each that left poverty in the year the campaign names,
/// in exactly one state. Shape: `rows` in village, group, head order; the sums by state and by
/// group are those of the rows; `open` those that somebody still has to see to; `ended` registered
/// households that are closed and were not visited; `unregistered` households added by hand,
/// visited or not. A picture of one moment.
public record Coverage(
        List<HouseholdList.Line> rows, Set<RecordId> open, int ended, int unregistered) {

    /// Nothing.
    public static final Coverage NOTHING = new Coverage(List.of(), Set.of(), 0, 0);

    /// The households of a 村民小组. Shape: `group` "" where none is stated; `open` of `total` still
    /// have to be seen to.
    public record Group(String village, String group, int open, int total) {}

    public Coverage {
        rows = List.copyOf(rows);
        open = Set.copyOf(open);
    }

    /// Of one village; of all where it is empty.
    public static Coverage of(Workspace workspace, Optional<RecordId> village) {
        var owed = new HashSet<String>();
        int ended = 0;
        int unregistered = 0;
        HouseholdStates states = HouseholdStates.of(workspace);
        for (Map<String, String> row :
                workspace.query(
                        """
                        SELECT id, village, registered, coalesce(ended, '0') AS ended,
                               registered = '1' OR exit_year = ? AS owed FROM household
                        """,
                        workspace.pack().manifest().exitYear())) {
            boolean here =
                    village.map(v -> v.text().equals(row.getOrDefault("village", ""))).orElse(true);
            String id = row.getOrDefault("id", "");
            if (!here) {
                continue;
            }
            if (!row.getOrDefault("owed", "0").equals("1")) {
                unregistered++;
            } else if (states.of(id).isEmpty()) {
                ended++;
            } else {
                owed.add(id);
            }
        }
        List<HouseholdList.Line> rows =
                new HouseholdList(workspace)
                        .lines(HouseholdList.Filter.ALL).stream()
                                .filter(line -> owed.contains(line.id().text()))
                                .toList();
        Set<RecordId> open =
                rows.stream()
                        .map(HouseholdList.Line::id)
                        .filter(id -> states.isOpen(id.text()))
                        .collect(Collectors.toSet());
        return new Coverage(rows, open, ended, unregistered);
    }

    public int total() {
        return rows.size();
    }

    public Map<String, Integer> states() {
        var states = new TreeMap<String, Integer>();
        rows.forEach(row -> states.merge(row.state(), 1, Integer::sum));
        return states;
    }

    /// Groups in the order of the rows.
    public List<Group> groups() {
        var groups = new LinkedHashMap<List<String>, Group>();
        for (HouseholdList.Line row : rows) {
            int left = open.contains(row.id()) ? 1 : 0;
            groups.merge(
                    List.of(row.village(), row.group()),
                    new Group(row.village(), row.group(), left, 1),
                    (a, b) ->
                            new Group(
                                    a.village(),
                                    a.group(),
                                    a.open() + b.open(),
                                    a.total() + b.total()));
        }
        return List.copyOf(groups.values());
    }

    /// The sums in one line: “应访 126 户：未访 60 户，已访 66 户”.
    public String sums(Texts texts) {
        var words = new ArrayList<String>();
        for (String state : HouseholdStates.ALL) {
            int count = states().getOrDefault(state, 0);
            if (count > 0) {
                words.add(texts.of("coverage.state", texts.of("state." + state), count));
            }
        }
        return texts.of("coverage.sums", total(), String.join(texts.of("coverage.and"), words));
    }
}
