package zhuhu.flow.handout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.Labels;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.store.Workspace.PackageRow;

/// The villages that tasks are handed out to, and how far each has come.
public final class HandoutVillages {

    private HandoutVillages() {}

    /// Shape: `open` of the households `owed` in the round still have to be seen to; `task` the
    /// task workbook that was last handed out and `handIn` the workbook that last came back, local
    /// date-time ISO, empty where none.
    public record Line(
            RecordId id,
            String name,
            String township,
            int households,
            int owed,
            int open,
            Optional<PackageRow> task,
            Optional<PackageRow> handIn) {}

    /// By township and name.
    public static List<Line> of(Workspace workspace, Texts texts) {
        var counts = new HashMap<String, int[]>();
        HouseholdStates states = HouseholdStates.of(workspace);
        for (Map<String, String> row : workspace.query("SELECT id, village FROM household")) {
            String id = row.getOrDefault("id", "");
            int[] count = counts.computeIfAbsent(row.getOrDefault("village", ""), _ -> new int[3]);
            count[0]++;
            count[1] += states.of(id).isEmpty() ? 0 : 1;
            count[2] += states.isOpen(id) ? 1 : 0;
        }
        List<PackageRow> packages = workspace.packages().reversed();
        var lines = new ArrayList<Line>();
        workspace.records(
                Kind.VILLAGE, id -> lines.add(line(workspace, id, counts, packages, texts)));
        lines.sort(
                Comparator.comparing(Line::township)
                        .thenComparing(Line::name)
                        .thenComparing(l -> l.id().text()));
        return lines;
    }

    private static Line line(
            Workspace workspace,
            RecordId id,
            Map<String, int[]> counts,
            List<PackageRow> packages,
            Texts texts) {
        String name = Labels.of(workspace, id);
        String prefix = AssignTasks.prefix(workspace, id, texts);
        int[] count = counts.getOrDefault(id.text(), new int[3]);
        return new Line(
                id,
                name,
                workspace.section(id, "basics").shown().plain("township"),
                count[0],
                count[1],
                count[2],
                packages.stream()
                        .filter(p -> p.direction().equals("out") && p.type().equals("task"))
                        .filter(p -> p.file().startsWith(prefix))
                        .findFirst(),
                packages.stream()
                        .filter(p -> p.direction().equals("in") && p.type().equals("workbook"))
                        .filter(p -> List.of(p.note().split("、", -1)).contains(name))
                        .findFirst());
    }
}
