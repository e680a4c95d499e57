package zhuhu.flow.settle;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.form.Choice;
import zhuhu.pack.Schema;
import zhuhu.record.Value;

/// Turns what somebody typed for a property into its value: choices by label or name, several by 、;
/// numbers and days as they are written. Pure; any thread.
public final class Entered {

    private Entered() {}

    /// Blank is empty. Failed: it has not the shape of the property.
    public static Outcome<Value> of(Schema.Property property, String typed) {
        String text = Plain.text(typed);
        if (text.isEmpty()) {
            return Outcome.done(Value.EMPTY);
        }
        Optional<Value> value =
                switch (property.type()) {
                    case INTEGER -> number(text, true);
                    case DECIMAL -> number(text, false);
                    case DATE -> day(text);
                    case ONE -> choice(property, text).map(Value::text);
                    case MANY, RANK -> choices(property, text);
                    case NONE -> Optional.empty();
                    case TEXT, TIME, DATE_TIME, IMAGE, ACKNOWLEDGE -> Optional.of(Value.text(text));
                };
        return value.map(Outcome::done)
                .orElseGet(() -> Outcome.failed(Problem.of("thirdShape", property.label(), typed)));
    }

    private static Optional<Value> number(String text, boolean whole) {
        try {
            var number = new BigDecimal(text);
            return whole && number.stripTrailingZeros().scale() > 0
                    ? Optional.empty()
                    : Optional.of(Value.number(number));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Value> day(String text) {
        try {
            return Optional.of(Value.text(LocalDate.parse(text).toString()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> choice(Schema.Property property, String text) {
        return property.choices().stream()
                .filter(c -> c.label().equals(text) || c.name().equals(text))
                .map(Choice::name)
                .findFirst();
    }

    private static Optional<Value> choices(Schema.Property property, String text) {
        List<Optional<String>> named =
                Stream.of(text.split("[、，, ]+", -1)).map(t -> choice(property, t)).toList();
        if (named.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<String> given = named.stream().flatMap(Optional::stream).toList();
        return Optional.of(
                Value.many(
                        property.choices().stream()
                                .map(Choice::name)
                                .filter(given::contains)
                                .toList()));
    }
}
