package zhuhu.workbook.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/// Facts from the JSON of `_revisions`, without a tree. Whether an id is the hash of its content is
/// not asked here. Source: `docs/workbook-format.md`. One thread.
public final class FactJson {

    /// The JSON is not what the format says.
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1;

        Malformed(String what) {
            super(what);
        }
    }

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> names = new HashMap<>();

    /// The members of one object; those that a type does not have stay null or empty.
    private static final class Members {
        @Nullable String type;
        @Nullable String id;
        @Nullable String kind;
        @Nullable String record;
        @Nullable String section;
        final Map<String, @Nullable String> texts = new HashMap<>();
        final List<FactId> supersedes = new ArrayList<>();
        final List<FactId> attestations = new ArrayList<>();
        final List<Integer> stamps = new ArrayList<>();
        Stamp.@Nullable FormStamp form;
        @Nullable Values values;
        int number;
    }

    private final Map<String, String> sections = new HashMap<>();
    private @Nullable RecordId last;
    private String lastText = "";
    private int valuesFrom;

    /// Where the values of the revision that was read last begin in its text, in bytes; they end
    /// before its last brace.
    int valuesFrom() {
        return valuesFrom;
    }

    /// Throws [IOException] where the text is no JSON or not of the format.
    public Fact read(byte[] json) throws IOException {
        try (JsonParser at = JSON.createParser(json)) {
            expect(at.nextToken(), JsonToken.START_OBJECT);
            Members members = members(at);
            return fact(members);
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    /// The values that [zhuhu.record.Canonical#json(Values)] wrote.
    Values values(byte[] json, int from, int length) throws IOException {
        try (JsonParser at = JSON.createParser(json, from, length)) {
            expect(at.nextToken(), JsonToken.START_OBJECT);
            return values(at);
        }
    }

    private Members members(JsonParser at) throws IOException {
        var members = new Members();
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            String name = at.currentName();
            JsonToken token = at.nextToken();
            switch (name) {
                case "type" -> members.type = text(at, token);
                case "id" -> members.id = text(at, token);
                case "kind" -> members.kind = text(at, token);
                case "record" -> members.record = text(at, token);
                case "section" -> members.section = text(at, token);
                case "supersedes" -> ids(at, members.supersedes);
                case "attestations" -> ids(at, members.attestations);
                case "stamps" -> numbers(at, members.stamps);
                case "n" -> members.number = at.getIntValue();
                case "form" -> members.form = form(at, token);
                case "values" -> {
                    expect(token, JsonToken.START_OBJECT);
                    valuesFrom = (int) at.currentTokenLocation().getByteOffset();
                    members.values = values(at);
                }
                default -> members.texts.put(name, text(at, token));
            }
        }
        return members;
    }

    private Fact fact(Members members) throws IOException {
        return switch (required(members.type, "type")) {
            case "stamp" -> new Fact.Signed(members.number, stamp(members));
            case "revision" -> new Fact.Stated(revision(members), List.copyOf(members.stamps));
            case "withdrawal" ->
                    new Fact.Withdrawn(
                            new Withdrawal(
                                    id(members.id, "id"),
                                    new TreeSet<>(members.attestations),
                                    required(members.texts.get("by"), "by"),
                                    members.texts.get("device"),
                                    members.texts.get("at"),
                                    required(members.texts.get("reason"), "reason")));
            case "takeback" ->
                    new Fact.TakenBack(
                            new TakeBack(
                                    id(members.id, "id"),
                                    id(members.texts.get("withdrawal"), "withdrawal"),
                                    required(members.texts.get("by"), "by"),
                                    members.texts.get("device"),
                                    members.texts.get("at")));
            default -> throw new Malformed("type");
        };
    }

    private Revision revision(Members members) throws IOException {
        if (members.values == null) {
            throw new Malformed("values");
        }
        String section = required(members.section, "section");
        String known = sections.putIfAbsent(section, section);
        return new Revision(
                id(members.id, "id"),
                record(required(members.kind, "kind"), required(members.record, "record")),
                known == null ? section : known,
                new TreeSet<>(members.supersedes),
                members.values);
    }

    /// Reason: the revisions of one record stand together.
    private RecordId record(String kind, String uuid) throws IOException {
        RecordId before = last;
        if (before != null && lastText.equals(uuid) && before.kind().code().equals(kind)) {
            return before;
        }
        var record =
                new RecordId(
                        Kind.of(kind).orElseThrow(() -> new Malformed("kind")),
                        UUID.fromString(uuid));
        last = record;
        lastText = uuid;
        return record;
    }

    private static Stamp stamp(Members members) throws IOException {
        return new Stamp(
                required(members.texts.get("by"), "by"),
                members.texts.get("device"),
                members.texts.get("at"),
                How.of(required(members.texts.get("how"), "how")),
                members.texts.get("via"),
                members.form,
                members.texts.get("started"),
                members.texts.get("ended"));
    }

    private static Stamp.@Nullable FormStamp form(JsonParser at, JsonToken token)
            throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        expect(token, JsonToken.START_OBJECT);
        var texts = new HashMap<String, String>();
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            String name = at.currentName();
            expect(at.nextToken(), JsonToken.VALUE_STRING);
            texts.put(name, at.getText());
        }
        return new Stamp.FormStamp(
                texts.getOrDefault("id", ""),
                texts.getOrDefault("version", ""),
                texts.getOrDefault("hash", ""));
    }

    private Values values(JsonParser at) throws IOException {
        var values = new TreeMap<String, Value>();
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            String name = shared(at.currentName());
            values.put(name, value(at, at.nextToken()));
        }
        return new Values(values);
    }

    private Value value(JsonParser at, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NULL -> Value.EMPTY;
            case VALUE_STRING -> new Value.Text(at.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    new Value.Number(new BigDecimal(at.getText()));
            case START_ARRAY -> array(at);
            default -> throw new Malformed(token.toString());
        };
    }

    private Value array(JsonParser at) throws IOException {
        var names = new ArrayList<String>();
        var rows = new ArrayList<Values>();
        for (JsonToken token = at.nextToken();
                token != JsonToken.END_ARRAY;
                token = at.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                rows.add(values(at));
            } else {
                expect(token, JsonToken.VALUE_STRING);
                names.add(at.getText());
            }
        }
        return rows.isEmpty() ? new Value.Many(names) : new Value.Rows(rows);
    }

    /// Reason: a few hundred names of properties come again in every row.
    private String shared(String name) {
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    private static void ids(JsonParser at, List<FactId> into) throws IOException {
        expect(at.currentToken(), JsonToken.START_ARRAY);
        while (at.nextToken() != JsonToken.END_ARRAY) {
            expect(at.currentToken(), JsonToken.VALUE_STRING);
            into.add(new FactId(at.getText()));
        }
    }

    private static void numbers(JsonParser at, List<Integer> into) throws IOException {
        expect(at.currentToken(), JsonToken.START_ARRAY);
        while (at.nextToken() != JsonToken.END_ARRAY) {
            expect(at.currentToken(), JsonToken.VALUE_NUMBER_INT);
            into.add(at.getIntValue());
        }
    }

    private static @Nullable String text(JsonParser at, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        expect(token, JsonToken.VALUE_STRING);
        return at.getText();
    }

    private static void expect(@Nullable JsonToken found, JsonToken wanted) throws Malformed {
        if (found != wanted) {
            throw new Malformed(wanted.toString());
        }
    }

    private static String required(@Nullable String text, String name) throws Malformed {
        if (text == null) {
            throw new Malformed(name);
        }
        return text;
    }

    private static FactId id(@Nullable String text, String name) throws Malformed {
        return new FactId(required(text, name));
    }
}
