package zhuhu.flow.merge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhuhu.flow.Labels;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// What a store knows of many records at once: what people call them, and what of them is
/// contested.
final class RowLabels {

    private static final int MANY = 2000;

    private final Workspace workspace;

    RowLabels(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Labels of these records; those of which nothing stands are left out.
    Map<RecordId, String> labels(Collection<RecordId> records) {
        var labels = new HashMap<RecordId, String>();
        byKind(records)
                .forEach((kind, all) -> {
                    switch (kind) {
                        case VILLAGE ->
                                ask(
                                        all,
                                        "SELECT id, village_name AS word FROM village WHERE id IN %s",
                                        labels);
                        case HOUSEHOLD ->
                                ask(
                                        all,
                                        "SELECT id, head_name AS word FROM household WHERE id IN %s",
                                        labels);
                        case PERSON ->
                                ask(
                                        all,
                                        "SELECT id, person_name AS word FROM person WHERE id IN %s",
                                        labels);
                        case VISIT ->
                                ask(
                                        all,
                                        "SELECT v.id AS id, coalesce(h.head_name, w.village_name) AS word"
                                                + " FROM visit v LEFT JOIN household h ON h.id = v.subject"
                                                + " LEFT JOIN village w ON w.id = v.subject"
                                                + " WHERE v.id IN %s",
                                        labels);
                        case PAIRING, ISSUE, MEASURE, PROJECT, SITE, FUND, TASK, LINK ->
                                all.forEach(r -> labels.put(r, Labels.of(workspace, r)));
                    }
                });
        return labels;
    }

    /// Names of the contested sections of those of these records that have any.
    Map<RecordId, List<String>> contested(Collection<RecordId> records) {
        var words = new HashMap<RecordId, String>();
        byKind(records)
                .forEach((kind, all) ->
                        ask(
                                all,
                                "SELECT id, contested AS word FROM "
                                        + kind.code()
                                        + " WHERE contested <> '' AND id IN %s",
                                words));
        var contested = new HashMap<RecordId, List<String>>();
        words.forEach((record, names) -> contested.put(record, List.of(names.split(" ", -1))));
        return contested;
    }

    private static Map<Kind, List<RecordId>> byKind(Collection<RecordId> records) {
        var byKind = new HashMap<Kind, List<RecordId>>();
        records.forEach(r -> byKind.computeIfAbsent(r.kind(), _ -> new ArrayList<>()).add(r));
        return byKind;
    }

    private void ask(List<RecordId> records, String sql, Map<RecordId, String> into) {
        for (int from = 0; from < records.size(); from += MANY) {
            List<RecordId> some = records.subList(from, Math.min(from + MANY, records.size()));
            ArrayNode ids = JsonNodeFactory.instance.arrayNode();
            var byText = new HashMap<String, List<RecordId>>();
            for (RecordId record : some) {
                // Reason: records that links call the same have one row, that of the lowest.
                String one = workspace.one(record).text();
                ids.add(one);
                byText.computeIfAbsent(one, _ -> new ArrayList<>(1)).add(record);
            }
            for (Map<String, String> row :
                    workspace.query(
                            sql.formatted("(SELECT value FROM json_each(?))"), ids.toString())) {
                byText.getOrDefault(row.getOrDefault("id", ""), List.of())
                        .forEach(record -> into.put(record, row.getOrDefault("word", "")));
            }
        }
    }
}
