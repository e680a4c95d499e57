package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import zhuhu.form.AnswerKind;

/// A tick under a statement; the answer is `OK`.
public record AcknowledgeType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("acknowledge", "q acknowledge", "add acknowledge prompt");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.ACKNOWLEDGE;
    }

    @Override
    public String dataType() {
        return "string";
    }

    @Override
    public Optional<String> control() {
        return Optional.of("trigger");
    }
}
