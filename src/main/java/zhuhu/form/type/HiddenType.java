package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import zhuhu.form.AnswerKind;

/// A value that is kept and never shown.
public record HiddenType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("hidden");
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
}
