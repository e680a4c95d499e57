package zhuhu.pack;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.Statements;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.util.TablesNamesFinder;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.record.Kind;

/// What a query of a pack may be: one SELECT (or WITH) over derived tables, with listed functions
/// only, in plain spelling. Packs come from outside and are not trusted; decision 0010 tells the
/// ways round that this closes. Immutable; any thread.
final class Fence {

    /// Tables that the program gives beside the derived ones.
    static final Set<String> GIVEN = Set.of("context", "poverty_line");

    private static final int LONGEST = 20_000;
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "abs",
                    "avg",
                    "cast",
                    "coalesce",
                    "count",
                    "date",
                    "group_concat",
                    "ifnull",
                    "iif",
                    "instr",
                    "julianday",
                    "length",
                    "lower",
                    "ltrim",
                    "max",
                    "min",
                    "nullif",
                    "replace",
                    "round",
                    "rtrim",
                    "strftime",
                    "substr",
                    "sum",
                    "total",
                    "trim",
                    "upper");

    /// Words that a bracket may follow and that call nothing.
    private static final Set<String> BEFORE_BRACKET =
            Set.of(
                    "and",
                    "as",
                    "between",
                    "by",
                    "case",
                    "distinct",
                    "else",
                    "exists",
                    "from",
                    "having",
                    "in",
                    "join",
                    "like",
                    "not",
                    "on",
                    "or",
                    "over",
                    "partition",
                    "select",
                    "then",
                    "union",
                    "all",
                    "except",
                    "intersect",
                    "using",
                    "values",
                    "when",
                    "where",
                    "glob",
                    "is",
                    "limit",
                    "offset");

    private static final Set<String> FORBIDDEN =
            Set.of(
                    "attach",
                    "detach",
                    "pragma",
                    "vacuum",
                    "insert",
                    "update",
                    "delete",
                    "create",
                    "drop",
                    "alter",
                    "replace_into",
                    "into",
                    "begin",
                    "commit",
                    "reindex",
                    "analyze",
                    "explain",
                    "match",
                    "regexp",
                    "collate",
                    "recursive");

    private final Set<String> tables;

    Fence(Schema schema, Collection<String> views) {
        var names = new HashSet<String>(GIVEN);
        for (Kind kind : Kind.values()) {
            names.add(kind.code());
        }
        schema.sections().stream()
                .filter(Schema.Section::yearly)
                .forEach(s -> names.add(s.kind().code() + "_" + s.name()));
        views.forEach(view -> names.add(view.toLowerCase(Locale.ROOT)));
        tables = Set.copyOf(names);
    }

    /// Failed: in words, with file, name and line. `known`: the text is the program's own, whose
    /// structure its tests have looked at.
    Outcome<Query> pass(NamedQuery named, boolean known) {
        Optional<Problem> fault = spelling(named);
        if (fault.isEmpty() && !known) {
            fault = structure(named);
        }
        return fault.<Outcome<Query>>map(Outcome::failed)
                .orElseGet(() -> Outcome.done(new Query(bare(named.sql()))));
    }

    private Optional<Problem> spelling(NamedQuery named) {
        Optional<SqlTokens> tokens =
                named.sql().length() > LONGEST ? Optional.empty() : SqlTokens.of(named.sql());
        if (tokens.isEmpty()) {
            return Optional.of(named.because("checkSpelling", ""));
        }
        return words(named, tokens.get()).or(() -> tables(named, tokens.get()));
    }

    private static Optional<Problem> words(NamedQuery named, SqlTokens tokens) {
        if (!Set.of("select", "with").contains(tokens.at(0))) {
            return Optional.of(named.because("checkNotSelect", ""));
        }
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.at(i);
            boolean called = tokens.isWord(i) && tokens.at(i + 1).equals("(");
            boolean stranger =
                    called && !FUNCTIONS.contains(word) && !BEFORE_BRACKET.contains(word);
            // Reason: a table's name may stand bare after IN, and a WITH further in could hide a
            // table's name from the list of tables.
            boolean bareIn = word.equals("in") && !tokens.at(i + 1).equals("(");
            boolean inner = i > 0 && word.equals("with");
            if (FORBIDDEN.contains(word) || stranger || bareIn || inner) {
                return Optional.of(named.because("checkWord", word));
            }
        }
        return Optional.empty();
    }

    /// A table's name stands after FROM or JOIN, after a comma in FROM, or bare after IN. The last
    /// two are refused; the first are looked at, wherever they stand.
    private Optional<Problem> tables(NamedQuery named, SqlTokens tokens) {
        Set<String> allowed = new HashSet<>(tables);
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.at(i).equals("as") && tokens.at(i + 1).equals("(")) {
                allowed.add(tokens.at(i - 1));
            }
        }
        var inFrom = new ArrayDeque<Boolean>(List.of(Boolean.FALSE));
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.at(i);
            boolean source = word.equals("from") || word.equals("join");
            boolean nested = tokens.at(i + 1).equals("(") && tokens.at(i + 2).equals("select");
            boolean known = allowed.contains(tokens.at(i + 1)) && !tokens.at(i + 2).equals(".");
            if (source && !nested && !known) {
                return Optional.of(named.because("checkTable", tokens.at(i + 1)));
            }
            switch (word) {
                case "(" -> inFrom.push(false);
                case ")" -> inFrom.poll();
                case "from" -> set(inFrom, true);
                case "where", "group", "having", "order", "limit", "select", "union" ->
                        set(inFrom, false);
                case "," -> {
                    if (Boolean.TRUE.equals(inFrom.peek())) {
                        return Optional.of(named.because("checkWord", "FROM a, b"));
                    }
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static void set(ArrayDeque<Boolean> stack, boolean value) {
        stack.poll();
        stack.push(value);
    }

    private Optional<Problem> structure(NamedQuery named) {
        try {
            // Reason: the parser does not know SQLite's GLOB, which has LIKE's place in a query.
            String sql = SqlTokens.of(named.sql()).map(t -> t.text("glob", "like")).orElse("");
            Statements statements = CCJSqlParserUtil.parseStatements(sql);
            if (statements.size() != 1 || !(statements.getFirst() instanceof Select select)) {
                return Optional.of(named.because("checkNotSelect", ""));
            }
            return strangers(named, select);
        } catch (JSQLParserException | RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            return Optional.of(named.because("checkFailed", why.lines().findFirst().orElse(why)));
        }
    }

    private Optional<Problem> strangers(NamedQuery named, Select select) {
        Set<String> asked = new TreeSet<>();
        for (String table : new TablesNamesFinder<Void>().getTables((Statement) select)) {
            asked.add(table.toLowerCase(Locale.ROOT));
        }
        asked.removeAll(tables);
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(named.because("checkTable", String.join("、", asked)));
    }

    private static String bare(String sql) {
        String text = sql.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }
}
