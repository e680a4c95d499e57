package zhuhu.app;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;

/// A file of answers: one JSON object.
final class AnswerFile {

    /// A key given twice, or more text behind the object, is a slip that must not be guessed at.
    private static final JsonMapper ANSWERS =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private AnswerFile() {}

    static Outcome<JsonNode> read(Path answers) {
        try {
            JsonNode json = ANSWERS.readTree(Files.readAllBytes(answers));
            return json.isObject()
                    ? Outcome.done(json)
                    : Outcome.failed(Problem.of("answersShape", answers, "{ ... }"));
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            String spot = where == null ? "?" : where.getLineNr() + ":" + where.getColumnNr();
            return Outcome.failed(Problem.of("answersShape", answers, spot));
        } catch (IOException e) {
            return Outcome.failed(Problem.of("fileUnreadable", answers));
        }
    }
}
