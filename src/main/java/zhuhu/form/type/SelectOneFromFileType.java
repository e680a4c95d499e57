package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhuhu.form.AnswerKind;

/// One choice of a list that stands in a CSV file.
public record SelectOneFromFileType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("select_one_from_file", "select one from file");
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
    public boolean takesFile() {
        return true;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("randomize", "seed", "value", "label");
    }
}
