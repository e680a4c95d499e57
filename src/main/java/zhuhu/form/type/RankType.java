package zhuhu.form.type;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhuhu.form.AnswerKind;

/// All choices of a list, put in order.
public record RankType() implements QuestionType {

    @Override
    public List<String> words() {
        return List.of("rank");
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.RANK;
    }

    @Override
    public String dataType() {
        return "odk:rank";
    }

    @Override
    public Optional<String> control() {
        return Optional.of("odk:rank");
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
