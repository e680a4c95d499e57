package zhuhu.screen.visit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
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
    Pattern CLOCK =
            Pattern.compile(
                    "(?:上午|下午|早上|晚上|中午)?\\s*([0-9]{1,2}?)(?:\\s*[:点时]\\s*|(?=[0-9]{2}$))(半|[0-9]{1,2})?\\s*分?");
    Pattern DAY_AND_CLOCK = Pattern.compile("(.+?)(?:[T日]|\\s)\\s*(.+)");
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
            case TIME -> time(plain);
            case DATE_TIME -> dateTime(plain);
            case TEXT, ONE, MANY, RANK, IMAGE, ACKNOWLEDGE, NONE -> new Right(Value.text(plain));
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

    /// 8:30, 08：30, 8点30分, 8点半, 830.
    private static Typed time(String plain) {
        var found = CLOCK.matcher(plain.replace('：', ':'));
        if (!found.matches()) {
            return new Wrong("visit.wrongTime");
        }
        int hour = Integer.parseInt(found.group(1));
        String said = found.group(2) == null ? "" : found.group(2);
        int minute = said.equals("半") ? 30 : said.isEmpty() ? 0 : Integer.parseInt(said);
        boolean isAfternoon = plain.startsWith("下午") || plain.startsWith("晚上");
        int whole = isAfternoon && hour < 12 ? hour + 12 : hour;
        return whole > 23 || minute > 59
                ? new Wrong("visit.wrongTime")
                : new Right(Value.text(String.format(Locale.ROOT, "%02d:%02d", whole, minute)));
    }

    /// A date, a space or T, a time.
    private static Typed dateTime(String plain) {
        var found = DAY_AND_CLOCK.matcher(plain);
        if (found.matches()
                && date(found.group(1)) instanceof Right(Value day)
                && time(found.group(2)) instanceof Right(Value clock)) {
            return new Right(Value.text(day.plain() + "T" + clock.plain()));
        }
        return new Wrong("visit.wrongDateTime");
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
