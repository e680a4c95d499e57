package zhuhu.form.xpath;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// XPath 1.0 as the form engine reads it, with `${name}` standing where a path may stand. Walks the
/// pieces once, by descent; one use, one thread.
final class Grammar {

    // Reason: these arguments of indexed-repeat name the question and the repeats it counts in.
    private static final Set<Integer> COUNTED = Set.of(0, 1, 3, 5);
    private static final List<List<String>> LEVELS =
            List.of(
                    List.of("or"),
                    List.of("and"),
                    List.of("=", "!="),
                    List.of("<", "<=", ">", ">="),
                    List.of("+", "-"),
                    List.of("*", "div", "mod"));

    private final List<Token> tokens;
    private final List<Expression.Reference> references = new ArrayList<>();
    private final Deque<Call> calls = new ArrayDeque<>();
    private final Deque<String> filtered = new ArrayDeque<>();
    private int next;

    private record Call(String function, int argument) {}

    Grammar(List<Token> tokens) {
        this.tokens = tokens;
    }

    List<Expression.Reference> references() {
        return references;
    }

    void whole() {
        level(0);
        if (now().kind() != Token.Kind.END) {
            throw unexpected();
        }
    }

    private void level(int number) {
        if (number == LEVELS.size()) {
            unary();
            return;
        }
        level(number + 1);
        while (LEVELS.get(number).stream().anyMatch(now()::is)) {
            next++;
            level(number + 1);
        }
    }

    private void unary() {
        while (took("-")) {
            // Any number of signs.
        }
        path();
        while (took("|")) {
            path();
        }
    }

    private void path() {
        switch (now().kind()) {
            case NUMBER, LITERAL -> next++;
            case REFERENCE -> {
                String name = now().text();
                reference();
                tail(name);
            }
            case NAME -> {
                if (isCall()) {
                    call();
                    tail("");
                } else {
                    steps();
                }
            }
            case SYMBOL -> symbolPath();
            case END -> throw unexpected();
        }
    }

    private void symbolPath() {
        if (took("(")) {
            level(0);
            need(")");
            tail("");
        } else if (took("/") || took("//")) {
            steps();
        } else {
            steps();
        }
    }

    /// What may follow a value that is a set of nodes: predicates, and a path on from there.
    private void tail(String head) {
        predicates(head);
        if (took("/") || took("//")) {
            steps();
        }
    }

    private void steps() {
        do {
            step();
        } while (took("/") || took("//"));
    }

    private void step() {
        if (took(".") || took("..")) {
            predicates("");
            return;
        }
        boolean attribute = took("@");
        if (!attribute && now().kind() == Token.Kind.NAME && peek().is("::")) {
            next += 2;
        }
        if (now().kind() != Token.Kind.NAME && !now().is("*")) {
            throw unexpected();
        }
        next++;
        if (tokens.get(next - 1).text().equals("node") && took("(")) {
            need(")");
        }
        predicates("");
    }

    /// `head` is the reference whose nodes are sifted, "" where it is none.
    private void predicates(String head) {
        while (took("[")) {
            filtered.push(head);
            level(0);
            filtered.pop();
            need("]");
        }
    }

    private boolean isCall() {
        return peek().is("(") && !now().text().equals("node");
    }

    private void call() {
        Token name = now();
        if (!Functions.knows(name.text())) {
            throw new FaultException(new Fault("formFunction", name.text(), name.at() + 1));
        }
        next += 2;
        if (took(")")) {
            return;
        }
        int argument = 0;
        do {
            calls.push(new Call(name.text(), argument++));
            level(0);
            calls.pop();
        } while (took(","));
        need(")");
    }

    private void reference() {
        Token token = now();
        next++;
        boolean lastSaved = token.text().startsWith("last-saved#");
        String name = token.text().substring(token.text().indexOf('#') + 1);
        boolean fixed =
                calls.stream()
                        .findFirst()
                        .filter(c -> c.function().equals("indexed-repeat"))
                        .filter(c -> COUNTED.contains(c.argument()))
                        .isPresent();
        references.add(
                new Expression.Reference(
                        name,
                        lastSaved,
                        token.at(),
                        token.end(),
                        !filtered.isEmpty(),
                        filtered.isEmpty() ? "" : filtered.getFirst(),
                        fixed));
    }

    private Token now() {
        return tokens.get(next);
    }

    private Token peek() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    private boolean took(String symbol) {
        if (now().kind() == Token.Kind.SYMBOL && now().is(symbol)) {
            next++;
            return true;
        }
        return false;
    }

    private void need(String symbol) {
        if (!took(symbol)) {
            throw now().kind() == Token.Kind.END
                    ? new FaultException(new Fault("formExpressionOpen", symbol, now().at() + 1))
                    : unexpected();
        }
    }

    private FaultException unexpected() {
        Token token = now();
        String code = token.kind() == Token.Kind.END ? "formExpressionEnds" : "formExpression";
        return new FaultException(new Fault(code, token.text(), token.at() + 1));
    }
}
