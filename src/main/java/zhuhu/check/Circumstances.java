package zhuhu.check;

import java.time.LocalDate;
import java.util.List;
import zhuhu.pack.PovertyLine;
import zhuhu.pack.Tables;

/// What checks know beside the records: the day on which ages count where nobody visited, the
/// round, and the lines. Shape: `exitYear` households that left poverty in it are due too;
/// `province` the campaign's.
public record Circumstances(
        LocalDate today,
        String round,
        int incomeYear,
        String exitYear,
        String province,
        List<PovertyLine> lines) {

    public Circumstances {
        lines = List.copyOf(lines);
    }

    /// Gives them as the tables `context` (one row) and `poverty_line`.
    void give(Tables tables) {
        tables.give(
                "context",
                List.of("today", "round", "income_year", "exit_year", "province"),
                List.of(List.of(today.toString(), round, incomeYear, exitYear, province)));
        tables.give(
                "poverty_line",
                List.of("province", "year", "amount"),
                lines.stream()
                        .map(l -> List.<Object>of(l.province(), l.year(), l.amount()))
                        .toList());
    }
}
