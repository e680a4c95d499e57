package zhuhu.flow;

import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Expressions over the properties of a household and its members: `unsafe_house=1 and
/// poverty_status!=1`. Shape: comparisons `= != < <= > >=` of a property and a word, number or
/// 'text', joined by `and`, `or`, `not`, brackets. A member's property holds if it holds for any
/// member. A blank never equals anything but ''. Pure; any thread.
public final class Where {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(\\()|(\\))|(!=|<=|>=|=|<|>)|'([^']*)'|([\\p{L}\\p{N}_.\\-]+))");

    /// A condition on a table `household h`, with the values for its places.
    public record Clause(String sql, Object[] args) {}

    private record Token(String text, boolean quoted) {}

    private final Schema schema;

    public Where(Schema schema) {
        this.schema = schema;
    }

    /// Failed: with the place where the expression stops making sense.
    public Outcome<Clause> households(String expression) {
        var tokens = new ArrayList<Token>();
        Matcher matcher = TOKEN.matcher(expression.strip());
        int end = 0;
        while (end < expression.strip().length() && matcher.find(end) && matcher.start() == end) {
            String quoted = matcher.group(4);
            tokens.add(
                    new Token(quoted == null ? matcher.group().strip() : quoted, quoted != null));
            end = matcher.end();
        }
        if (end < expression.strip().length() || tokens.isEmpty()) {
            return Outcome.failed(
                    Problem.of("whereShape", expression, expression.strip().substring(end)));
        }
        return new Parsing(tokens, expression).parse();
    }

    private final class Parsing {

        private final List<Token> tokens;
        private final String expression;
        private final List<Object> args = new ArrayList<>();
        private int at;

        Parsing(List<Token> tokens, String expression) {
            this.tokens = tokens;
            this.expression = expression;
        }

        Outcome<Clause> parse() {
            try {
                String sql = either();
                if (at < tokens.size()) {
                    throw new WrongShape();
                }
                return Outcome.done(new Clause(sql, args.toArray()));
            } catch (WrongShape e) {
                String rest = at < tokens.size() ? tokens.get(at).text() : "";
                return Outcome.failed(Problem.of("whereShape", expression, rest));
            }
        }

        private String either() throws WrongShape {
            String sql = both();
            while (take("or")) {
                sql = "(" + sql + " OR " + both() + ")";
            }
            return sql;
        }

        private String both() throws WrongShape {
            String sql = one();
            while (take("and")) {
                sql = "(" + sql + " AND " + one() + ")";
            }
            return sql;
        }

        private String one() throws WrongShape {
            if (take("not")) {
                return "NOT " + one();
            }
            if (take("(")) {
                String sql = either();
                if (!take(")")) {
                    throw new WrongShape();
                }
                return "(" + sql + ")";
            }
            return comparison();
        }

        private String comparison() throws WrongShape {
            String property = next();
            String operator = next();
            if (!List.of("=", "!=", "<", "<=", ">", ">=").contains(operator)) {
                at--;
                throw new WrongShape();
            }
            String value = next();
            Optional<Schema.Section> ofHousehold = schema.sectionOf(Kind.HOUSEHOLD, property);
            if (ofHousehold.isPresent()) {
                return compare(
                        source(ofHousehold.get(), property),
                        Kind.HOUSEHOLD,
                        property,
                        operator,
                        value);
            }
            if (schema.sectionOf(Kind.PERSON, property).isEmpty()) {
                at -= 3;
                throw new WrongShape();
            }
            return "EXISTS (SELECT 1 FROM person p WHERE p.household = h.id AND coalesce(p.change, '0') <> '2' AND "
                    + compare("p." + property, Kind.PERSON, property, operator, value)
                    + ")";
        }

        private String compare(
                String source, Kind kind, String property, String operator, String value) {
            AnswerKind type =
                    schema.property(kind, property)
                            .map(Schema.Property::type)
                            .orElse(AnswerKind.TEXT);
            if (type == AnswerKind.MANY || type == AnswerKind.RANK) {
                args.add("% " + value + " %");
                String like = "(' ' || coalesce(" + source + ", '') || ' ') LIKE ?";
                return operator.equals("!=") ? "NOT " + like : like;
            }
            boolean number = type == AnswerKind.INTEGER || type == AnswerKind.DECIMAL;
            if (number && value.matches("-?\\d+(\\.\\d+)?")) {
                args.add(new BigDecimal(value).doubleValue());
                return "CAST(" + source + " AS REAL) " + operator + " ?";
            }
            args.add(value);
            return "coalesce(" + source + ", '') " + operator + " ?";
        }

        private static String source(Schema.Section section, String property) {
            return section.yearly()
                    ? "(SELECT y.%s FROM household_%s y WHERE y.household = h.id ORDER BY y.year DESC LIMIT 1)"
                            .formatted(property, section.name())
                    : "h." + property;
        }

        private boolean take(String word) {
            boolean there =
                    at < tokens.size()
                            && !tokens.get(at).quoted()
                            && tokens.get(at).text().equalsIgnoreCase(word);
            at += there ? 1 : 0;
            return there;
        }

        private String next() throws WrongShape {
            if (at >= tokens.size()) {
                throw new WrongShape();
            }
            return tokens.get(at++).text();
        }
    }

    private static final class WrongShape extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
