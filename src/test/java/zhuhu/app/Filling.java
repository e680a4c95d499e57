package zhuhu.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// One household and the answers that a visitor brought, before `fill`.
abstract class Filling {

    static final String NEW_MEMBER = "3f0f2c7e-6a55-4c1b-9d3c-0a1b2c3d4e5f";

    @TempDir Path folder;
    Path file = Path.of("");
    Path visit = Path.of("");
    String household = "";

    @BeforeEach
    void prepare() {
        file = Cli.workspace(folder);
        visit = Cli.answers("01");
        household = Cli.key(visit);
    }

    Cli.Ran fill(String record, JsonNode answers, String... more) {
        Path json = Cli.write(folder.resolve("answers.json"), answers.toString());
        Stream<String> words =
                Stream.of(
                        "fill",
                        file.toString(),
                        "--form",
                        "household_visit",
                        "--record",
                        record,
                        "--answers",
                        json.toString(),
                        "--json");
        Stream<String> time =
                List.of(more).contains("--at")
                        ? Stream.of()
                        : Stream.of("--at", "2017-03-05T10:00");
        return Cli.PLAIN.run(Stream.of(words, time, Stream.of(more)).flatMap(s -> s).toArray());
    }

    ObjectNode answers() {
        return (ObjectNode) Cli.read(visit);
    }

    static ObjectNode firstMember(ObjectNode answers) {
        return (ObjectNode) answers.path("members").path(0);
    }

    String dump() {
        return Cli.PLAIN.run("dump", file).out();
    }

    JsonNode show(String key, String... more) {
        return Cli.PLAIN
                .run(
                        Stream.concat(Stream.of("show", file, key, "--json"), Stream.of(more))
                                .toArray())
                .json();
    }

    static ObjectNode newMember(ObjectNode answers) {
        return ((ArrayNode) answers.path("members"))
                .addObject()
                .put("person_name", "陆小芽")
                .put("relation", "99")
                .put("no_id_reason", "新生儿未上户")
                .put("birth_date", "2017-01-02");
    }
}
