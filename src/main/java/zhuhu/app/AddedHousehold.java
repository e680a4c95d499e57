package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.edit.AddHousehold;
import zhuhu.flow.edit.Twins;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// Tells what came of adding a household that no roster lists.
record AddedHousehold(Console console, Workspace workspace) {

    int print(Outcome<AddHousehold.Added> outcome) {
        return switch (outcome) {
            case Outcome.Done<AddHousehold.Added>(AddHousehold.Added added) -> print(added);
            case Outcome.Failed<AddHousehold.Added>(List<Problem> problems) ->
                    console.refused(problems);
        };
    }

    private int print(AddHousehold.Added added) {
        boolean written = added.act().isPresent();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("visit", added.act().map(RecordId::text).orElse(null));
        json.put("record", written ? added.household().text() : null);
        json.put("key", written ? added.household().shortKey() : null);
        String state = HouseholdStates.of(workspace).of(added.household().text());
        json.put("state", state.isEmpty() ? null : state);
        ArrayNode members = json.putArray("members");
        if (written) {
            added.members().forEach(m -> members.add(m.text()));
        }
        ArrayNode problems = json.putArray("problems");
        var lines = new ArrayList<String>();
        for (AddHousehold.Stop stop : added.stops()) {
            tell(problems, lines, stop.member(), stop.question(), stop.problem());
        }
        for (Twins.Twin twin : added.twins()) {
            String question = twin.why() == Twins.Why.NUMBER ? "id_no" : "person_name";
            tell(problems, lines, twin.member(), question, problem(twin));
        }
        lines.add(
                written
                        ? console.texts().of("app.householdAdded", added.household().shortKey())
                        : console.texts().of("app.stopped"));
        int status =
                !written
                        ? Console.REFUSED
                        : added.twins().isEmpty() ? Console.DONE : Console.DONE_WITH_PROBLEMS;
        return console.print(status, json, lines);
    }

    private void tell(
            ArrayNode problems, List<String> lines, int member, String question, Problem problem) {
        ObjectNode node = problems.addObject().put("question", question);
        node.put("member", member < 0 ? null : member + 1);
        node.put("code", problem.code())
                .put("message", console.texts().message(problem))
                .put("next", console.texts().next(problem));
        lines.add(question + "\t" + console.words(problem));
    }

    private Problem problem(Twins.Twin twin) {
        String code =
                twin.why() == Twins.Why.NUMBER ? "addHouseholdNumber" : "addHouseholdNamesake";
        return Problem.of(
                code,
                twin.member() + 1,
                twin.name(),
                twin.village(),
                twin.head(),
                twin.household().map(RecordId::shortKey).orElse(twin.record().shortKey()));
    }
}
