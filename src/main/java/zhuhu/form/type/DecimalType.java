package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import zhuhu.form.AnswerKind;

/// A number.
public record DecimalType() implements QuestionType {

    private static final Pattern SHAPE = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    @Override
    public List<String> words() {
        return List.of("decimal", "add decimal prompt", "q decimal");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.DECIMAL;
    }

    @Override
    public String dataType() {
        return "decimal";
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
