package zhuhu.form.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.form.AnswerKind;

/// The installation that the form is filled on.
public record DeviceIdType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("deviceid", "device id", "get device id");
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
        return Map.of("jr:preload", "property", "jr:preloadParams", "deviceid");
    }
}
