package zhuhu.form.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DateTimeData;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.LongData;
import org.javarosa.core.model.data.MultipleItemsData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.TimeData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.utils.DateUtils;
import org.jspecify.annotations.Nullable;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;
import zhuhu.form.FormNode.Question;
import zhuhu.record.Value;

/// Our values to the engine's and back. Pure; under the engine's lock.
final class Answers {

    private static final long LARGEST = 1L << 53;
    private static final Pattern SCIENTIFIC =
            Pattern.compile("(?<![\\w.])-?\\d+\\.\\d+E-?\\d+(?!\\w)");

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern PICTURE = Pattern.compile("[0-9a-f]{64}\\.jpg");

    private Answers() {}

    /// Null for empty; throws IllegalArgumentException where the value is not of the question's
    /// shape.
    static @Nullable IAnswerData data(Question question, Value value) {
        return switch (value) {
            case Value.Empty() -> null;
            case Value.Number(BigDecimal number) -> number(question, number);
            case Value.Many(List<String> names) -> many(question, names);
            case Value.Text(String text) -> text(question, text);
            case Value.Rows _ -> throw wrong(question, value.plain());
        };
    }

    /// The same for a value from elsewhere, where a year may be text and a code a number.
    static @Nullable IAnswerData known(Question question, Value value) {
        String plain = value.plain();
        if (plain.isEmpty() || value instanceof Value.Rows) {
            return null;
        }
        return switch (question.kind()) {
            case TEXT, NONE -> new StringData(plain);
            case INTEGER, DECIMAL -> number(question, new BigDecimal(plain));
            case MANY, RANK -> many(question, List.of(plain.split(" ", -1)));
            case DATE, TIME, DATE_TIME, ONE, IMAGE, ACKNOWLEDGE -> text(question, plain);
        };
    }

    /// What stands in a node.
    static Value value(Question question, @Nullable IAnswerData data) {
        if (data == null) {
            return Value.EMPTY;
        }
        String text = data.uncast().getString();
        return switch (question.kind()) {
            case INTEGER, DECIMAL -> numeric(text);
            case MANY -> Value.many(inOrder(question, List.of(text.split(" ", -1))));
            case TEXT, NONE -> Value.text(question.calculated() ? figures(text) : text);
            case RANK -> Value.many(List.of(text.split(" ", -1)));
            // Reason: the engine writes seconds, thousandths and the zone after the minute.
            case TIME -> Value.text(text.length() > 5 ? text.substring(0, 5) : text);
            case DATE_TIME -> Value.text(text.length() > 16 ? text.substring(0, 16) : text);
            case DATE, ONE, IMAGE, ACKNOWLEDGE -> Value.text(text);
        };
    }

    private static IAnswerData number(Question question, BigDecimal number) {
        if (question.kind() == AnswerKind.INTEGER) {
            try {
                return new LongData(exact(number));
            } catch (ArithmeticException e) {
                throw wrong(question, number.toPlainString());
            }
        }
        double near = number.doubleValue();
        // Reason: the engine reckons in doubles; a figure that would come back changed is refused.
        if (question.kind() != AnswerKind.DECIMAL
                || !Double.isFinite(near)
                || BigDecimal.valueOf(near).compareTo(number) != 0) {
            throw wrong(question, number.toPlainString());
        }
        return new DecimalData(near);
    }

    /// Throws ArithmeticException for fractions and for what a double cannot hold to the unit.
    private static long exact(BigDecimal number) {
        long exact = number.longValueExact();
        if (Math.abs(exact) > LARGEST) {
            throw new ArithmeticException(number.toPlainString());
        }
        return exact;
    }

    /// The text with its figures written out. Reason: from ten million up, and below a thousandth,
    /// the engine writes 1.20028005E7.
    static String figures(String text) {
        return text.indexOf('E') < 0
                ? text
                : SCIENTIFIC
                        .matcher(text)
                        .replaceAll(m -> new BigDecimal(m.group()).toPlainString());
    }

    private static IAnswerData many(Question question, List<String> names) {
        boolean isRank = question.kind() == AnswerKind.RANK;
        if (question.kind() != AnswerKind.MANY && !isRank) {
            throw wrong(question, String.join(" ", names));
        }
        names.forEach(name -> checkChoice(question, name));
        List<String> ordered = isRank ? names : inOrder(question, names);
        return new MultipleItemsData(ordered.stream().map(Selection::new).toList());
    }

    private static IAnswerData text(Question question, String text) {
        return switch (question.kind()) {
            case TEXT -> new StringData(text);
            case DATE -> date(question, text);
            case TIME -> time(question, text);
            case DATE_TIME -> dateTime(question, text);
            case IMAGE -> {
                if (!PICTURE.matcher(text).matches()) {
                    throw wrong(question, text);
                }
                yield new StringData(text);
            }
            case ONE -> {
                checkChoice(question, text);
                yield new SelectOneData(new Selection(text));
            }
            case ACKNOWLEDGE -> {
                if (!text.equals("OK")) {
                    throw wrong(question, text);
                }
                yield new StringData(text);
            }
            case INTEGER, DECIMAL, MANY, RANK, NONE -> throw wrong(question, text);
        };
    }

    private static IAnswerData date(Question question, String text) {
        try {
            return new DateData(DateUtils.parseDate(LocalDate.parse(text).toString()));
        } catch (DateTimeParseException e) {
            throw wrong(question, text);
        }
    }

    private static IAnswerData time(Question question, String text) {
        if (!TIME.matcher(text).matches()) {
            throw wrong(question, text);
        }
        return new TimeData(DateUtils.parseTime(text));
    }

    private static IAnswerData dateTime(Question question, String text) {
        try {
            return new DateTimeData(DateUtils.parseDateTime(LocalDateTime.parse(text).toString()));
        } catch (DateTimeParseException e) {
            throw wrong(question, text);
        }
    }

    private static void checkChoice(Question question, String name) {
        List<Choice> choices = question.choices();
        if (!choices.isEmpty() && choices.stream().noneMatch(c -> c.name().equals(name))) {
            throw wrong(question, name);
        }
    }

    private static List<String> inOrder(Question question, List<String> names) {
        var ordered = new ArrayList<String>();
        question.choices().stream().map(Choice::name).filter(names::contains).forEach(ordered::add);
        names.stream()
                .filter(name -> !name.isEmpty() && !ordered.contains(name))
                .forEach(ordered::add);
        return ordered;
    }

    private static Value numeric(String text) {
        try {
            return Value.number(new BigDecimal(text));
        } catch (NumberFormatException e) {
            // Reason: a calculation may give NaN or words; words are kept rather than lost.
            return text.equals("NaN") ? Value.EMPTY : Value.text(text);
        }
    }

    private static IllegalArgumentException wrong(Question question, String value) {
        return new IllegalArgumentException(
                question.name() + " (" + question.kind() + ") cannot hold “" + value + "”");
    }
}
