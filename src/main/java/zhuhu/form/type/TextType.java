package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhuhu.form.AnswerKind;

/// Free text.
public record TextType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("text", "string", "add text prompt", "q string");
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
        return Optional.of("input");
    }

    @Override
    public Set<String> parameters() {
        return Set.of("rows");
    }
}
