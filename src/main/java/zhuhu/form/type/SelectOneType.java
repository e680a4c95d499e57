package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhuhu.form.AnswerKind;

/// One choice of a list.
public record SelectOneType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of(
                "select_one",
                "select one",
                "select one from",
                "select1",
                "add select one prompt using");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.ONE;
    }

    @Override
    public String dataType() {
        return "string";
    }

    @Override
    public Optional<String> control() {
        return Optional.of("select1");
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
