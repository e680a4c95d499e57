package zhuhu.flow;

import java.util.List;
import zhuhu.form.FormNode;
import zhuhu.form.FormSession;

/// Reads the live judgement off an open form: its calculations `holds_X`, and `why_X` beside them.
final class Judging {

    private Judging() {}

    static Judgement of(FormSession session) {
        List<Judgement.Standard> standards =
                session.form()
                        .form()
                        .questions()
                        .filter(q -> q.name().startsWith("holds_"))
                        .map(q -> standard(session, q))
                        .toList();
        return new Judgement(plain(session, "poverty_line_note"), standards);
    }

    private static Judgement.Standard standard(FormSession session, FormNode.Question question) {
        String subject = question.name().substring("holds_".length());
        // Reason: where the screen is not asked (nobody at home), a calculation still has a value.
        boolean asked = session.find(question.name(), "").stream().anyMatch(session::isRelevant);
        if (!asked) {
            return new Judgement.Standard(
                    question.name(), question.label(), Judgement.State.UNKNOWN, "");
        }
        Judgement.State state =
                switch (plain(session, question.name())) {
                    case "1" -> Judgement.State.HOLDS;
                    case "0" -> Judgement.State.FAILS;
                    default -> Judgement.State.UNKNOWN;
                };
        return new Judgement.Standard(
                question.name(), question.label(), state, plain(session, "why_" + subject));
    }

    private static String plain(FormSession session, String question) {
        return session.find(question, "").stream()
                .map(ref -> session.value(ref).plain())
                .findFirst()
                .orElse("");
    }
}
