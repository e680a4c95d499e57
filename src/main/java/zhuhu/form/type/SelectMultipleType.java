package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhuhu.form.AnswerKind;

/// Any choices of a list.
public record SelectMultipleType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of(
                "select_multiple",
                "select multiple",
                "select all that apply",
                "select all that apply from",
                "add select multiple prompt using");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.MANY;
    }

    @Override
    public String dataType() {
        return "string";
    }

    @Override
    public Optional<String> control() {
        return Optional.of("select");
    }

    @Override
    public boolean takesList() {
        return true;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("randomize", "seed");
    }
}
