package zhuhu.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// What was listed of a household before and is not done with: a visit shows it again, to be
/// followed up. One thread at a time.
final class UnderWay {

    /// Carried out, with an effect, and signed for; SQL over the table of measures.
    static final String MEASURE_DONE =
            "(coalesce(CAST(progress AS REAL), 0) >= 100 AND coalesce(effect, '') <> ''"
                    + " AND coalesce(signed, '') = '1')";

    /// An issue until it is checked, a measure until it is carried out, shows an effect and is
    /// signed, a helper as long as no end is named.
    private static final Map<Kind, String> OPEN =
            Map.of(
                    Kind.ISSUE,
                    "coalesce(state, '') <> 'checked'",
                    Kind.MEASURE,
                    "NOT " + MEASURE_DONE,
                    Kind.PAIRING,
                    "coalesce(until, '') = ''");

    private static final Map<Kind, String> FIRST =
            Map.of(Kind.ISSUE, "found_on", Kind.MEASURE, "since", Kind.PAIRING, "since");

    private final Workspace workspace;
    private final RecordId household;

    UnderWay(Workspace workspace, RecordId household) {
        this.workspace = workspace;
        this.household = household;
    }

    /// Issues, measures and helpers, each kind oldest first.
    List<RecordId> records() {
        var records = new ArrayList<RecordId>();
        for (Kind kind : List.of(Kind.ISSUE, Kind.MEASURE, Kind.PAIRING)) {
            if (workspace.schema().property(kind, "household").isPresent()) {
                rows(kind, OPEN.getOrDefault(kind, "1")).forEach(row -> records.add(id(kind, row)));
            }
        }
        return records;
    }

    /// Measures that are done with: their content, and the causes that they addressed.
    List<Map<String, String>> measuresDone() {
        return workspace.schema().property(Kind.MEASURE, "household").isPresent()
                ? rows(Kind.MEASURE, MEASURE_DONE)
                : List.of();
    }

    private List<Map<String, String>> rows(Kind kind, String which) {
        return workspace.query(
                "SELECT * FROM %s WHERE household = ? AND %s ORDER BY coalesce(%s, ''), id"
                        .formatted(kind.code(), which, FIRST.getOrDefault(kind, "id")),
                household.text());
    }

    private static RecordId id(Kind kind, Map<String, String> row) {
        return new RecordId(kind, UUID.fromString(row.getOrDefault("id", "")));
    }
}
