package zhuhu.app;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;

/// The time that `--at` gives an act.
final class GivenTime {

    private GivenTime() {}

    /// Now where none is given; a day alone is nine in the morning.
    static Outcome<LocalDateTime> of(@Nullable String at) {
        if (at == null) {
            return Outcome.done(LocalDateTime.now(ZoneId.systemDefault()));
        }
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            at.length() == 10 ? at + "T09:00" : at.replaceFirst("(?<=\\d) ", "T"),
                            OffsetDateTime::from,
                            LocalDateTime::from);
            // Reason: a visit's time is the time on the visitor's wall.
            return Outcome.done(LocalDateTime.from(time));
        } catch (DateTimeException e) {
            return Outcome.failed(Problem.of("timeShape", at));
        }
    }
}
