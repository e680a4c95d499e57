package zhuhu.flow.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import zhuhu.form.CheckedForm;

/// Answers from a file, with the reason that stood among them taken out.
public record ReasonGiven(ObjectNode answers, Reason reason) {

    /// Takes the texts `reason` and `document`, where the form has no questions of these names;
    /// `given` counts for what is not there.
    public static ReasonGiven in(JsonNode answers, CheckedForm form, Reason given) {
        ObjectNode rest = answers.deepCopy();
        String words = taken(rest, form, "reason").orElse(given.words());
        String document = taken(rest, form, "document").orElse(given.document());
        return new ReasonGiven(rest, new Reason(words, document));
    }

    private static Optional<String> taken(ObjectNode answers, CheckedForm form, String name) {
        boolean asked = form.questions().anyMatch(q -> q.name().equals(name));
        if (asked || !answers.path(name).isTextual()) {
            return Optional.empty();
        }
        return Optional.of(answers.remove(name).asText());
    }
}
