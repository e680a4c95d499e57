package zhuhu.flow.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import zhuhu.store.Arrival;
import zhuhu.store.Workspace;

/// What a merged file said of itself, and what its rows were when it was merged: kept with its
/// arrival, because the classes depend on what was known at that moment. Shape: texts "" where the
/// file does not say.
public record FileRows(
        List<String> villages, String round, String by, String at, RowCounts counts) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTING = "arrival.";

    public FileRows {
        villages = List.copyOf(villages);
    }

    /// Keeps it, in the transaction that merges the file.
    void keep(Workspace.Writer writer, Arrival arrival) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode names = json.putArray("villages");
        villages.forEach(names::add);
        json.put("round", round).put("by", by).put("at", at);
        ObjectNode rows = json.putObject("rows");
        counts.byClass().forEach((is, count) -> rows.put(is.code(), count));
        writer.setting(SETTING + arrival.n(), json.toString());
    }

    /// Of a file that was merged; empty where nothing was kept.
    public static Optional<FileRows> of(Workspace workspace, Arrival arrival) {
        return workspace.setting(SETTING + arrival.n()).flatMap(FileRows::read);
    }

    private static Optional<FileRows> read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            var villages = new ArrayList<String>();
            json.path("villages").forEach(v -> villages.add(v.asText()));
            var counts = new EnumMap<RowClass, Integer>(RowClass.class);
            for (RowClass is : RowClass.values()) {
                counts.put(is, json.path("rows").path(is.code()).asInt());
            }
            return Optional.of(
                    new FileRows(
                            villages,
                            json.path("round").asText(),
                            json.path("by").asText(),
                            json.path("at").asText(),
                            new RowCounts(counts)));
        } catch (JsonProcessingException _) {
            // Reason: a picture of the past, for people; the facts do not need it.
            return Optional.empty();
        }
    }
}
