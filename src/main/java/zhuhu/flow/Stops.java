package zhuhu.flow;

import java.util.List;
import zhuhu.base.Problem;
import zhuhu.form.CheckedForm;
import zhuhu.form.Failure;
import zhuhu.form.FormNode;

/// Puts what stops a form into problems that say what, where and what to do next.
public final class Stops {

    private Stops() {}

    public static Problem problem(CheckedForm form, Failure failure) {
        String label = label(form, failure.ref().name());
        String key = failure.code().equals("required") ? "answerRequired" : "answerConstraint";
        return new Problem(failure.code(), key, List.of(label, failure.message()), null);
    }

    /// A finding of a check, in the check's own words.
    static Problem problem(Weighed weighed) {
        var finding = weighed.finding();
        return Problem.said(finding.rule(), finding.message(), finding.next());
    }

    public static String label(CheckedForm form, String question) {
        return form.questions()
                .filter(q -> q.name().equals(question))
                .map(FormNode.Question::label)
                .filter(label -> !label.isEmpty())
                .findFirst()
                .orElse(question);
    }
}
