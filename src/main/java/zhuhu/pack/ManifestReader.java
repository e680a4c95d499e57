package zhuhu.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import zhuhu.base.Place;
import zhuhu.base.Problem;

/// Reads a campaign's `pack.toml`. Every fault of the file is told at once. One use; one thread.
final class ManifestReader {

    private final PackText pack;
    private final String path;
    private final String name;

    private ManifestReader(PackText pack, String name) {
        this.pack = pack;
        this.name = name;
        this.path = name + "/" + PackFiles.MANIFEST;
    }

    static Manifest read(PackText pack, String name) {
        return new ManifestReader(pack, name).manifest();
    }

    private Manifest manifest() {
        int before = pack.problems().size();
        JsonNode toml = parsed(pack.text(path));
        if (pack.problems().size() > before) {
            // Reason: nothing more can be said of a file that is not there or cannot be read.
            return new Manifest(
                    name, "", "", "", "", "", "", "", List.of(), List.of(), List.of(), List.of());
        }
        var levels = new ArrayList<String>();
        toml.path("org_levels").forEach(level -> levels.add(level.asText()));
        List<Manifest.Round> rounds = rounds(toml.path("rounds"));
        if (rounds.isEmpty()) {
            fault(Problem.of("packRoundMissing", path));
        }
        return manifest(toml, rounds, levels);
    }

    private Manifest manifest(JsonNode toml, List<Manifest.Round> rounds, List<String> levels) {
        return new Manifest(
                name,
                required(toml, "title"),
                required(toml, "issuer"),
                date(toml, "date"),
                required(toml, "source"),
                required(toml, "province"),
                year(toml, "exit_year"),
                required(toml, "visit_form"),
                rounds,
                deadlines(toml.path("deadlines")),
                targets(toml.path("targets")),
                levels);
    }

    private JsonNode parsed(String text) {
        try {
            JsonNode tree = new TomlMapper().readTree(text);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            pack.problem(
                    Problem.of("packTomlBroken", path, e.getOriginalMessage())
                            .at(new Place(path, line, null)));
            return MissingNode.getInstance();
        }
    }

    private List<Manifest.Round> rounds(JsonNode all) {
        var rounds = new ArrayList<Manifest.Round>();
        var ids = new HashSet<String>();
        for (JsonNode round : all) {
            String start = date(round, "start");
            String due = date(round, "due");
            if (!start.isEmpty() && !due.isEmpty() && due.compareTo(start) < 0) {
                fault(Problem.of("packRoundBackwards", round.path("id").asText(), start, due));
            }
            rounds.add(
                    new Manifest.Round(
                            id(round, ids),
                            required(round, "title"),
                            start,
                            due,
                            incomeYear(round)));
        }
        return rounds;
    }

    private int incomeYear(JsonNode round) {
        String year = year(round, "income_year");
        if (year.isEmpty() && !round.hasNonNull("income_year")) {
            fault(Problem.of("packWordMissing", path, "income_year"));
        }
        return year.isEmpty() ? 0 : Integer.parseInt(year);
    }

    private List<Manifest.Deadline> deadlines(JsonNode all) {
        var deadlines = new ArrayList<Manifest.Deadline>();
        var ids = new HashSet<String>();
        for (JsonNode deadline : all) {
            deadlines.add(
                    new Manifest.Deadline(
                            id(deadline, ids), required(deadline, "title"), date(deadline, "due")));
        }
        return deadlines;
    }

    private List<Manifest.Target> targets(JsonNode all) {
        var targets = new ArrayList<Manifest.Target>();
        var ids = new HashSet<String>();
        for (JsonNode target : all) {
            if (!target.path("value").isIntegralNumber()) {
                fault(Problem.of("packNumber", path, "value", target.path("value").asText()));
            }
            targets.add(
                    new Manifest.Target(
                            id(target, ids),
                            required(target, "title"),
                            target.path("value").asLong(),
                            required(target, "unit"),
                            target.hasNonNull("due") ? date(target, "due") : null));
        }
        return targets;
    }

    private String id(JsonNode entry, Set<String> ids) {
        String id = required(entry, "id");
        if (!id.isEmpty() && !ids.add(id)) {
            fault(Problem.of("packIdTwice", path, id));
        }
        return id;
    }

    private String required(JsonNode node, String word) {
        String text = node.path(word).asText("").strip();
        if (text.isEmpty()) {
            fault(Problem.of("packWordMissing", path, word));
        }
        return text;
    }

    private String date(JsonNode node, String word) {
        String text = required(node, word);
        try {
            return text.isEmpty() ? "" : LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            fault(Problem.of("packDate", path, word, text));
            return "";
        }
    }

    /// "" where none is stated.
    private String year(JsonNode node, String word) {
        String text = node.path(word).asText("").strip();
        if (!text.isEmpty() && !text.matches("[12][0-9]{3}")) {
            fault(Problem.of("packNumber", path, word, text));
            return "";
        }
        return text;
    }

    private void fault(Problem problem) {
        pack.problem(problem.at(Place.in(path)));
    }
}
