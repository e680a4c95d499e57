package zhuhu.form.compile;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import zhuhu.base.Problem;
import zhuhu.form.type.QuestionType;
import zhuhu.form.type.RangeType;
import zhuhu.form.xpath.References;

/// Reads a `parameters` cell: `name=value` with spaces, commas or semicolons between. One use.
final class Parameters {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Set<String> NUMBERS =
            Set.of("start", "end", "step", "tick_interval", "placeholder");

    private final Cell cell;
    private final Refusals refusals;
    private final Map<String, String> values = new TreeMap<>();

    private Parameters(Cell cell, Refusals refusals) {
        this.cell = cell;
        this.refusals = refusals;
    }

    /// By name, lower case; a range's bounds and step are filled in. What is wrong is refused.
    static Map<String, String> read(Row row, QuestionType type, Refusals refusals) {
        Cell cell =
                row.cell(Column.PARAMETERS)
                        .orElseGet(() -> new Cell("", row.place(Column.PARAMETERS)));
        var parameters = new Parameters(cell, refusals);
        parameters.pairs(type);
        if (type instanceof RangeType) {
            parameters.range();
        }
        return Map.copyOf(parameters.values);
    }

    private void pairs(QuestionType type) {
        String text = cell.text().replaceAll("\\s*=\\s*", "=");
        for (String pair : text.split("[\\s,;]+", -1)) {
            if (!pair.isEmpty()) {
                pair(pair, type);
            }
        }
    }

    private void pair(String pair, QuestionType type) {
        String[] parts = pair.split("=", -1);
        String name = parts[0].toLowerCase(java.util.Locale.ROOT);
        if (parts.length != 2 || parts[1].isEmpty()) {
            refuse(Problem.of("formParameterShape", pair));
        } else if (!type.parameters().contains(name)) {
            String allowed = String.join(" ", new TreeSet<>(type.parameters()));
            refuse(
                    allowed.isEmpty()
                            ? Problem.of("formParameterNone", type.words().getFirst())
                            : Problem.of("formParameterUnknown", parts[0], allowed));
        } else if (!fits(name, parts[1])) {
            refuse(Problem.of("formParameterValue", parts[0], parts[1]));
        } else {
            values.put(name, parts[1]);
        }
    }

    private static boolean fits(String name, String value) {
        return switch (name) {
            case "rows", "max-pixels" -> COUNT.matcher(value).matches();
            case "randomize" -> YesNo.of(value).isPresent();
            case "seed" -> value.startsWith("${") || NUMBER.matcher(value).matches();
            case "value", "label", "tick_labelset" -> References.isName(value);
            default -> !NUMBERS.contains(name) || NUMBER.matcher(value).matches();
        };
    }

    private void range() {
        values.putIfAbsent("start", "0");
        values.putIfAbsent("end", "10");
        values.putIfAbsent("step", "1");
        BigDecimal start = number("start");
        BigDecimal end = number("end");
        BigDecimal step = number("step").abs();
        BigDecimal width = end.subtract(start).abs();
        if (step.signum() == 0 || step.compareTo(width) > 0) {
            refuse(Problem.of("formRangeStep", values.get("step"), width.toPlainString()));
            return;
        }
        if (values.containsKey("tick_interval")) {
            BigDecimal tick = number("tick_interval").abs();
            if (tick.signum() == 0 || tick.compareTo(width) > 0 || !divides(step, tick)) {
                refuse(Problem.of("formRangeTick", values.get("tick_interval")));
            }
        }
        if (values.containsKey("placeholder")) {
            BigDecimal at = number("placeholder");
            boolean isWithin =
                    at.compareTo(start.min(end)) >= 0 && at.compareTo(start.max(end)) <= 0;
            if (!isWithin || !divides(step, at.subtract(start))) {
                refuse(Problem.of("formRangePlaceholder", values.get("placeholder")));
            }
        }
    }

    private static boolean divides(BigDecimal step, BigDecimal number) {
        return number.remainder(step).signum() == 0;
    }

    private BigDecimal number(String name) {
        return new BigDecimal(values.getOrDefault(name, "0"));
    }

    private void refuse(Problem problem) {
        refusals.add(problem, cell.place());
    }
}
