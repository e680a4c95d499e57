package zhuhu.flow;

import java.util.Optional;

/// Where in a visit a person is. Shape: `question` the path of a question of that screen; empty
/// where none was reached yet.
record VisitPlace(String screen, Optional<String> question) {

    private static final char BETWEEN = '#';

    /// From what a draft keeps: the screen's name, and after a # the path of the question.
    static VisitPlace of(String text) {
        int at = text.indexOf(BETWEEN);
        return at < 0
                ? new VisitPlace(text, Optional.empty())
                : new VisitPlace(text.substring(0, at), Optional.of(text.substring(at + 1)));
    }

    /// For the draft.
    String text() {
        return screen + question.map(q -> BETWEEN + q).orElse("");
    }
}
