package zhuhu.flow.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.AnswerSheet;
import zhuhu.form.CheckedForm;
import zhuhu.form.CompiledForm;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.store.Workspace;

/// Reads a household to add from answers: the questions of the household's register form, `members`
/// with those of the person's, `id` for the record, `others` (true) where somebody has looked at
/// the people who may be the same, `reason` and `document`.
public final class FillHousehold {

    private static final AnswerSheet.Lookup NOBODY =
            (_, _, key) -> Outcome.failed(Problem.of("keyUnknown", key));

    private static final JsonNode NONE = JsonNodeFactory.instance.arrayNode();

    private final Workspace workspace;
    private final AddHousehold add;

    public FillHousehold(Workspace workspace, AddHousehold add) {
        this.workspace = workspace;
        this.add = add;
    }

    /// Failed: the answers name what the forms do not have; nothing is written.
    public Outcome<AddHousehold.Added> of(RecordId village, JsonNode answers, Reason given) {
        Optional<CheckedForm> household = form(Kind.HOUSEHOLD);
        Optional<CheckedForm> person = form(Kind.PERSON);
        if (household.isEmpty() || person.isEmpty()) {
            return Outcome.failed(Problem.of("formUnknown", Kind.HOUSEHOLD.code()));
        }
        var said = ReasonGiven.in(answers, household.get(), given);
        ObjectNode questions = said.answers();
        Optional<String> id = Optional.ofNullable(questions.remove("id")).map(JsonNode::asText);
        boolean others =
                Optional.ofNullable(questions.remove("others"))
                        .map(JsonNode::asBoolean)
                        .orElse(false);
        JsonNode members = Optional.ofNullable(questions.remove("members")).orElse(NONE);
        return members(members, person.get())
                .then(rows ->
                        read(questions, household.get())
                                .then(values ->
                                        add.add(
                                                new AddHousehold.Entry(village, values, rows, id),
                                                others,
                                                said.reason())));
    }

    private Optional<CheckedForm> form(Kind kind) {
        return workspace.pack().form(kind.code()).map(CompiledForm::form);
    }

    private static Outcome<List<Map<String, Value>>> members(JsonNode rows, CheckedForm person) {
        var members = new ArrayList<Map<String, Value>>();
        var problems = new ArrayList<Problem>();
        for (JsonNode row : rows) {
            switch (read(row, person)) {
                case Outcome.Done<Map<String, Value>>(Map<String, Value> values) ->
                        members.add(values);
                case Outcome.Failed<Map<String, Value>>(List<Problem> why) -> problems.addAll(why);
            }
        }
        return problems.isEmpty() ? Outcome.done(members) : Outcome.failed(problems);
    }

    private static Outcome<Map<String, Value>> read(JsonNode answers, CheckedForm form) {
        return AnswerSheet.read(answers, form, NOBODY)
                .map(sheet -> {
                    var values = new HashMap<String, Value>();
                    sheet.answers().forEach(a -> values.put(a.question(), a.value()));
                    return values;
                });
    }
}
