package zhuhu.screen;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What the header says of the open workspace. Shape: `name` of the file without its ending; `due`
/// empty where the round has no end.
public record Face(
        String name, String campaign, String round, Optional<LocalDate> due, boolean training) {

    /// Days until the round ends, negative when it is over.
    public Optional<Long> daysLeft(LocalDate today) {
        return due.map(end -> ChronoUnit.DAYS.between(today, end));
    }
}
