package zhuhu.workbook.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.record.Withdrawal;

/// Facts from the JSON of `_revisions`. Each throws IllegalArgumentException where the JSON is not
/// what the format says; whether an id is the hash of its content is not asked here.
final class FactParser {

    private FactParser() {}

    static Stamp stamp(JsonNode json) {
        JsonNode form = json.path("form");
        return new Stamp(
                text(json, "by"),
                optional(json, "device"),
                optional(json, "at"),
                How.of(text(json, "how")),
                optional(json, "via"),
                form.isObject()
                        ? new Stamp.FormStamp(
                                text(form, "id"), text(form, "version"), text(form, "hash"))
                        : null,
                optional(json, "started"),
                optional(json, "ended"));
    }

    static Revision revision(JsonNode json) {
        Kind kind = Kind.of(text(json, "kind")).orElseThrow(IllegalArgumentException::new);
        return new Revision(
                new FactId(text(json, "id")),
                new RecordId(kind, UUID.fromString(text(json, "record"))),
                text(json, "section"),
                new TreeSet<>(ids(json, "supersedes")),
                values(json.path("values")));
    }

    static Withdrawal withdrawal(JsonNode json) {
        return new Withdrawal(
                new FactId(text(json, "id")),
                new TreeSet<>(ids(json, "attestations")),
                text(json, "by"),
                optional(json, "device"),
                optional(json, "at"),
                text(json, "reason"));
    }

    static TakeBack takeBack(JsonNode json) {
        return new TakeBack(
                new FactId(text(json, "id")),
                new FactId(text(json, "withdrawal")),
                text(json, "by"),
                optional(json, "device"),
                optional(json, "at"));
    }

    /// The numbers of the stamps of a revision's attestations.
    static List<Integer> stamps(JsonNode json) {
        var numbers = new ArrayList<Integer>();
        json.path("stamps").forEach(n -> numbers.add(n.asInt()));
        return numbers;
    }

    private static List<FactId> ids(JsonNode json, String key) {
        var ids = new ArrayList<FactId>();
        json.path(key).forEach(id -> ids.add(new FactId(id.asText())));
        return ids;
    }

    private static Values values(JsonNode json) {
        var values = new TreeMap<String, Value>();
        for (var entry : json.properties()) {
            values.put(entry.getKey(), value(entry.getValue()));
        }
        return new Values(values);
    }

    private static Value value(JsonNode json) {
        return switch (json.getNodeType()) {
            case NULL -> Value.EMPTY;
            case STRING -> new Value.Text(json.asText());
            case NUMBER -> new Value.Number(new BigDecimal(json.asText()));
            case ARRAY -> array(json);
            case OBJECT, BOOLEAN, BINARY, MISSING, POJO ->
                    throw new IllegalArgumentException(json.toString());
        };
    }

    private static Value array(JsonNode json) {
        if (json.path(0).isObject()) {
            var rows = new ArrayList<Values>();
            json.forEach(row -> rows.add(values(row)));
            return new Value.Rows(rows);
        }
        var names = new ArrayList<String>();
        json.forEach(name -> names.add(name.asText()));
        return new Value.Many(names);
    }

    private static String text(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(key);
        }
        return value.asText();
    }

    private static @Nullable String optional(JsonNode json, String key) {
        JsonNode value = json.path(key);
        return value.isTextual() ? value.asText() : null;
    }
}
