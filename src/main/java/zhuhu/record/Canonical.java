package zhuhu.record;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Canonical JSON text (RFC 8785): keys sorted by UTF-16 code units, no blanks, the shortest
/// escapes, numbers plain (no exponent, no trailing zeros). What facts are hashed over, and what
/// `dump` prints. Pure; any thread.
public final class Canonical {

    private static final String HEX = "0123456789abcdef";

    private Canonical() {}

    /// The JSON object of `values`.
    public static String json(Values values) {
        var out = new StringBuilder(256);
        write(out, values);
        return out.toString();
    }

    static void write(StringBuilder out, Values values) {
        char before = '{';
        for (Map.Entry<String, Value> entry : values.map().entrySet()) {
            out.append(before);
            quote(out, entry.getKey());
            out.append(':');
            write(out, entry.getValue());
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    /// The JSON text of one value.
    public static String json(Value value) {
        var out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, Value value) {
        switch (value) {
            case Value.Text(String text) -> quote(out, text);
            case Value.Number(BigDecimal number) -> out.append(number.toPlainString());
            case Value.Many(List<String> names) -> {
                char before = '[';
                for (String name : names) {
                    out.append(before);
                    quote(out, name);
                    before = ',';
                }
                out.append(before == '[' ? "[]" : "]");
            }
            case Value.Rows(List<Values> rows) -> {
                char before = '[';
                for (Values row : rows) {
                    out.append(before);
                    write(out, row);
                    before = ',';
                }
                out.append(before == '[' ? "[]" : "]");
            }
            case Value.Empty() -> out.append("null");
        }
    }

    /// `"key":` and the quoted text, or null.
    static void member(StringBuilder out, String key, @Nullable String text) {
        quote(out, key);
        out.append(':');
        if (text == null) {
            out.append("null");
        } else {
            quote(out, text);
        }
    }

    static void ids(StringBuilder out, String key, Collection<FactId> ids) {
        quote(out, key);
        out.append(":[");
        String before = "";
        for (FactId id : ids) {
            out.append(before).append('"').append(id.hex()).append('"');
            before = ",";
        }
        out.append(']');
    }

    /// Appends `text` as a JSON string.
    public static void quote(StringBuilder out, String text) {
        out.append('"');
        int done = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                escape(out.append(text, done, i), c);
                done = i + 1;
            }
        }
        out.append(text, done, length).append('"');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
