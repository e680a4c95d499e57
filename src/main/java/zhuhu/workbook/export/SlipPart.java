package zhuhu.workbook.export;

import java.util.List;

/// What makes a workbook a return slip: a page to print and sign, and behind it nothing but what
/// the township said. Shape: `village` by name; `points` in the order of the page, none answered
/// yet.
public record SlipPart(String village, List<PointRow> points) {

    /// What `purpose` in `_package` says of a slip.
    public static final String PURPOSE = "slip";

    public SlipPart {
        points = List.copyOf(points);
    }
}
