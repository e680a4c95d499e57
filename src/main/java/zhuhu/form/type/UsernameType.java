package zhuhu.form.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.form.AnswerKind;

/// Who fills the form.
public record UsernameType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("username");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.TEXT;
    }

    @Override
    public String dataType() {
        return "string";
    }

    @Override
    public Optional<String> control() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> bind() {
        return Map.of("jr:preload", "property", "jr:preloadParams", "username");
    }
}
