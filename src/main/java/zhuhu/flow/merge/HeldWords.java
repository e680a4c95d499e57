package zhuhu.flow.merge;

import java.util.List;
import java.util.stream.Collectors;
import zhuhu.base.Problem;
import zhuhu.workbook.read.CellChange;
import zhuhu.workbook.read.Held;

/// Why a change waits for a person, in words.
final class HeldWords {

    private HeldWords() {}

    static Problem of(Held.Reason reason, List<CellChange> changes) {
        return Problem.of(
                        key(reason),
                        joined(changes, Part.LABEL),
                        joined(changes, Part.WAS),
                        joined(changes, Part.NOW))
                .at(changes.getFirst().place());
    }

    private static String key(Held.Reason reason) {
        return switch (reason) {
            case IDENTITY -> "mergeHeldIdentity";
            case ROWS_DIFFER -> "mergeHeldRowsDiffer";
            case MANY_IN_COLUMN -> "mergeHeldManyInColumn";
            case COLUMN_MOVED -> "mergeHeldColumnMoved";
            case READ_ONLY -> "mergeHeldReadOnly";
            case CALCULATED -> "mergeHeldCalculated";
            case UNASKED -> "mergeHeldUnasked";
            case UNREADABLE -> "mergeHeldUnreadable";
            case ROUNDED -> "mergeHeldRounded";
            case CUT -> "mergeHeldCut";
        };
    }

    private enum Part {
        LABEL,
        WAS,
        NOW
    }

    private static String joined(List<CellChange> changes, Part part) {
        return changes.stream()
                .map(c ->
                        switch (part) {
                            case LABEL -> c.label();
                            case WAS -> c.was();
                            case NOW -> c.now();
                        })
                .collect(Collectors.joining("、"));
    }
}
