package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import zhuhu.form.AnswerKind;

/// A whole number.
public record IntegerType() implements QuestionType {

    private static final Pattern SHAPE = Pattern.compile("-?[0-9]{1,9}");

    @Override
    public List<String> words() {
        return List.of("integer", "int", "add integer prompt", "q int");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.INTEGER;
    }

    @Override
    public String dataType() {
        return "int";
    }

    @Override
    public Optional<String> control() {
        return Optional.of("input");
    }

    @Override
    public boolean holds(String text) {
        return SHAPE.matcher(text).matches();
    }
}
