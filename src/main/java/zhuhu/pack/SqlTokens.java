package zhuhu.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of a query, in so plain a spelling that no two parsers can read it differently: no
/// quoted names, no comments, no parameters, no escapes.
final class SqlTokens {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<text>'(?:[^'\\\\]++|'')*+')|(?<word>[A-Za-z_][A-Za-z0-9_]*)"
                            + "|(?<number>[0-9]+(?:\\.[0-9]+)?)(?![A-Za-z_])"
                            + "|(?<sign>\\|\\||<=|>=|<>|!=|==|[-+*/%=<>(),.]))");

    /// Shape: words in lower case; texts with their quotes.
    private final List<String> tokens = new ArrayList<>();

    private SqlTokens() {}

    /// Empty where something stands in `sql` that is not allowed; one `;` may end it.
    static Optional<SqlTokens> of(String sql) {
        String text = sql.strip();
        text = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        var found = new SqlTokens();
        Matcher next = TOKEN.matcher(text);
        int at = 0;
        while (at < text.stripTrailing().length()) {
            next.region(at, text.length());
            if (!next.lookingAt()
                    || text.startsWith("--", next.end() - 1)
                    || text.startsWith("/*", next.end() - 1)) {
                return Optional.empty();
            }
            String token = next.group().strip();
            found.tokens.add(next.group("word") == null ? token : token.toLowerCase(Locale.ROOT));
            at = next.end();
        }
        return Optional.of(found);
    }

    int size() {
        return tokens.size();
    }

    String at(int index) {
        return index < tokens.size() ? tokens.get(index) : "";
    }

    boolean isWord(int index) {
        return at(index).matches("[a-z_][a-z0-9_]*");
    }

    /// The query again, one word put in the place of another.
    String text(String word, String other) {
        return tokens.stream()
                .map(token -> token.equals(word) ? other : token)
                .collect(Collectors.joining(" "));
    }
}
