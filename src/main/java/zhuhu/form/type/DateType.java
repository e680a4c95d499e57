package zhuhu.form.type;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import zhuhu.form.AnswerKind;

/// A day.
public record DateType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("date", "add date prompt", "q date");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.DATE;
    }

    @Override
    public String dataType() {
        return "date";
    }

    @Override
    public Optional<String> control() {
        return Optional.of("input");
    }

    @Override
    public boolean holds(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() > 0;
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }
}
