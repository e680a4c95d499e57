package zhuhu.workbook.roster;

import java.time.LocalDate;
import java.util.List;
import zhuhu.base.Problem;

/// A roster file as it was read. Shape: `id` is the package id (SHA-256 of the file); `source` its
/// title, else 名册; `rows` counts the data rows; `refused` has one problem a refused row; `doubts`
/// are those of the file as a whole.
public final class Roster {

    private final String id;
    private final String source;
    private final LocalDate date;
    private final int rows;
    private final List<HouseholdRows.Group> groups;
    private final List<Problem> refused;
    private final List<Problem> doubts;
    private final List<String> unknownColumns;

    Roster(
            String id,
            String source,
            LocalDate date,
            int rows,
            List<HouseholdRows.Group> groups,
            List<Problem> refused,
            List<Problem> doubts,
            List<String> unknownColumns) {
        this.id = id;
        this.source = source;
        this.date = date;
        this.rows = rows;
        this.groups = List.copyOf(groups);
        this.refused = List.copyOf(refused);
        this.doubts = List.copyOf(doubts);
        this.unknownColumns = List.copyOf(unknownColumns);
    }

    public String id() {
        return id;
    }

    public String source() {
        return source;
    }

    /// The 数据日期.
    public LocalDate date() {
        return date;
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
