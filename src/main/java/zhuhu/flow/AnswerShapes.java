package zhuhu.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.Choice;
import zhuhu.form.FormNode.Question;
import zhuhu.record.Value;

/// Turns JSON answers into values of the shape that a question takes. Pure; any thread.
final class AnswerShapes {

    private static final double LARGEST = 0x1p53;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern PICTURE = Pattern.compile("[0-9a-f]{64}\\.jpg");

    private AnswerShapes() {}

    /// Failed: the JSON is of another shape, or names a choice that the question does not have.
    static Outcome<Value> value(Question question, JsonNode json) {
        if (question.calculated()) {
            return Outcome.failed(Problem.of("answerCalculated", question.name()));
        }
        if (json.isNull()) {
            return Outcome.done(Value.EMPTY);
        }
        return switch (question.kind()) {
            case TEXT ->
                    json.isValueNode() && !UNPRINTABLE.matcher(json.asText()).find()
                            ? Outcome.done(Value.text(json.asText()))
                            : wrong(question, json);
            case INTEGER -> number(question, json, true);
            case DECIMAL -> number(question, json, false);
            case DATE -> date(question, json);
            case ONE -> choice(question, json);
            case TIME -> time(question, json);
            case DATE_TIME -> dateTime(question, json);
            case RANK -> rank(question, json);
            case IMAGE -> picture(question, json);
            case MANY -> choices(question, json);
            case ACKNOWLEDGE ->
                    json.asText().equals("OK")
                            ? Outcome.done(Value.text("OK"))
                            : wrong(question, json);
            case NONE -> wrong(question, json);
        };
    }

    private static Outcome<Value> number(Question question, JsonNode json, boolean whole) {
        boolean fits = json.isNumber() && fits(json.decimalValue(), whole);
        return fits ? Outcome.done(Value.number(json.decimalValue())) : wrong(question, json);
    }

    private static boolean fits(BigDecimal number, boolean whole) {
        // Reason: the engine reckons in doubles; what they cannot hold would come back changed.
        double near = number.doubleValue();
        return Double.isFinite(near)
                && Math.abs(near) <= LARGEST
                && BigDecimal.valueOf(near).compareTo(number) == 0
                && (!whole || number.stripTrailingZeros().scale() <= 0);
    }

    private static Outcome<Value> date(Question question, JsonNode json) {
        try {
            return Outcome.done(Value.text(LocalDate.parse(json.asText()).toString()));
        } catch (DateTimeException e) {
            return wrong(question, json);
        }
    }

    private static Outcome<Value> time(Question question, JsonNode json) {
        return TIME.matcher(json.asText()).matches()
                ? Outcome.done(Value.text(json.asText()))
                : wrong(question, json);
    }

    private static Outcome<Value> dateTime(Question question, JsonNode json) {
        try {
            LocalDateTime at = LocalDateTime.parse(json.asText()).truncatedTo(ChronoUnit.MINUTES);
            return Outcome.done(Value.text(at.toString()));
        } catch (DateTimeException e) {
            return wrong(question, json);
        }
    }

    /// Every choice once, in the order given.
    private static Outcome<Value> rank(Question question, JsonNode json) {
        if (!json.isArray()) {
            return wrong(question, json);
        }
        var given = new ArrayList<String>();
        for (JsonNode each : json) {
            Optional<Problem> unknown = unknown(question, each.asText());
            if (unknown.isPresent()) {
                return Outcome.failed(unknown.get());
            }
            given.add(each.asText());
        }
        return given.stream().distinct().count() == given.size()
                ? Outcome.done(Value.many(given))
                : wrong(question, json);
    }

    /// The name of a picture that the workspace keeps.
    private static Outcome<Value> picture(Question question, JsonNode json) {
        return PICTURE.matcher(json.asText()).matches()
                ? Outcome.done(Value.text(json.asText()))
                : wrong(question, json);
    }

    private static Outcome<Value> choice(Question question, JsonNode json) {
        Optional<Problem> unknown = unknown(question, json.asText());
        if (!json.isValueNode()) {
            return wrong(question, json);
        }
        return unknown.<Outcome<Value>>map(Outcome::failed)
                .orElseGet(() -> Outcome.done(Value.text(json.asText())));
    }

    private static Outcome<Value> choices(Question question, JsonNode json) {
        if (!json.isArray()) {
            return wrong(question, json);
        }
        var given = new ArrayList<String>();
        for (JsonNode each : json) {
            Optional<Problem> unknown = unknown(question, each.asText());
            if (unknown.isPresent()) {
                return Outcome.failed(unknown.get());
            }
            given.add(each.asText());
        }
        List<String> inListOrder =
                question.choices().stream().map(Choice::name).filter(given::contains).toList();
        return Outcome.done(Value.many(inListOrder));
    }

    private static Optional<Problem> unknown(Question question, String name) {
        List<String> names = question.choices().stream().map(Choice::name).toList();
        return names.contains(name)
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                "unknownChoice", question.name(), name, String.join(" ", names)));
    }

    private static Outcome<Value> wrong(Question question, JsonNode json) {
        return Outcome.failed(
                Problem.of("answerShape", question.name(), json.toString(), question.type()));
    }
}
