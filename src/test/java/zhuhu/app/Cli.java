package zhuhu.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The command line in this process, and one small township that all its tests start from: a
/// village of four households, imported into a training workspace.
record Cli(Map<String, String> environment) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    static final Cli PLAIN = new Cli(Map.of());

    /// What one command did.
    record Ran(int status, String out, String err) {

        /// Standard output as the one JSON document that it must be.
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not one JSON document: " + out + err, e);
            }
        }

        List<String> codes() {
            return texts(json().path("problems"), "code");
        }

        List<String> lines() {
            return out.lines().toList();
        }
    }

    Ran run(Object... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status =
                new CommandRoot(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                environment)
                        .run(Stream.of(words).map(String::valueOf).toArray(String[]::new));
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static List<String> texts(JsonNode array, String key) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.path(key).asText())
                .toList();
    }

    /// A copy of the prepared workspace.
    static Path workspace(Path folder) {
        try {
            return Files.copy(Prepared.FOLDER.resolve("village.zhuhu"), folder.resolve("v.zhuhu"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path sample() {
        return Prepared.FOLDER.resolve("sample");
    }

    static List<Path> rosters() {
        return files(sample().resolve("rosters"));
    }

    /// Answers of the sample whose outcome is that one.
    static Path answers(String outcome) {
        return files(sample().resolve("answers")).stream()
                .filter(f -> read(f).path("outcome").asText().equals(outcome))
                .findFirst()
                .orElseThrow();
    }

    /// The key of the household that an answer file of the sample is about.
    static String key(Path answers) {
        return answers.getFileName().toString().replace(".json", "");
    }

    static JsonNode read(Path json) {
        try {
            return JSON.readTree(Files.readAllBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Made once, when the first test asks.
    private static final class Prepared {

        static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("village");
                Path sample = folder.resolve("sample");
                must(
                        PLAIN.run(
                                "sample", sample, "--villages", 1, "--households", 4, "--seed", 5),
                        0);
                Path file = folder.resolve("village.zhuhu");
                must(PLAIN.run("new", file, "--pack", "qianxinan-2017", "--training"), 0);
                try (Stream<Path> rosters = Files.list(sample.resolve("rosters"))) {
                    for (Path roster : rosters.toList()) {
                        // Reason: seeded errors are told, so it ends with 1.
                        must(PLAIN.run("import", roster, "--into", file), 1);
                    }
                }
                try (Stream<Path> all = Files.walk(folder)) {
                    all.forEach(f -> f.toFile().deleteOnExit());
                }
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void must(Ran ran, int status) {
            if (ran.status() != status) {
                throw new AssertionError(ran.toString());
            }
        }
    }
}
