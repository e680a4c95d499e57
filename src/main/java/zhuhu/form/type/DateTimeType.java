package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import zhuhu.form.AnswerKind;

/// A day and a time of day.
public record DateTimeType() implements QuestionType {

    private static final Pattern SHAPE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]");

    @Override
    public List<String> words() {
        return List.of("datetime", "add date time prompt", "q date time");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.DATE_TIME;
    }

    @Override
    public String dataType() {
        return "dateTime";
    }

    @Override
    public Optional<String> control() {
        return Optional.of("input");
    }

    @Override
    public boolean holds(String text) {
        return SHAPE.matcher(text).matches() && new DateType().holds(text.substring(0, 10));
    }
}
