package zhuhu.screen.household;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import zhuhu.base.Texts;
import zhuhu.flow.query.Condition;
import zhuhu.flow.query.Conditions;
import zhuhu.flow.query.Fields;
import zhuhu.flow.query.Fields.Field;
import zhuhu.flow.query.Operator;

/// Conditions as a person says them.
final class AskWords {

    private final Texts texts;
    private final Fields fields;

    AskWords(Texts texts, Fields fields) {
        this.texts = texts;
        this.fields = fields;
    }

    String of(Conditions conditions) {
        return conditions.groups().stream()
                .map(this::group)
                .collect(Collectors.joining(texts.of("ask.words.or")));
    }

    private String group(List<Condition> group) {
        return group.stream().map(this::of).collect(Collectors.joining(texts.of("ask.words.and")));
    }

    private String of(Condition condition) {
        Optional<Field> field = fields.find(condition.property());
        String label = field.map(Field::label).orElse(condition.property());
        String values =
                condition.values().stream()
                        .map(v -> field.map(f -> f.property().labelOf(v)).orElse(v))
                        .collect(Collectors.joining(texts.of("ask.words.list")));
        return texts.of("ask.words.one", label, operator(condition.operator()), values).strip();
    }

    String operator(Operator operator) {
        return texts.of(
                switch (operator) {
                    case IS -> "ask.operator.is";
                    case IS_NOT -> "ask.operator.is_not";
                    case LESS -> "ask.operator.less";
                    case AT_MOST -> "ask.operator.at_most";
                    case MORE -> "ask.operator.more";
                    case AT_LEAST -> "ask.operator.at_least";
                    case IN -> "ask.operator.in";
                    case NOT_IN -> "ask.operator.not_in";
                    case CONTAINS -> "ask.operator.contains";
                    case ANSWERED -> "ask.operator.answered";
                    case EMPTY -> "ask.operator.empty";
                    case NOT_ASKED -> "ask.operator.not_asked";
                    case UNKNOWN -> "ask.operator.unknown";
                });
    }
}
