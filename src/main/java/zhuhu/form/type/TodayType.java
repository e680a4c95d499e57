package zhuhu.form.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.form.AnswerKind;

/// The day the form was begun.
public record TodayType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("today", "get today");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.DATE;
    }

    @Override
    public String dataType() {
        return "date";
    }

    @Override
    public Optional<String> control() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> bind() {
        return Map.of("jr:preload", "date", "jr:preloadParams", "today");
    }
}
