package zhuhu.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// Values as JSON and back: numbers, texts, arrays of choice names, arrays of objects, null for
/// empty. Pure; any thread.
public final class JsonValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonValues() {}

    public static ObjectNode json(Values values) {
        ObjectNode node = JSON.objectNode();
        values.map().forEach((name, value) -> node.set(name, json(value)));
        return node;
    }

    public static JsonNode json(Value value) {
        return switch (value) {
            case Value.Text(String text) -> JSON.textNode(text);
            case Value.Number(BigDecimal number) -> number(number);
            case Value.Many(List<String> names) -> {
                ArrayNode array = JSON.arrayNode();
                names.forEach(array::add);
                yield array;
            }
            case Value.Rows(List<Values> rows) -> {
                ArrayNode array = JSON.arrayNode();
                rows.forEach(row -> array.add(json(row)));
                yield array;
            }
            case Value.Empty() -> JSON.nullNode();
        };
    }

    /// Whatever is no object, array, text, number or null counts as its text.
    public static Values values(JsonNode object) {
        var map = new TreeMap<String, Value>();
        object.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        return new Values(map);
    }

    public static Value value(JsonNode node) {
        if (node.isNull()) {
            return Value.EMPTY;
        }
        if (node.isNumber()) {
            return Value.number(node.decimalValue());
        }
        return node.isArray() ? array(node) : Value.text(node.asText());
    }

    private static Value array(JsonNode node) {
        if (!node.isEmpty() && node.get(0).isObject()) {
            var rows = new ArrayList<Values>();
            node.forEach(row -> rows.add(values(row)));
            return new Value.Rows(rows);
        }
        var names = new ArrayList<String>();
        node.forEach(name -> names.add(name.asText()));
        return Value.many(names);
    }

    private static JsonNode number(BigDecimal number) {
        // Reason: stripped decimals such as 2.8E+3 would be printed with an exponent.
        return number.scale() <= 0
                ? JSON.numberNode(number.toBigInteger())
                : JSON.numberNode(number);
    }
}
