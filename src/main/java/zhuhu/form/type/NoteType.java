package zhuhu.form.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.form.AnswerKind;

/// Words to read, without an answer.
public record NoteType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("note", "add note prompt", "q note");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.NONE;
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
    public Map<String, String> bind() {
        return Map.of("readonly", "true()");
    }
}
