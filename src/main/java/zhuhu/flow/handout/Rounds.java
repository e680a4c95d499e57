package zhuhu.flow.handout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.pack.Manifest;
import zhuhu.store.Workspace;

/// The rounds that a workspace knows: those of its campaign, and those opened here or taken from a
/// task workbook, which the setting `rounds` keeps as JSON. One of the same id opened later says
/// the title and the deadline. A picture of one moment.
public final class Rounds {

    /// The setting that keeps opened rounds.
    static final String SETTING = "rounds";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Manifest.Round> rounds = new LinkedHashMap<>();
    private final String current;

    private Rounds(Workspace workspace) {
        workspace.pack().manifest().rounds().forEach(r -> rounds.put(r.id(), r));
        opened(workspace).forEach(r -> rounds.put(r.id(), r));
        current = workspace.setting("round").orElse("");
    }

    public static Rounds of(Workspace workspace) {
        return new Rounds(workspace);
    }

    /// The round of that id; empty if nobody ever opened it here.
    public static Optional<Manifest.Round> find(Workspace workspace, String id) {
        return of(workspace).round(id);
    }

    /// The campaign's first, then in the order of opening.
    public List<Manifest.Round> all() {
        return List.copyOf(rounds.values());
    }

    public Optional<Manifest.Round> round(String id) {
        return Optional.ofNullable(rounds.get(id));
    }

    /// The round that the workspace is in.
    public Optional<Manifest.Round> current() {
        return round(current);
    }

    /// Ids of rounds in the order of their deadlines; one that is not known here stands where its
    /// id would. Reason: ids are words that people choose, so they do not sort by themselves.
    public Comparator<String> order() {
        var due = new HashMap<String, String>();
        rounds.values().forEach(r -> due.put(r.id(), r.due()));
        return Comparator.<String, String>comparing(id -> due.getOrDefault(id, id))
                .thenComparing(Comparator.naturalOrder());
    }

    /// Rows of a query with a column `round`, in that order; without one first.
    public Comparator<Map<String, String>> rows() {
        return Comparator.comparing(row -> row.getOrDefault("round", ""), order());
    }

    /// What the setting `rounds` shall be when these are opened too.
    static String with(Workspace workspace, List<Manifest.Round> more) {
        var all = new LinkedHashMap<String, Manifest.Round>();
        opened(workspace).forEach(r -> all.put(r.id(), r));
        more.forEach(r -> all.put(r.id(), r));
        ArrayNode array = JSON.createArrayNode();
        for (Manifest.Round round : all.values()) {
            array.addObject()
                    .put("id", round.id())
                    .put("title", round.title())
                    .put("start", round.start())
                    .put("due", round.due())
                    .put("incomeYear", round.incomeYear());
        }
        return array.toString();
    }

    private static List<Manifest.Round> opened(Workspace workspace) {
        String kept = workspace.setting(SETTING).orElse("");
        if (kept.isEmpty()) {
            return List.of();
        }
        try {
            var rounds = new ArrayList<Manifest.Round>();
            for (JsonNode round : JSON.readTree(kept)) {
                rounds.add(
                        new Manifest.Round(
                                round.path("id").asText(),
                                round.path("title").asText(),
                                round.path("start").asText(),
                                round.path("due").asText(),
                                round.path("incomeYear").asInt()));
            }
            return rounds;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Setting " + SETTING + " is no JSON: " + kept, e);
        }
    }
}
