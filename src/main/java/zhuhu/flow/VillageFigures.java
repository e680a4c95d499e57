package zhuhu.flow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import zhuhu.pack.Manifest;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.store.Workspace;

/// What the household table says of one village: sums that a village's form compares its own
/// figures with, and that its card shows. Shape: by name as forms ask for them (`counted_persons`);
/// registered households that are not ended, unless the name says otherwise; `counted_visits_done`
/// and the conclusions are of finalised visits of the round. Source: rule R104.
public record VillageFigures(Map<String, Long> counts) {

    private static final String HOUSEHOLDS =
            """
            SELECT
              sum(registered = '1') AS counted_registered,
              sum(registered = '1' AND coalesce(poverty_status, '') <> '1') AS counted_poor_households,
              sum(registered = '1' AND poverty_status = '1') AS counted_exited_households,
              sum(registered = '1' AND household_type IN ('02', '04')) AS counted_dibao_households,
              sum(registered = '1' AND household_type IN ('03', '06')) AS counted_wubao_households,
              sum(registered = '1' AND unsafe_house = '1') AS counted_unsafe_house,
              sum(registered = '1' AND water_safe = '0') AS counted_without_water,
              sum(registered = '1' AND domestic_power = '0') AS counted_without_power,
              sum(registered = '1' AND broadcast_tv = '0') AS counted_without_broadcast,
              sum(registered = '0') AS counted_unregistered
            FROM household WHERE village = ? AND coalesce(ended, '0') <> '1'
            """;
    private static final String PERSONS =
            """
            SELECT
              sum(h.registered = '1') AS counted_persons,
              sum(h.registered = '1' AND coalesce(h.poverty_status, '') <> '1') AS counted_poor_population
            FROM person p JOIN household h ON h.id = p.household
            WHERE h.village = ? AND coalesce(h.ended, '0') <> '1' AND coalesce(p.change, '0') <> '2'
            """;
    private static final String VISITS =
            """
            SELECT
              count(*) AS counted_visits_done,
              sum(v.identification_conclusion = '02') AS counted_to_remove,
              sum(v.identification_conclusion = '03') AS counted_to_add,
              sum(v.exit_conclusion = '02') AS counted_wrong_exit,
              sum(v.exit_conclusion = '03') AS counted_returned
            FROM visit v JOIN household h ON h.id = v.subject
            WHERE h.village = ? AND v.round = ? AND v.form = ? AND v.finalised = 1
            """;

    public VillageFigures {
        counts = Map.copyOf(counts);
    }

    public static VillageFigures of(Workspace workspace, RecordId village, String round) {
        Manifest manifest = workspace.pack().manifest();
        var counts = new LinkedHashMap<String, Long>();
        add(workspace, counts, HOUSEHOLDS, village.text());
        add(workspace, counts, PERSONS, village.text());
        boolean concludes =
                Stream.of("identification_conclusion", "exit_conclusion")
                        .allMatch(p -> workspace.schema().property(Kind.VISIT, p).isPresent());
        if (concludes) {
            add(workspace, counts, VISITS, village.text(), round, manifest.visitForm());
        }
        return new VillageFigures(counts);
    }

    /// 0 for what there is none of.
    public long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /// As values to begin a form with.
    Map<String, Value> answers() {
        var answers = new HashMap<String, Value>();
        counts.forEach((name, count) -> answers.put(name, Value.number(count)));
        return answers;
    }

    private static void add(
            Workspace workspace, Map<String, Long> counts, String sql, Object... args) {
        for (Map<String, String> row : workspace.query(sql, args)) {
            for (String name : names(sql)) {
                String count = row.get(name);
                counts.put(name, count == null ? 0 : Long.parseLong(count));
            }
        }
    }

    /// Reason: a sum over no rows is NULL, which a row leaves out.
    private static Iterable<String> names(String sql) {
        return sql.lines()
                        .filter(line -> line.contains(" AS counted_"))
                        .map(line ->
                                line.substring(line.indexOf(" AS ") + 4).replace(",", "").strip())
                ::iterator;
    }
}
