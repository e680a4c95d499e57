package zhuhu.flow.query;

import java.util.List;
import java.util.stream.Collectors;

/// One property held against values. Shape: `property` the register's name; `values` choice names,
/// numbers, ISO dates or text, one unless the operator takes none or several; "" is blank.
public record Condition(String property, Operator operator, List<String> values) {

    public Condition {
        values = List.copyOf(values);
    }

    /// As it is written in an expression.
    public String text() {
        String head = property + " " + operator.code();
        if (operator.alone()) {
            return head;
        }
        if (operator.takesSeveral()) {
            return head
                    + values.stream()
                            .map(Condition::quoted)
                            .collect(Collectors.joining(", ", " (", ")"));
        }
        return head + " " + quoted(values.getFirst());
    }

    private static String quoted(String value) {
        return value.matches("-?[0-9]+(\\.[0-9]+)?") ? value : "'" + value.replace("'", "''") + "'";
    }
}
