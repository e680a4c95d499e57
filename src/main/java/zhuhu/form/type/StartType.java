package zhuhu.form.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.form.AnswerKind;

/// When the form was begun.
public record StartType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("start", "start time", "get start time");
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
        return Map.of("jr:preload", "timestamp", "jr:preloadParams", "start");
    }
}
