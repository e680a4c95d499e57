package zhuhu.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhuhu.base.Plain;
import zhuhu.base.Sha256;
import zhuhu.base.ShortKey;

/// The vectors of `docs/file-format.md`, which another program made.
final class VectorsTest {

    private static JsonNode vectors() {
        try (InputStream stream =
                Objects.requireNonNull(
                        VectorsTest.class.getResourceAsStream("/vectors/facts.json"))) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<JsonNode> all(String name) {
        return StreamSupport.stream(vectors().path(name).spliterator(), false);
    }

    static Stream<JsonNode> texts() {
        return all("texts");
    }

    static Stream<JsonNode> ids() {
        return all("ids");
    }

    static Stream<JsonNode> revisions() {
        return all("revisions");
    }

    static Stream<JsonNode> attestations() {
        return all("attestations");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textIsMadePlain(JsonNode vector) {
        assertThat(Plain.text(vector.path("raw").asText()))
                .isEqualTo(vector.path("plain").asText());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void recordsGetTheIdsAndKeys(JsonNode vector) {
        RecordId id = id(vector.path("rule").asText(), strings(vector.path("args")));
        assertThat(id).isEqualTo(record(vector, "id"));
        assertThat(Ids.uuid5(vector.path("name").asText())).isEqualTo(id.id());
        assertThat(id.shortKey()).isEqualTo(vector.path("key").asText());
        assertThat(ShortKey.parse(id.shortKey())).contains(id.shortKey());
    }

    private static RecordId id(String rule, List<String> args) {
        return switch (rule) {
            case "village" -> Ids.village(args.get(0), args.get(1), args.get(2));
            case "householdByNumber" -> Ids.householdByNumber(args.get(0));
            case "householdByHead" -> Ids.householdByHead(args.get(0));
            case "personByNumber" -> Ids.personByNumber(args.get(0));
            case "personByIdNo" -> Ids.personByIdNo(args.get(0));
            case "personByName" ->
                    Ids.personByName(
                            new RecordId(Kind.HOUSEHOLD, UUID.fromString(args.get(0))),
                            args.get(1),
                            args.get(2));
            case "visit" ->
                    Ids.visit(
                            args.get(0),
                            args.get(1),
                            new RecordId(Kind.HOUSEHOLD, UUID.fromString(args.get(2))),
                            args.get(3));
            case "ofVisit" ->
                    Ids.ofVisit(
                            Kind.of(args.get(0)).orElseThrow(),
                            new RecordId(Kind.VISIT, UUID.fromString(args.get(1))),
                            args.get(2),
                            Integer.parseInt(args.get(3)));
            case "ofRow" ->
                    Ids.ofRow(
                            Kind.of(args.get(0)).orElseThrow(),
                            args.get(1),
                            args.get(2),
                            args.get(3));
            case "link" ->
                    Ids.link(
                            new RecordId(
                                    Kind.of(args.get(0)).orElseThrow(),
                                    UUID.fromString(args.get(1))),
                            new RecordId(
                                    Kind.of(args.get(0)).orElseThrow(),
                                    UUID.fromString(args.get(2))));
            default -> throw new AssertionError(rule);
        };
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void revisionsHaveTheIds(JsonNode vector) {
        Revision revision =
                Revision.of(
                        record(vector, "record"),
                        vector.path("section").asText(),
                        facts(vector.path("supersedes")),
                        values(vector.path("values")));
        assertThat(revision.id().hex())
                .isEqualTo(vector.path("id").asText())
                .isEqualTo(Sha256.half(vector.path("canonical").asText()));
        assertThat(vector.path("canonical").asText())
                .endsWith(",\"values\":" + Canonical.json(revision.values()) + "}");
    }

    @ParameterizedTest
    @MethodSource("attestations")
    void attestationsHaveTheIds(JsonNode vector) {
        JsonNode form = vector.path("form");
        var stamp =
                new Stamp(
                        vector.path("by").asText(),
                        text(vector, "device"),
                        text(vector, "at"),
                        How.of(vector.path("how").asText()),
                        text(vector, "via"),
                        form.isNull()
                                ? null
                                : new Stamp.FormStamp(
                                        form.path("id").asText(),
                                        form.path("version").asText(),
                                        form.path("hash").asText()),
                        text(vector, "started"),
                        text(vector, "ended"));
        assertThat(Attestation.of(new FactId(vector.path("revision").asText()), stamp).id().hex())
                .isEqualTo(vector.path("id").asText())
                .isEqualTo(Sha256.half(vector.path("canonical").asText()));
    }

    @Test
    void withdrawalsAndTheirTakingBackHaveTheIds() {
        JsonNode withdrawal = vectors().path("withdrawals").get(0);
        assertThat(
                        Withdrawal.of(
                                        facts(withdrawal.path("attestations")),
                                        withdrawal.path("by").asText(),
                                        text(withdrawal, "device"),
                                        text(withdrawal, "at"),
                                        withdrawal.path("reason").asText())
                                .id()
                                .hex())
                .isEqualTo(withdrawal.path("id").asText());
        JsonNode takeBack = vectors().path("takebacks").get(0);
        assertThat(
                        TakeBack.of(
                                        new FactId(takeBack.path("withdrawal").asText()),
                                        takeBack.path("by").asText(),
                                        text(takeBack, "device"),
                                        text(takeBack, "at"))
                                .id()
                                .hex())
                .isEqualTo(takeBack.path("id").asText());
    }

    @Test
    void theDocumentShowsEveryVector() throws IOException {
        String document =
                Files.readString(Path.of("docs", "file-format.md"), StandardCharsets.UTF_8);
        for (String list :
                List.of("ids", "revisions", "attestations", "withdrawals", "takebacks")) {
            assertThat(all(list)).allMatch(v -> document.contains(v.path("id").asText()));
            assertThat(all(list)).allMatch(v -> document.contains(v.path("canonical").asText()));
        }
    }

    private static RecordId record(JsonNode vector, String field) {
        return new RecordId(
                Kind.of(vector.path("kind").asText()).orElseThrow(),
                UUID.fromString(vector.path(field).asText()));
    }

    private static List<FactId> facts(JsonNode list) {
        return strings(list).stream().map(FactId::new).toList();
    }

    private static List<String> strings(JsonNode list) {
        var strings = new ArrayList<String>();
        list.forEach(node -> strings.add(node.asText()));
        return strings;
    }

    private static @Nullable String text(JsonNode vector, String field) {
        return vector.path(field).isNull() ? null : vector.path(field).asText();
    }

    private static Values values(JsonNode object) {
        var values = new TreeMap<String, Value>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            values.put(entry.getKey(), value(entry.getValue()));
        }
        return new Values(values);
    }

    private static Value value(JsonNode node) {
        if (node.isTextual()) {
            return Value.text(node.asText());
        }
        if (node.isNumber()) {
            return Value.number(node.decimalValue());
        }
        if (!node.isArray()) {
            return Value.EMPTY;
        }
        if (node.path(0).isObject()) {
            var rows = new ArrayList<Values>();
            node.forEach(row -> rows.add(values(row)));
            return new Value.Rows(rows);
        }
        return Value.many(strings(node));
    }
}
