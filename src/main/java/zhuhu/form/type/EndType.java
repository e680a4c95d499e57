package zhuhu.form.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.form.AnswerKind;

/// When the form was last left.
public record EndType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("end", "end time", "get end time");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.TEXT;
    }

    @Override
    public String dataType() {
        return "dateTime";
    }

    @Override
    public Optional<String> control() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> bind() {
        return Map.of("jr:preload", "timestamp", "jr:preloadParams", "end");
    }
}
