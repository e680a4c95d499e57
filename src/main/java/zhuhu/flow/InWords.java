package zhuhu.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import zhuhu.pack.Schema;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// Values as a person reads them: labels for choices, 、 between several. Pure; any thread.
public final class InWords {

    private InWords() {}

    public static String of(Schema.Property property, Value value) {
        return switch (value) {
            case Value.Text(String text) -> property.labelOf(text);
            case Value.Number(BigDecimal number) -> number.toPlainString();
            case Value.Many(List<String> names) ->
                    names.stream().map(property::labelOf).collect(Collectors.joining("、"));
            case Value.Rows(List<Values> rows) ->
                    rows.stream().map(InWords::row).collect(Collectors.joining("；"));
            case Value.Empty() -> "";
        };
    }

    private static String row(Values row) {
        return row.map().values().stream().map(Value::plain).collect(Collectors.joining(" "));
    }
}
