package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import zhuhu.form.AnswerKind;

/// A time of day.
public record TimeType() implements QuestionType {

    private static final Pattern SHAPE = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    @Override
    public List<String> words() {
        return List.of("time", "add time prompt", "q time");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.TIME;
    }

    @Override
    public String dataType() {
        return "time";
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
