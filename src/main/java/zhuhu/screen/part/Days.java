package zhuhu.screen.part;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Plain;

/// A day as people type it: 2017-2-20, 2017.2.20, 2017/02/20, 20170220, 2017年2月20日.
public final class Days {

    private static final Pattern PARTED =
            Pattern.compile("(\\d{4})\\s*[-./年]\\s*(\\d{1,2})\\s*[-./月]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern RUN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private Days() {}

    public static Optional<LocalDate> parse(String typed) {
        String text = Plain.text(typed);
        for (Pattern pattern : new Pattern[] {PARTED, RUN}) {
            Matcher found = pattern.matcher(text);
            if (found.matches()) {
                return day(found);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher found) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(2)),
                            Integer.parseInt(found.group(3))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
