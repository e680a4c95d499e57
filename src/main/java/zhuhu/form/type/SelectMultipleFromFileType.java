package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhuhu.form.AnswerKind;

/// Any choices of a list that stands in a CSV file.
public record SelectMultipleFromFileType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("select_multiple_from_file", "select multiple from file");
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
    public boolean takesFile() {
        return true;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("randomize", "seed", "value", "label");
    }
}
