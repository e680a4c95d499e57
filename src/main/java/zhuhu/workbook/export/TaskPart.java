package zhuhu.workbook.export;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a task workbook has beside an ordinary one. Shape: `roundStart` ISO; `files` the whole pack
/// by path; `points` what is still to be done, in the order of the first sheet.
public record TaskPart(
        String roundStart, int incomeYear, SortedMap<String, byte[]> files, List<Point> points) {

    /// What `purpose` in `_package` says of a task workbook.
    public static final String PURPOSE = "task";

    public TaskPart {
        files = new TreeMap<>(files);
        points = List.copyOf(points);
    }

    /// Something that the village shall see to. Shape: `kind` in words (退回, 疑点, ...); `about`
    /// whose; `words` what.
    public record Point(String kind, String about, String words) {}
}
