package zhuhu.flow.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.query.Expression.All;
import zhuhu.flow.query.Expression.Any;
import zhuhu.flow.query.Expression.Is;
import zhuhu.flow.query.Expression.Member;
import zhuhu.flow.query.Expression.Not;
import zhuhu.flow.query.Fields.Field;

/// Reads an expression: `unsafe_house = 1 and member(relation = '01' and health contains '02')`.
/// Source: `docs/manual.md`. Pure; any thread.
public final class ExpressionReader {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:([(（])|([)）])|([,，、])|(!=|<=|>=|=|<|>|≠|≤|≥|＝|＜|＞)|'((?:[^']|'')*)'|\"([^\"]*)\"|([\\p{L}\\p{N}_.\\-]+))");
    private static final int MOST_SHOWN = 12;

    private record Token(String text, boolean quoted) {}

    private final Fields fields;

    public ExpressionReader(Fields fields) {
        this.fields = fields;
    }

    /// Failed: with the place where the expression stops making sense.
    public Outcome<Expression> read(String expression) {
        String text = expression.strip();
        var tokens = new ArrayList<Token>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(token(matcher));
            end = matcher.end();
        }
        if (end < text.length() || tokens.isEmpty()) {
            return Outcome.failed(Problem.of("whereShape", expression, text.substring(end)));
        }
        return new Parsing(tokens, expression).parse();
    }

    private static Token token(Matcher matcher) {
        if (matcher.group(5) != null) {
            return new Token(matcher.group(5).replace("''", "'"), true);
        }
        if (matcher.group(6) != null) {
            return new Token(matcher.group(6), true);
        }
        String plain = matcher.group().strip();
        return new Token(
                switch (plain) {
                    case "（" -> "(";
                    case "）" -> ")";
                    case "，", "、" -> ",";
                    case "≠" -> "!=";
                    case "＝" -> "=";
                    case "＜" -> "<";
                    case "＞" -> ">";
                    case "≤" -> "<=";
                    case "≥" -> ">=";
                    default -> plain;
                },
                false);
    }

    private final class Parsing {

        private final List<Token> tokens;
        private final String expression;
        private boolean inMember;
        private int at;

        Parsing(List<Token> tokens, String expression) {
            this.tokens = tokens;
            this.expression = expression;
        }

        Outcome<Expression> parse() {
            try {
                Expression whole = either();
                if (at < tokens.size()) {
                    throw shape();
                }
                return Outcome.done(whole);
            } catch (Refused e) {
                return Outcome.failed(e.problem);
            }
        }

        private Expression either() throws Refused {
            var all = new ArrayList<>(List.of(both()));
            while (take("or")) {
                all.add(both());
            }
            return all.size() == 1 ? all.getFirst() : new Any(all);
        }

        private Expression both() throws Refused {
            var all = new ArrayList<>(List.of(one()));
            while (take("and")) {
                all.add(one());
            }
            return all.size() == 1 ? all.getFirst() : new All(all);
        }

        private Expression one() throws Refused {
            if (take("not")) {
                return new Not(one());
            }
            if (take("(")) {
                return closed();
            }
            if (!inMember && isNext("member", 0) && isNext("(", 1)) {
                at += 2;
                inMember = true;
                Expression inner = closed();
                inMember = false;
                return new Member(inner);
            }
            return new Is(comparison());
        }

        private Expression closed() throws Refused {
            Expression inner = either();
            if (!take(")")) {
                throw shape();
            }
            return inner;
        }

        private Condition comparison() throws Refused {
            Token written = next();
            Optional<Field> found = fields.find(written.text());
            if (written.quoted() || found.isEmpty() || inMember && !found.get().ofMember()) {
                at--;
                throw shape();
            }
            Field field = found.get();
            Operator operator = operator();
            return new Condition(field.name(), operator, values(field, operator));
        }

        private Operator operator() throws Refused {
            if (take("is")) {
                for (Operator operator :
                        List.of(Operator.ANSWERED, Operator.EMPTY, Operator.UNKNOWN)) {
                    if (take(operator.code().substring(3))) {
                        return operator;
                    }
                }
                if (take("not") && take("asked")) {
                    return Operator.NOT_ASKED;
                }
                throw shape();
            }
            if (take("not")) {
                if (!take("in")) {
                    throw shape();
                }
                return Operator.NOT_IN;
            }
            for (Operator operator : Operator.values()) {
                if (!operator.alone() && take(operator.code())) {
                    return operator;
                }
            }
            throw shape();
        }

        private List<String> values(Field field, Operator operator) throws Refused {
            if (operator.alone()) {
                return List.of();
            }
            if (!operator.takesSeveral()) {
                return List.of(value(field, operator));
            }
            if (!take("(")) {
                throw shape();
            }
            var values = new ArrayList<>(List.of(value(field, operator)));
            while (take(",")) {
                values.add(value(field, operator));
            }
            if (!take(")")) {
                throw shape();
            }
            return values;
        }

        private String value(Field field, Operator operator) throws Refused {
            Token written = next();
            boolean mark = !written.quoted() && List.of("(", ")", ",").contains(written.text());
            if (mark || !written.quoted() && OPERATORS.matcher(written.text()).matches()) {
                at--;
                throw shape();
            }
            if (field.isNumber()
                    && !written.text().isEmpty()
                    && !written.text().matches("-?[0-9]+(\\.[0-9]+)?")) {
                throw new Refused(Problem.of("whereNumber", field.label(), written.text()));
            }
            boolean part = operator == Operator.CONTAINS && !field.isMany();
            Optional<String> value =
                    part ? Optional.of(written.text()) : field.value(written.text());
            return value.orElseThrow(() -> new Refused(noChoice(field, written.text())));
        }

        private Problem noChoice(Field field, String written) {
            String choices =
                    field.property().choices().stream()
                            .limit(MOST_SHOWN)
                            .map(c -> c.name() + " " + c.label())
                            .collect(Collectors.joining("、"));
            boolean more = field.property().choices().size() > MOST_SHOWN;
            return Problem.of("whereChoice", field.label(), written, choices + (more ? "…" : ""));
        }

        private boolean isNext(String word, int ahead) {
            return at + ahead < tokens.size()
                    && !tokens.get(at + ahead).quoted()
                    && tokens.get(at + ahead).text().equalsIgnoreCase(word);
        }

        private boolean take(String word) {
            boolean there = isNext(word, 0);
            at += there ? 1 : 0;
            return there;
        }

        private Token next() throws Refused {
            if (at >= tokens.size()) {
                throw shape();
            }
            return tokens.get(at++);
        }

        private Refused shape() {
            // Reason: what breaks off is wrong at its last word; “near nothing” helps nobody.
            String rest = tokens.get(Math.min(at, tokens.size() - 1)).text();
            return new Refused(Problem.of("whereShape", expression, rest));
        }
    }

    private static final Pattern OPERATORS = Pattern.compile("!=|<=|>=|=|<|>");

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.code());
            this.problem = problem;
        }
    }
}
