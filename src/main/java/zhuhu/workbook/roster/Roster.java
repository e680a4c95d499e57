package zhuhu.workbook.roster;

import java.time.LocalDate;
import java.util.List;
import zhuhu.base.Problem;

/// A roster file as it was read. Shape: `id` is the package id (SHA-256 of the file); `source` its
/// title, else 名册; `rows` counts the data rows; `refused` has one problem a refused row; `doubts`
/// are those of the file as a whole.
public final class Roster {

    /// Where a roster comes from; `training` if it is marked as one for practising.
    record Origin(String id, String source, LocalDate date, boolean training) {}

    private final Origin origin;
    private final int rows;
    private final List<HouseholdRows.Group> groups;
    private final List<Problem> refused;
    private final List<Problem> doubts;
    private final List<String> unknownColumns;

    Roster(
            Origin origin,
            int rows,
            List<HouseholdRows.Group> groups,
            List<Problem> refused,
            List<Problem> doubts,
            List<String> unknownColumns) {
        this.origin = origin;
        this.rows = rows;
        this.groups = List.copyOf(groups);
        this.refused = List.copyOf(refused);
        this.doubts = List.copyOf(doubts);
        this.unknownColumns = List.copyOf(unknownColumns);
    }

    /// Whether the file is marked as one for practising: it must never enter real work.
    public boolean training() {
        return origin.training();
    }

    public String id() {
        return origin.id();
    }

    public String source() {
        return origin.source();
    }

    /// The 数据日期.
    public LocalDate date() {
        return origin.date();
    }

    public int rows() {
        return rows;
    }

    /// How many households the rows make.
    public int households() {
        return groups.size();
    }

    List<HouseholdRows.Group> groups() {
        return groups;
    }

    public List<Problem> refused() {
        return refused;
    }

    public List<Problem> doubts() {
        return doubts;
    }

    public List<String> unknownColumns() {
        return unknownColumns;
    }
}
