package zhuhu.workbook.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;

/// A column of a record sheet. Shape: `section` as in the facts; `labels` of its choices by name,
/// empty where it has none.
public record BookColumn(
        String section,
        String property,
        String label,
        AnswerKind type,
        List<String> options,
        Map<String, String> labels) {

    public static BookColumn of(
            String section, String property, String label, AnswerKind type, List<Choice> choices) {
        var labels = new HashMap<String, String>();
        choices.forEach(c -> labels.putIfAbsent(c.name(), c.label()));
        return new BookColumn(
                section,
                property,
                label,
                type,
                choices.stream().map(Choice::label).distinct().toList(),
                labels);
    }

    /// The name in the hidden first row.
    public String name() {
        return section + "." + property;
    }

    /// What people read for a choice's name.
    public String labelOf(String choice) {
        return labels.getOrDefault(choice, choice);
    }
}
