package zhuhu.screen.visit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import zhuhu.base.Plain;
import zhuhu.form.AnswerKind;
import zhuhu.record.Value;

/// What a typed text says, by the question's kind. Blank text is always a right answer: empty.
sealed interface Typed {

    record Right(Value value) implements Typed {}

    /// Not of the question's shape; `key` is the text key of what to tell.
    record Wrong(String key) implements Typed {}

    Pattern SPLIT_DATE =
            Pattern.compile("([0-9]{4})\\s*[-./年]\\s*([0-9]{1,2})\\s*[-./月]\\s*([0-9]{1,2})\\s*日?");
    Pattern JOINED_DATE = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    /// Pure. Numbers may carry thousands separators; dates come as 2017-3-5, 2017.3.5, 2017/3/5,
    /// 20170305 or 2017年3月5日.
    static Typed of(AnswerKind kind, String text) {
        String plain = Plain.text(text);
        if (plain.isEmpty()) {
            return new Right(Value.EMPTY);
        }
        return switch (kind) {
            case INTEGER -> number(plain, 0, "visit.wrongInteger");
            case DECIMAL -> number(plain, 6, "visit.wrongDecimal");
            case DATE -> date(plain);
            case TEXT, ONE, MANY, ACKNOWLEDGE, NONE -> new Right(Value.text(plain));
        };
    }

    private static Typed number(String plain, int scale, String key) {
        String digits = plain.replaceAll("[,，\\s]", "").replace('．', '.').replace('－', '-');
        if (!digits.matches("[-+]?[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            return new Wrong(key);
        }
        var number = new BigDecimal(digits);
        return number.stripTrailingZeros().scale() > scale
                ? new Wrong(key)
                : new Right(Value.number(number));
    }

    private static Typed date(String plain) {
        var split = SPLIT_DATE.matcher(plain.replace('－', '-').replace('／', '/').replace('．', '.'));
        var joined = JOINED_DATE.matcher(plain);
        var found = split.matches() ? split : joined.matches() ? joined : null;
        if (found == null) {
            return new Wrong("visit.wrongDate");
        }
        try {
            var day =
                    LocalDate.of(
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(2)),
                            Integer.parseInt(found.group(3)));
            return new Right(Value.text(day.toString()));
        } catch (DateTimeException e) {
            return new Wrong("visit.wrongDate");
        }
    }
}
