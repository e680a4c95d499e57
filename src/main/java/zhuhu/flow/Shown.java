package zhuhu.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Values;

/// What a visitor saw of each section when the visit was opened, and how far the screens have come
/// since. Kept with the draft, because new statements rest on exactly this; and so is text that was
/// typed and has not the shape of its question. One thread at a time.
final class Shown {

    /// What was seen of one section. Shape: `heads` what a new statement supersedes; `values` what
    /// was shown; `sides` the differing statements where it was contested.
    record Seen(List<FactId> heads, Values values, List<FactId> sides) {
        static final Seen NOTHING = new Seen(List.of(), Values.NONE, List.of());

        Seen {
            heads = List.copyOf(heads);
            sides = List.copyOf(sides);
        }

        static Seen of(Section section) {
            List<FactId> sides =
                    section instanceof Section.Contested contested
                            ? ids(contested.sides())
                            : List.of();
            return new Seen(ids(section.allHeads()), section.shown(), sides);
        }

        private static List<FactId> ids(List<Revision> revisions) {
            return revisions.stream().map(Revision::id).toList();
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<RecordId, Map<String, Seen>> seen = new TreeMap<>();
    private final Map<String, Visit.ScreenState> states = new TreeMap<>();
    private Optional<List<Values>> reasons = Optional.empty();
    private final Map<String, String> unread = new TreeMap<>();
    private final Map<String, String> answers = new TreeMap<>();
    private final Set<String> parts = new TreeSet<>();
    private String started = "";

    Map<String, Seen> of(RecordId record) {
        return seen.getOrDefault(record, Map.of());
    }

    Seen of(RecordId record, String section) {
        return of(record).getOrDefault(section, Seen.NOTHING);
    }

    void put(RecordId record, String section, Seen what) {
        seen.computeIfAbsent(record, _ -> new TreeMap<>()).put(section, what);
    }

    void put(RecordId record, Map<String, Section> sections) {
        sections.forEach((name, section) -> put(record, name, Seen.of(section)));
    }

    List<RecordId> records() {
        return List.copyOf(seen.keySet());
    }

    Visit.ScreenState state(String screen) {
        return states.getOrDefault(screen, Visit.ScreenState.UNTOUCHED);
    }

    void state(String screen, Visit.ScreenState state) {
        states.put(screen, state);
    }

    /// Gives the way back to how it is now.
    Runnable remember() {
        var before = new TreeMap<RecordId, Map<String, Seen>>();
        seen.forEach((record, sections) -> before.put(record, new TreeMap<>(sections)));
        var screens = new TreeMap<>(states);
        return () -> {
            seen.clear();
            seen.putAll(before);
            states.clear();
            states.putAll(screens);
        };
    }

    /// Reasons for doubts that were given since the visit was opened; empty if none were.
    Optional<List<Values>> reasons() {
        return reasons;
    }

    void reasons(List<Values> given) {
        reasons = Optional.of(List.copyOf(given));
    }

    /// Parts all of whose screens are confirmed.
    Set<String> parts() {
        return Set.copyOf(parts);
    }

    void parts(Collection<String> confirmed) {
        parts.clear();
        parts.addAll(confirmed);
    }

    String started() {
        return started;
    }

    void started(String at) {
        started = at;
    }

    /// Text that was typed and could not be read, by the path of its question.
    Map<String, String> unread() {
        return unread;
    }

    /// What was written on points that were sent back, by the section of the point.
    Map<String, String> answers() {
        return answers;
    }

    /// For the draft.
    String json() {
        ObjectNode root = JSON.createObjectNode().put("started", started);
        ObjectNode screens = root.putObject("screens");
        states.forEach((screen, state) -> screens.put(screen, state.name()));
        if (!unread.isEmpty()) {
            ObjectNode typed = root.putObject("typed");
            unread.forEach(typed::put);
        }
        if (!answers.isEmpty()) {
            ObjectNode written = root.putObject("answers");
            answers.forEach(written::put);
        }
        ArrayNode whole = root.putArray("parts");
        parts.forEach(whole::add);
        ArrayNode list = root.putArray("seen");
        seen.forEach((record, sections) ->
                sections.forEach((name, what) -> {
                    ObjectNode node = list.addObject();
                    node.put("kind", record.kind().code())
                            .put("record", record.text())
                            .put("section", name);
                    write(node.putArray("heads"), what.heads());
                    write(node.putArray("sides"), what.sides());
                    node.set("values", JsonValues.json(what.values()));
                }));
        reasons.ifPresent(rows -> {
            ArrayNode array = root.putArray("reasons");
            rows.forEach(row -> array.add(JsonValues.json(row)));
        });
        return root.toString();
    }

    /// From a draft; `json` is what [#json()] gave.
    static Shown of(String json) {
        var shown = new Shown();
        JsonNode root = read(json);
        shown.started = root.path("started").asText();
        root.path("screens")
                .properties()
                .forEach(e ->
                        shown.states.put(
                                e.getKey(), Visit.ScreenState.valueOf(e.getValue().asText())));
        root.path("typed")
                .properties()
                .forEach(e -> shown.unread.put(e.getKey(), e.getValue().asText()));
        root.path("answers")
                .properties()
                .forEach(e -> shown.answers.put(e.getKey(), e.getValue().asText()));
        root.path("parts").forEach(part -> shown.parts.add(part.asText()));
        for (JsonNode node : root.path("seen")) {
            Kind kind = Kind.of(node.path("kind").asText()).orElseThrow();
            var record = new RecordId(kind, UUID.fromString(node.path("record").asText()));
            var what =
                    new Seen(
                            ids(node.path("heads")),
                            JsonValues.values(node.path("values")),
                            ids(node.path("sides")));
            shown.put(record, node.path("section").asText(), what);
        }
        if (root.has("reasons")) {
            var rows = new ArrayList<Values>();
            root.path("reasons").forEach(row -> rows.add(JsonValues.values(row)));
            shown.reasons(rows);
        }
        return shown;
    }

    private static void write(ArrayNode array, List<FactId> ids) {
        ids.forEach(id -> array.add(id.hex()));
    }

    private static List<FactId> ids(JsonNode array) {
        var ids = new ArrayList<FactId>();
        array.forEach(id -> ids.add(new FactId(id.asText())));
        return ids;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
