package zhuhu.flow.upward;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import zhuhu.flow.Coverage;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.merge.FileRows;
import zhuhu.flow.settle.Conflicts;
import zhuhu.pack.Manifest;
import zhuhu.store.Arrival;
import zhuhu.store.Waiting;
import zhuhu.store.Workspace;

/// 对账: which files came in and what their rows were, how far each village is, what stands open, and
/// every household that nobody has answered for, with the reason. Shape: `files` oldest first;
/// `villages` in the order of their names; `missing` in village, group, head order; the sums of the
/// villages are those of the households with a visit due. A picture of one moment.
public record Account(
        String round,
        String roundTitle,
        List<FileLine> files,
        List<VillageLine> villages,
        List<Missing> missing,
        int ended,
        int openConflicts,
        int held,
        int pending) {

    /// Nothing.
    public static final Account NOTHING =
            new Account("", "", List.of(), List.of(), List.of(), 0, 0, 0, 0);

    public Account {
        files = List.copyOf(files);
        villages = List.copyOf(villages);
        missing = List.copyOf(missing);
    }

    /// A file that was merged. Shape: `rows` empty where it was merged before they were kept.
    public record FileLine(Arrival arrival, Optional<FileRows> rows) {}

    /// The households of a village with a visit due, by state. Shape: states as in
    /// [zhuhu.flow.HouseholdStates#ALL].
    public record VillageLine(String name, Map<String, Integer> states) {
        public VillageLine {
            states = Map.copyOf(states);
        }

        public int due() {
            return states.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int of(String... wanted) {
            int sum = 0;
            for (String state : wanted) {
                sum += states.getOrDefault(state, 0);
            }
            return sum;
        }
    }

    /// A household that nobody has answered for. Shape: `state` says why; `open` whether somebody
    /// still has to go.
    public record Missing(HouseholdList.Line household, String state, boolean open) {}

    public static Account of(Workspace workspace) {
        String round = workspace.setting("round").orElse("");
        Coverage coverage = Coverage.of(workspace, Optional.empty());
        int held = 0;
        int pending = 0;
        for (Waiting waiting : workspace.waiting()) {
            held += waiting.standing() == Waiting.Standing.HELD ? 1 : 0;
            pending += waiting.standing() == Waiting.Standing.PENDING ? 1 : 0;
        }
        return new Account(
                round,
                workspace.pack().manifest().round(round).map(Manifest.Round::title).orElse(round),
                files(workspace),
                villages(coverage),
                missing(coverage),
                coverage.ended(),
                openConflicts(workspace),
                held,
                pending);
    }

    private static List<FileLine> files(Workspace workspace) {
        var lines = new ArrayList<FileLine>();
        for (Arrival arrival : workspace.arrivals()) {
            lines.add(new FileLine(arrival, FileRows.of(workspace, arrival)));
        }
        return lines;
    }

    private static List<VillageLine> villages(Coverage coverage) {
        var states = new LinkedHashMap<String, Map<String, Integer>>();
        for (HouseholdList.Line row : coverage.rows()) {
            states.computeIfAbsent(row.village(), _ -> new TreeMap<>())
                    .merge(row.state(), 1, Integer::sum);
        }
        var villages = new ArrayList<VillageLine>();
        states.forEach((name, counts) -> villages.add(new VillageLine(name, counts)));
        return villages;
    }

    private static List<Missing> missing(Coverage coverage) {
        return coverage.rows().stream()
                .filter(row -> !isAnswered(row.state()))
                .map(row -> new Missing(row, row.state(), coverage.open().contains(row.id())))
                .toList();
    }

    /// Whether a visit says how the household is.
    private static boolean isAnswered(String state) {
        return switch (state) {
            case "done", "approved", "returned" -> true;
            default -> false;
        };
    }

    /// What is left to be settled, counted as the list of conflicts counts it: a visit's section
    /// and what it wrote to the register are one.
    public static int openConflicts(Workspace workspace) {
        return new Conflicts(workspace).all().size();
    }
}
