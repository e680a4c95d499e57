package zhuhu.flow.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import zhuhu.record.Canonical;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.store.ValuesJson;
import zhuhu.workbook.export.BaseCell;
import zhuhu.workbook.read.Lost;

/// What a pending row or fact needs to be read again, as JSON. Source: `docs/merging.md`, pending.
final class WaitingJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WaitingJson() {}

    /// A fact of the hidden sheets that rests on what has not arrived.
    record PendingFact(Revision revision, List<Stamp> stamps, List<FactId> missing) {}

    /// A section of a visible row that rests on what has not arrived; who would state it.
    record PendingRow(Lost lost, Stamp stamp) {}

    static String of(PendingFact fact) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", "fact");
        node.put("id", fact.revision().id().hex());
        ids(node.putArray("supersedes"), fact.revision().supersedes());
        node.put("values", Canonical.json(fact.revision().values()));
        ArrayNode stamps = node.putArray("stamps");
        fact.stamps().forEach(s -> stamps.add(json(s)));
        ids(node.putArray("missing"), fact.missing());
        return node.toString();
    }

    static String of(PendingRow row) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", "row");
        ArrayNode heads = node.putArray("heads");
        for (BaseCell.Head head : row.lost().heads()) {
            ObjectNode one = heads.addObject();
            one.put("head", head.head());
            ArrayNode rests = one.putArray("rests");
            head.rests().forEach(rests::add);
        }
        node.put("values", Canonical.json(row.lost().values()));
        ObjectNode refers = node.putObject("refers");
        row.lost().refers().forEach(refers::put);
        node.put("whole", row.lost().whole() == Lost.Whole.ALL);
        node.set("stamp", json(row.stamp()));
        return node.toString();
    }

    static boolean isFact(String payload) {
        return read(payload).path("type").asText().equals("fact");
    }

    static PendingFact fact(RecordId record, String section, String payload) {
        JsonNode node = read(payload);
        var stamps = new ArrayList<Stamp>();
        node.path("stamps").forEach(s -> stamps.add(stamp(s)));
        var revision =
                new Revision(
                        new FactId(node.path("id").asText()),
                        record,
                        section,
                        new TreeSet<>(ids(node.path("supersedes"))),
                        ValuesJson.read(node.path("values").asText()));
        return new PendingFact(revision, stamps, ids(node.path("missing")));
    }

    static PendingRow row(String section, String payload) {
        JsonNode node = read(payload);
        var heads = new ArrayList<BaseCell.Head>();
        for (JsonNode head : node.path("heads")) {
            var rests = new ArrayList<String>();
            head.path("rests").forEach(r -> rests.add(r.asText()));
            heads.add(new BaseCell.Head(head.path("head").asText(), rests));
        }
        var refers = new TreeMap<String, String>();
        node.path("refers")
                .properties()
                .forEach(entry -> refers.put(entry.getKey(), entry.getValue().asText()));
        var lost =
                new Lost(
                        section,
                        heads,
                        ValuesJson.read(node.path("values").asText()),
                        refers,
                        node.path("whole").asBoolean() ? Lost.Whole.ALL : Lost.Whole.IN_PART,
                        new TreeMap<>());
        return new PendingRow(lost, stamp(node.path("stamp")));
    }

    private static JsonNode read(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ids(ArrayNode array, Collection<FactId> ids) {
        ids.forEach(id -> array.add(id.hex()));
    }

    private static List<FactId> ids(JsonNode array) {
        var ids = new ArrayList<FactId>();
        array.forEach(id -> ids.add(new FactId(id.asText())));
        return ids;
    }

    private static ObjectNode json(Stamp stamp) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("by", stamp.by());
        node.put("device", stamp.device());
        node.put("at", stamp.at());
        node.put("how", stamp.how().code());
        node.put("via", stamp.via());
        node.put("started", stamp.started());
        node.put("ended", stamp.ended());
        if (stamp.form() != null) {
            node.putObject("form")
                    .put("id", stamp.form().id())
                    .put("version", stamp.form().version())
                    .put("hash", stamp.form().hash());
        }
        return node;
    }

    private static Stamp stamp(JsonNode node) {
        JsonNode form = node.path("form");
        return new Stamp(
                node.path("by").asText(),
                text(node, "device"),
                text(node, "at"),
                How.of(node.path("how").asText()),
                text(node, "via"),
                form.isObject()
                        ? new Stamp.FormStamp(
                                form.path("id").asText(),
                                form.path("version").asText(),
                                form.path("hash").asText())
                        : null,
                text(node, "started"),
                text(node, "ended"));
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).isTextual() ? node.path(key).asText() : null;
    }
}
