package zhuhu.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.TreeMap;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// Reads back the canonical JSON in which the file keeps the values of a revision. Any thread.
public final class ValuesJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ValuesJson() {}

    /// `json`: what [zhuhu.record.Canonical] wrote.
    public static Values read(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            return object(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Values object(JsonParser parser) throws IOException {
        var values = new TreeMap<String, Value>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            values.put(name, value(parser, parser.nextToken()));
        }
        return new Values(values);
    }

    private static Value value(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return new Value.Text(parser.getText());
        }
        if (token.isNumeric()) {
            return new Value.Number(parser.getDecimalValue());
        }
        return token == JsonToken.START_ARRAY ? array(parser) : Value.EMPTY;
    }

    private static Value array(JsonParser parser) throws IOException {
        var names = new ArrayList<String>();
        var rows = new ArrayList<Values>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                rows.add(object(parser));
            } else {
                names.add(parser.getText());
            }
        }
        return names.isEmpty() ? new Value.Rows(rows) : new Value.Many(names);
    }
}
