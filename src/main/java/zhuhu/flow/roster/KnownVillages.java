package zhuhu.flow.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhuhu.base.Plain;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Values;
import zhuhu.store.Workspace;
import zhuhu.workbook.roster.RosterVillage;

/// The villages of a workspace, by code, by names and by the names that they had before.
final class KnownVillages {

    private record Named(RecordId id, String county, String township) {}

    private final Workspace workspace;
    private final Map<String, List<Named>> byName = new HashMap<>();
    private final Map<String, RecordId> byCode = new HashMap<>();

    KnownVillages(Workspace workspace) {
        this.workspace = workspace;
        var ids = new ArrayList<RecordId>();
        workspace.records(Kind.VILLAGE, ids::add);
        ids.forEach(this::add);
    }

    private void add(RecordId id) {
        Values basics = workspace.section(id, "basics").shown();
        var named =
                new Named(
                        id,
                        Plain.folded(basics.plain("county")),
                        Plain.folded(basics.plain("township")));
        String aliases = basics.plain("aliases");
        for (String name : (basics.plain("village_name") + "、" + aliases).split("[、,;，；]", -1)) {
            if (!name.isBlank()) {
                byName.computeIfAbsent(Ids.villageName(name), _ -> new ArrayList<>(1)).add(named);
            }
        }
        String code = Plain.folded(basics.plain("village_code"));
        if (!code.isEmpty()) {
            byCode.put(code, id);
        }
    }

    /// By code; by county, township and name; where the file leaves county or township out, by name
    /// if only one village fits. Otherwise the id of a new one.
    RecordId find(RosterVillage village) {
        RecordId coded = byCode.get(Plain.folded(village.basics().plain("village_code")));
        if (coded != null) {
            return coded;
        }
        RecordId natural = Ids.village(village.county(), village.township(), village.name());
        List<Named> fitting =
                byName.getOrDefault(Ids.villageName(village.name()), List.of()).stream()
                        .filter(n -> fits(n.county(), village.county()))
                        .filter(n -> fits(n.township(), village.township()))
                        .toList();
        if (fitting.stream().anyMatch(n -> n.id().equals(natural))) {
            return natural;
        }
        return fitting.size() == 1 ? fitting.getFirst().id() : natural;
    }

    private static boolean fits(String known, String stated) {
        String folded = Plain.folded(stated);
        return folded.isEmpty() || known.isEmpty() || known.equals(folded);
    }
}
