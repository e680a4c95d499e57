package zhuhu.flow.settle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import zhuhu.base.Texts;
import zhuhu.flow.JsonValues;
import zhuhu.record.Attestation;
import zhuhu.record.RecordId;
import zhuhu.record.Stamp;
import zhuhu.store.Arrival;

/// Conflicts and rules as JSON. Source: `docs/file-format.md`, what `conflicts` prints.
public final class ConflictsJson {

    private ConflictsJson() {}

    /// `{"conflicts":[...],"rules":[...]}`.
    public static ObjectNode of(List<Conflict> conflicts, List<Ruling> rulings, Texts texts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("conflicts");
        conflicts.forEach(c -> list.add(of(c)));
        ArrayNode rules = json.putArray("rules");
        for (Ruling ruling : rulings) {
            ObjectNode node = rules.addObject();
            node.put("id", ruling.rule().code());
            node.put("sentence", ruling.rule().sentence(texts));
            node.put("decides", ruling.decided().size());
            node.put("leaves", ruling.left().size());
        }
        return json;
    }

    private static ObjectNode of(Conflict conflict) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", conflict.id());
        json.put("record", conflict.record().text());
        json.put("key", conflict.record().shortKey());
        json.put("kind", conflict.record().kind().code());
        json.put("section", conflict.section());
        json.put("title", conflict.title());
        json.put("sort", conflict.sort().code());
        json.put("household", conflict.home().household().map(RecordId::text).orElse(null));
        json.put("label", conflict.home().householdLabel());
        json.put("village", conflict.home().villageLabel());
        json.put("deferred", conflict.deferred());
        json.set("base", JsonValues.json(conflict.base()));
        ArrayNode differs = json.putArray("differs");
        conflict.differing().forEach(row -> differs.add(row.property().name()));
        ArrayNode sides = json.putArray("sides");
        conflict.sides().forEach(side -> sides.add(side(side)));
        ArrayNode along = json.putArray("along");
        for (Conflict.Along each : conflict.along()) {
            ObjectNode node = along.addObject();
            node.put("record", each.record().text());
            node.put("section", each.section());
            ArrayNode revisions = node.putArray("revisions");
            each.bySide().forEach(r -> revisions.add(r.id().hex()));
        }
        return json;
    }

    private static ObjectNode side(Side side) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("revision", side.id().hex());
        json.put("by", side.by());
        json.put("day", side.day());
        json.put("source", side.source());
        json.put("file", side.file().map(Arrival::file).orElse(null));
        json.set("values", JsonValues.json(side.values()));
        ArrayNode attestations = json.putArray("attestations");
        side.behind().forEach(a -> attestations.add(attestation(a)));
        return json;
    }

    private static ObjectNode attestation(Attestation attestation) {
        Stamp stamp = attestation.stamp();
        return JsonNodeFactory.instance
                .objectNode()
                .put("by", stamp.by())
                .put("device", stamp.device())
                .put("at", stamp.at())
                .put("how", stamp.how().code())
                .put("via", stamp.via());
    }
}
