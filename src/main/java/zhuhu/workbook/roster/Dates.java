package zhuhu.workbook.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days as clerks write them.
public final class Dates {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-年/.]\\s*(\\d{1,2})\\s*[-月/.]\\s*(\\d{1,2})\\s*日?.*");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("[1-9]\\d{4}");
    private static final Pattern LABELLED =
            Pattern.compile("(?:数据|统计|导出|截止|截至)[^0-9]{0,8}(\\d{4}[-年/.]\\d{1,2}[-月/.]\\d{1,2})");

    private Dates() {}

    /// `2017-03-01`, `2017年3月1日`, `2017/3/1`, `2017.3.1`, `20170301`, or a serial day of Excel.
    public static Optional<LocalDate> of(String text) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return day(day);
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return day(compact);
        }
        return SERIAL.matcher(text).matches()
                ? Optional.of(LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(text)))
                : Optional.empty();
    }

    /// The day in a title such as `数据日期：2017-03-01`.
    static Optional<LocalDate> inTitle(String title) {
        Matcher labelled = LABELLED.matcher(title.replaceAll("\\s", ""));
        return labelled.find() ? of(labelled.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher parts) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
