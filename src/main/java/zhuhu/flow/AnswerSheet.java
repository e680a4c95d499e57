package zhuhu.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.CheckedForm;
import zhuhu.form.FormNode;
import zhuhu.form.FormNode.Question;
import zhuhu.form.FormNode.Repeat;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// Answers for a whole form, read from JSON and checked against the form before anything is done
/// with them. Shape: `answers` outside repeats, in form order; `rows` by repeat in the order given;
/// `repeats` those named, the ones without rows too; `reasons` as given.
public record AnswerSheet(
        List<Answer> answers, List<GivenRow> rows, Set<String> repeats, List<Values> reasons) {

    /// An answer still to be given.
    public record Answer(String question, Value value) {}

    /// A row. `record`: the member (or issue ...) it is about, if one is named; `id` fixes the id
    /// of a new one.
    public record GivenRow(
            String repeat, Optional<RecordId> record, Optional<String> id, List<Answer> answers) {

        /// Which row is meant, if the answers say so.
        public Optional<String> named() {
            return record.map(RecordId::text).or(() -> id);
        }
    }

    /// Finds the record that a row names.
    public interface Lookup {
        Outcome<RecordId> find(String repeat, Kind kind, String key);
    }

    /// Failed: everything in `json` that the form does not know.
    public static Outcome<AnswerSheet> read(JsonNode json, CheckedForm form, Lookup lookup) {
        return new Reading(form, lookup).read(json);
    }

    private static final class Reading {

        private final Lookup lookup;
        private final Map<String, Question> outside;
        private final Map<String, Repeat> repeats;
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> named = new HashSet<>();

        Reading(CheckedForm form, Lookup lookup) {
            this.lookup = lookup;
            this.repeats =
                    form.nodes().stream()
                            .flatMap(FormNode::walk)
                            .filter(Repeat.class::isInstance)
                            .map(Repeat.class::cast)
                            .collect(Collectors.toMap(Repeat::name, r -> r));
            List<Question> inside = repeats.values().stream().flatMap(Reading::questions).toList();
            this.outside = byName(form.questions().filter(q -> !inside.contains(q)));
        }

        Outcome<AnswerSheet> read(JsonNode json) {
            var given = new ArrayList<Map.Entry<String, JsonNode>>();
            var rows = new ArrayList<GivenRow>();
            var present = new HashSet<String>();
            var reasons = new ArrayList<Values>();
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                Optional<Repeat> repeat = Optional.ofNullable(repeats.get(entry.getKey()));
                if (entry.getKey().equals("reasons")) {
                    objects("reasons", entry.getValue()).forEach(r -> reasons.add(reason(r)));
                } else if (repeat.isPresent()) {
                    present.add(entry.getKey());
                    objects(entry.getKey(), entry.getValue())
                            .forEach(row -> rows.add(row(repeat.get(), row)));
                } else {
                    given.add(entry);
                }
            }
            List<Answer> answers = answers(outside, given);
            return problems.isEmpty()
                    ? Outcome.done(new AnswerSheet(answers, rows, present, reasons))
                    : Outcome.failed(problems);
        }

        private List<JsonNode> objects(String name, JsonNode json) {
            var objects = new ArrayList<JsonNode>();
            json.forEach(objects::add);
            if (!json.isArray() || !objects.stream().allMatch(JsonNode::isObject)) {
                problems.add(Problem.of("answerRows", name));
                return List.of();
            }
            return objects;
        }

        private Values reason(JsonNode json) {
            for (String part : List.of("rule", "reason")) {
                if (json.path(part).asText().isBlank()) {
                    problems.add(Problem.of("reasonShape", part));
                }
            }
            return JsonValues.values(json);
        }

        private GivenRow row(Repeat repeat, JsonNode json) {
            Map<String, Question> questions = byName(questions(repeat));
            Optional<Kind> kind = repeat.entity().flatMap(Kind::of);
            String key = kind.map(Kind::code).orElse("");
            var given = new ArrayList<Map.Entry<String, JsonNode>>();
            Optional<RecordId> record = Optional.empty();
            Optional<String> id = Optional.empty();
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                if (kind.isPresent() && entry.getKey().equals(key)) {
                    record = found(repeat, kind.get(), entry.getValue());
                } else if (kind.isPresent()
                        && entry.getKey().equals("id")
                        && !questions.containsKey("id")) {
                    id = id(entry.getValue());
                } else {
                    given.add(entry);
                }
            }
            var row = new GivenRow(repeat.name(), record, id, answers(questions, given));
            row.named()
                    .filter(name -> !named.add(repeat.name() + " " + name))
                    .ifPresent(name -> problems.add(Problem.of("memberTwice", name)));
            return row;
        }

        private Optional<String> id(JsonNode json) {
            String text = json.asText();
            if (!text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                problems.add(Problem.of("memberId", text));
                return Optional.empty();
            }
            return Optional.of(UUID.fromString(text).toString());
        }

        private Optional<RecordId> found(Repeat repeat, Kind kind, JsonNode key) {
            if (key.asText().isBlank() || !key.isValueNode() || key.isNull()) {
                problems.add(Problem.of("memberKey", repeat.name(), kind.code()));
                return Optional.empty();
            }
            return switch (lookup.find(repeat.name(), kind, key.asText())) {
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
                Optional<Question> question = Optional.ofNullable(questions.get(entry.getKey()));
                Outcome<Value> value =
                        question.isEmpty()
                                ? Outcome.failed(Problem.of("unknownQuestion", entry.getKey()))
                                : AnswerShapes.value(question.get(), entry.getValue());
                switch (value) {
                    case Outcome.Done<Value>(Value said) ->
                            answers.add(new Answer(entry.getKey(), said));
                    case Outcome.Failed<Value>(List<Problem> why) -> problems.addAll(why);
                }
            }
            answers.sort((a, b) ->
                    Integer.compare(order.indexOf(a.question()), order.indexOf(b.question())));
            return answers;
        }

        private static Stream<Question> questions(Repeat repeat) {
            return repeat.walk().filter(Question.class::isInstance).map(Question.class::cast);
        }

        private static Map<String, Question> byName(Stream<Question> questions) {
            var byName = new LinkedHashMap<String, Question>();
            questions.forEach(q -> byName.putIfAbsent(q.name(), q));
            return byName;
        }
    }
}
