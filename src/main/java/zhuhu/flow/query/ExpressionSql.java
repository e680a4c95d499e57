package zhuhu.flow.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhuhu.flow.query.Expression.All;
import zhuhu.flow.query.Expression.Any;
import zhuhu.flow.query.Expression.Is;
import zhuhu.flow.query.Expression.Member;
import zhuhu.flow.query.Expression.Not;
import zhuhu.flow.query.Fields.Field;
import zhuhu.form.Choice;

/// An expression as a condition on the derived tables. Shape: every condition is true or false,
/// never NULL, so that `not` splits the households in two. One use.
public final class ExpressionSql {

    /// Members who are there now.
    static final String HERE = "coalesce(p.change, '0') <> '2'";

    private final Fields fields;
    private final List<Object> args = new ArrayList<>();

    private ExpressionSql(Fields fields) {
        this.fields = fields;
    }

    /// A condition on a table `household h`, with the values for its places.
    public record Clause(String sql, Object[] args) {}

    public static Clause of(Expression expression, Fields fields) {
        var writing = new ExpressionSql(fields);
        String sql = writing.write(expression, false);
        return new Clause(sql, writing.args.toArray());
    }

    /// A condition on a table `person p`.
    static Clause ofMember(Expression expression, Fields fields) {
        var writing = new ExpressionSql(fields);
        String sql = writing.write(expression, true);
        return new Clause(sql, writing.args.toArray());
    }

    private String write(Expression expression, boolean inMember) {
        return switch (expression) {
            case Any(List<Expression> of) -> joined(of, " OR ", inMember);
            case All(List<Expression> of) -> joined(of, " AND ", inMember);
            case Not(Expression inner) -> "NOT (" + write(inner, inMember) + ")";
            case Member(Expression inner) -> someMember(write(inner, true));
            case Is(Condition condition) -> {
                Field field = fields.find(condition.property()).orElseThrow();
                String sql = compare(field, condition);
                yield field.ofMember() && !inMember ? someMember(sql) : sql;
            }
        };
    }

    private String joined(List<Expression> of, String by, boolean inMember) {
        return of.stream().map(e -> write(e, inMember)).collect(Collectors.joining(by, "(", ")"));
    }

    private static String someMember(String sql) {
        return "EXISTS (SELECT 1 FROM person p WHERE p.household = h.id AND "
                + HERE
                + " AND "
                + sql
                + ")";
    }

    private String compare(Field field, Condition condition) {
        return switch (condition.operator()) {
            case IS -> equal(field, condition.values().getFirst());
            case IS_NOT -> "NOT " + equal(field, condition.values().getFirst());
            case IN -> any(field, condition.values());
            case NOT_IN -> "NOT " + any(field, condition.values());
            case LESS, AT_MOST, MORE, AT_LEAST ->
                    ordered(field, condition.operator(), condition.values().getFirst());
            case CONTAINS -> contains(field, condition.values().getFirst());
            case ANSWERED ->
                    "(" + source(field) + " IS NOT NULL AND NOT " + equal(field, "unknown") + ")";
            case UNKNOWN -> equal(field, "unknown");
            case EMPTY -> "(" + source(field) + " IS NULL AND " + blank(field) + ")";
            case NOT_ASKED -> "(" + source(field) + " IS NULL AND NOT " + blank(field) + ")";
        };
    }

    private String any(Field field, List<String> values) {
        return values.stream()
                .map(value -> equal(field, value))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String equal(Field field, String value) {
        String source = source(field);
        if (value.isEmpty()) {
            return "(" + source + " IS NULL)";
        }
        if (field.isMany()) {
            args.add(" " + value + " ");
            return "(instr(' ' || coalesce(" + source + ", '') || ' ', ?) > 0)";
        }
        if (field.isNumber() && isNumber(value)) {
            args.add(new BigDecimal(value).doubleValue());
            return "coalesce(CAST(" + source + " AS REAL) = ?, 0)";
        }
        args.add(value);
        return "coalesce(" + source + " = ?, 0)";
    }

    /// What is not known is neither more nor less than anything.
    private String ordered(Field field, Operator operator, String value) {
        String source = source(field);
        if (field.isNumber() && isNumber(value)) {
            args.add(new BigDecimal(value).doubleValue());
            return "coalesce(CAST(%s AS REAL) %s ?, 0)".formatted(source, operator.code());
        }
        args.add(value);
        return "coalesce(%1$s %2$s ? AND %1$s <> 'unknown', 0)".formatted(source, operator.code());
    }

    private String contains(Field field, String value) {
        if (field.isMany() || value.isEmpty()) {
            return equal(field, value);
        }
        if (!field.property().choices().isEmpty()) {
            List<String> names =
                    field.property().choices().stream()
                            .filter(c -> c.label().contains(value))
                            .map(Choice::name)
                            .toList();
            return names.isEmpty() ? "0" : any(field, names);
        }
        args.add(value);
        return "(instr(lower(coalesce(" + source(field) + ", '')), lower(?)) > 0)";
    }

    private static String source(Field field) {
        if (field.name().equals("village") && !field.ofMember()) {
            return "(SELECT v.village_name FROM village v WHERE v.id = h.village)";
        }
        return column(field, field.name());
    }

    private static String blank(Field field) {
        return "(instr(coalesce(%s, ''), ' %s ') > 0)"
                .formatted(column(field, "blank"), field.name());
    }

    private static String column(Field field, String name) {
        if (field.yearly()) {
            return "(SELECT y.\"%1$s\" FROM %2$s_%3$s y WHERE y.%2$s = %4$s.id ORDER BY y.year DESC LIMIT 1)"
                    .formatted(
                            name,
                            field.kind().code(),
                            field.sectionName(),
                            field.ofMember() ? "p" : "h");
        }
        return Stream.of(field.ofMember() ? "p" : "h", "\"" + name + "\"")
                .collect(Collectors.joining("."));
    }

    private static boolean isNumber(String value) {
        return value.matches("-?[0-9]+(\\.[0-9]+)?");
    }
}
