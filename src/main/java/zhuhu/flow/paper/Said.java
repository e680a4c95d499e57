package zhuhu.flow.paper;

import java.util.List;
import java.util.stream.Collectors;
import zhuhu.base.Masks;
import zhuhu.form.Choice;
import zhuhu.form.FormNode.Question;
import zhuhu.record.Value;

/// Answers as they are read on paper. Pure; any thread.
record Said(Numbers numbers) {

    /// Labels for choices, 、 between several; "" for none.
    String of(Question question, Value value) {
        String words =
                switch (value) {
                    case Value.Many(List<String> names) ->
                            names.stream()
                                    .map(name -> label(question, name))
                                    .collect(Collectors.joining("、"));
                    default -> label(question, value.plain());
                };
        return covered(question.name(), words);
    }

    String covered(String property, String words) {
        return numbers == Numbers.COVERED && Masks.personal(property) ? Masks.hide(words) : words;
    }

    private static String label(Question question, String name) {
        return question.choices().stream()
                .filter(choice -> choice.name().equals(name))
                .map(Choice::label)
                .findFirst()
                .orElse(name);
    }
}
