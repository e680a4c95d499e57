package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import zhuhu.form.AnswerKind;

/// A number between two bounds, on a slider; whole where bounds and step are whole.
public record RangeType() implements QuestionType {

    private static final Pattern SHAPE = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    @Override
    public List<String> words() {
        return List.of("range");
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
        return Optional.of("range");
    }

    @Override
    public Set<String> parameters() {
        return Set.of("start", "end", "step", "tick_interval", "placeholder", "tick_labelset");
    }

    @Override
    public boolean holds(String text) {
        return SHAPE.matcher(text).matches();
    }
}
