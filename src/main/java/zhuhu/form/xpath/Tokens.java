package zhuhu.form.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts an expression into pieces. One use; one thread.
final class Tokens {

    private static final Set<String> DOUBLE = Set.of("!=", "<=", ">=", "//", "::", "..");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /// Every piece, an END last. Throws [FaultException] at the first character that begins none.
    static List<Token> of(String text) {
        var tokens = new Tokens(text);
        tokens.read();
        return List.copyOf(tokens.tokens);
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '\'' || c == '"') {
                literal(c);
            } else if (c == '$') {
                reference();
            } else if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(next())) {
                number();
            } else if (isNameStart(c)) {
                name();
            } else {
                symbol();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length(), text.length()));
    }

    private void literal(char quote) {
        int close = text.indexOf(quote, at + 1);
        if (close < 0) {
            throw new FaultException(
                    new Fault("formExpressionQuote", String.valueOf(quote), at + 1));
        }
        add(Token.Kind.LITERAL, text.substring(at + 1, close), close + 1);
    }

    private void reference() {
        int close = text.indexOf('}', at);
        String inside = close < 0 || next() != '{' ? "" : text.substring(at + 2, close);
        boolean lastSaved = inside.startsWith("last-saved#");
        if (!lastSaved && !References.isName(inside)) {
            String shown = close < 0 ? text.substring(at) : text.substring(at, close + 1);
            throw new FaultException(new Fault("formReferenceShape", shown, at + 1));
        }
        add(Token.Kind.REFERENCE, inside, close + 1);
    }

    private void number() {
        int end = at;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        String number = text.substring(at, end);
        if (number.indexOf('.') != number.lastIndexOf('.')) {
            throw new FaultException(new Fault("formExpression", number, at + 1));
        }
        add(Token.Kind.NUMBER, number, end);
    }

    private void name() {
        int end = nameEnd(at);
        boolean prefixed =
                end + 1 < text.length()
                        && text.charAt(end) == ':'
                        && isNameStart(text.charAt(end + 1));
        if (prefixed) {
            end = nameEnd(end + 1);
        }
        add(Token.Kind.NAME, text.substring(at, end), end);
    }

    private void symbol() {
        if (at + 1 < text.length() && DOUBLE.contains(text.substring(at, at + 2))) {
            add(Token.Kind.SYMBOL, text.substring(at, at + 2), at + 2);
        } else if ("()[],/@.*|+-=<>".indexOf(text.charAt(at)) >= 0) {
            add(Token.Kind.SYMBOL, text.substring(at, at + 1), at + 1);
        } else {
            int end = text.offsetByCodePoints(at, 1);
            throw new FaultException(
                    new Fault("formExpressionSign", text.substring(at, end), at + 1));
        }
    }

    private void add(Token.Kind kind, String piece, int end) {
        tokens.add(new Token(kind, piece, at, end));
        at = end;
    }

    private char next() {
        return at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < text.length()
                && (isNameStart(text.charAt(end))
                        || isDigit(text.charAt(end))
                        || text.charAt(end) == '-'
                        || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
