package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import zhuhu.form.AnswerKind;

/// A value that comes from its calculation, shown to nobody.
public record CalculateType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("calculate", "q calculate", "add calculate prompt");
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
