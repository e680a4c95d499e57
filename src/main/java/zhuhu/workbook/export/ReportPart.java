package zhuhu.workbook.export;

import java.util.List;

/// What makes a workbook the one that a township hands up: the account of what it was made from, as
/// words. Shape: `lines` above the tables; `rows` how many files they account for.
public record ReportPart(List<String> lines, List<Table> tables, int rows) {

    /// What `purpose` in `_package` says of a workbook that goes up.
    public static final String PURPOSE = "report";

    public ReportPart {
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
    }

    /// Shape: a cell a column in each row; `about` "" for nothing.
    public record Table(String title, String about, List<Column> columns, List<List<String>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// Shape: `span` how many columns of the sheet it covers.
    public record Column(String head, int span, Holds holds) {}

    /// What the cells of a column are; those of numbers that hold none are words.
    public enum Holds {
        WORDS,
        NUMBERS
    }
}
