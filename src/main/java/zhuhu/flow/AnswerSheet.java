package zhuhu.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.CheckedForm;
import zhuhu.form.FormNode;
import zhuhu.form.FormNode.Question;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// Answers for a whole form, read from JSON and checked against the form before anything is done
/// with them. Shape: `answers` outside repeats, in form order; `rows` by repeat in the order given;
/// `reasons` as given.
record AnswerSheet(List<Answer> answers, List<GivenRow> rows, List<Values> reasons) {

    /// An answer still to be given.
    record Answer(String question, Value value) {}

    /// A row. `record`: the member it is about, if one is named; `id` fixes the id of a new one.
    record GivenRow(
            String repeat, Optional<RecordId> record, Optional<String> id, List<Answer> answers) {}

    /// Failed: everything in `json` that the form does not know.
    static Outcome<AnswerSheet> read(
            JsonNode json, CheckedForm form, Function<String, Outcome<RecordId>> person) {
        return new Reading(form, person).read(json);
    }

    private static final class Reading {

        private final Function<String, Outcome<RecordId>> person;
        private final Map<String, Question> outside;
        private final Map<String, FormNode.Repeat> repeats;
        private final List<Problem> problems = new ArrayList<>();

        Reading(CheckedForm form, Function<String, Outcome<RecordId>> person) {
            this.person = person;
            this.repeats =
                    form.nodes().stream()
                            .flatMap(FormNode::walk)
                            .filter(FormNode.Repeat.class::isInstance)
                            .map(FormNode.Repeat.class::cast)
                            .collect(Collectors.toMap(FormNode.Repeat::name, r -> r));
            List<Question> inside =
                    repeats.values().stream()
                            .flatMap(FormNode::walk)
                            .flatMap(Reading::question)
                            .toList();
            this.outside = byName(form.questions().filter(q -> !inside.contains(q)).toList());
        }

        Outcome<AnswerSheet> read(JsonNode json) {
            var given = new ArrayList<Map.Entry<String, JsonNode>>();
            var rows = new ArrayList<GivenRow>();
            var reasons = new ArrayList<Values>();
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                if (entry.getKey().equals("reasons")) {
                    entry.getValue().forEach(reason -> reasons.add(JsonValues.values(reason)));
                } else if (repeats.containsKey(entry.getKey())) {
                    entry.getValue().forEach(row -> rows.add(row(entry.getKey(), row)));
                } else {
                    given.add(entry);
                }
            }
            List<Answer> answers = answers(outside, given);
            return problems.isEmpty()
                    ? Outcome.done(new AnswerSheet(answers, rows, reasons))
                    : Outcome.failed(problems);
        }

        private GivenRow row(String repeat, JsonNode json) {
            Map<String, Question> questions =
                    byName(
                            Optional.ofNullable(repeats.get(repeat)).stream()
                                    .flatMap(FormNode::walk)
                                    .flatMap(Reading::question)
                                    .toList());
            var given = new ArrayList<Map.Entry<String, JsonNode>>();
            Optional<RecordId> record = Optional.empty();
            Optional<String> id = Optional.empty();
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                if (entry.getKey().equals("person")) {
                    record = found(entry.getValue().asText());
                } else if (entry.getKey().equals("id") && !questions.containsKey("id")) {
                    id = Optional.of(entry.getValue().asText());
                } else {
                    given.add(entry);
                }
            }
            return new GivenRow(repeat, record, id, answers(questions, given));
        }

        private Optional<RecordId> found(String key) {
            return switch (person.apply(key)) {
                case Outcome.Done<RecordId>(RecordId record) -> Optional.of(record);
                case Outcome.Failed<RecordId>(List<Problem> why) -> {
                    problems.addAll(why);
                    yield Optional.empty();
                }
            };
        }

        /// Known answers in form order; unknown ones become problems.
        private List<Answer> answers(
                Map<String, Question> questions, List<Map.Entry<String, JsonNode>> given) {
            var order = new ArrayList<>(questions.keySet());
            var answers = new ArrayList<Answer>();
            for (Map.Entry<String, JsonNode> entry : given) {
                Question question = questions.get(entry.getKey());
                if (question == null) {
                    problems.add(Problem.of("unknownQuestion", entry.getKey()));
                    continue;
                }
                switch (AnswerShapes.value(question, entry.getValue())) {
                    case Outcome.Done<Value>(Value value) ->
                            answers.add(new Answer(question.name(), value));
                    case Outcome.Failed<Value>(List<Problem> why) -> problems.addAll(why);
                }
            }
            answers.sort((a, b) ->
                    Integer.compare(order.indexOf(a.question()), order.indexOf(b.question())));
            return answers;
        }

        private static Stream<Question> question(FormNode node) {
            return node instanceof Question question ? Stream.of(question) : Stream.empty();
        }

        private static Map<String, Question> byName(List<Question> questions) {
            var byName = new LinkedHashMap<String, Question>();
            questions.forEach(q -> byName.putIfAbsent(q.name(), q));
            return byName;
        }
    }
}
