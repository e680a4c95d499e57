package zhuhu.flow.roster;

import java.util.List;
import zhuhu.base.Problem;

/// What came of one roster file. Shape: `rows` = persons fresh + changed + same + rows held + rows
/// refused; `held` and `refused` have one problem a row; `doubts` any number a row; `failed` says
/// why nothing of the file was taken in, and then all else is empty; `date` is the 数据日期 or "".
public record ImportedRoster(
        String file,
        String date,
        int rows,
        Counts villages,
        Counts households,
        Counts persons,
        List<Problem> held,
        List<Problem> doubts,
        List<Problem> refused,
        List<String> unknownColumns,
        List<Problem> failed) {

    public ImportedRoster {
        held = List.copyOf(held);
        doubts = List.copyOf(doubts);
        refused = List.copyOf(refused);
        unknownColumns = List.copyOf(unknownColumns);
        failed = List.copyOf(failed);
    }

    /// Nothing of the file came in.
    public static ImportedRoster failed(String file, List<Problem> problems) {
        return new ImportedRoster(
                file,
                "",
                0,
                Counts.NONE,
                Counts.NONE,
                Counts.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                problems);
    }

    /// Whether every row was taken in and nothing is left to look at.
    public boolean isClean() {
        return held.isEmpty() && doubts.isEmpty() && refused.isEmpty() && failed.isEmpty();
    }
}
