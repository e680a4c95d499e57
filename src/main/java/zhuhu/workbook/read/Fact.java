package zhuhu.workbook.read;

import java.util.List;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;

/// One row of `_revisions`.
public sealed interface Fact {

    /// Who stands behind what names its number.
    record Signed(int number, Stamp stamp) implements Fact {}

    /// Shape: `stamps` the numbers of those who stand behind it.
    record Stated(Revision revision, List<Integer> stamps) implements Fact {}

    record Withdrawn(Withdrawal withdrawal) implements Fact {}

    record TakenBack(TakeBack takeBack) implements Fact {}

    /// Whether its id is the hash of its content.
    default boolean isSound() {
        return switch (this) {
            case Signed(_, Stamp stamp) -> !stamp.by().isEmpty();
            case Stated(Revision revision, _) -> revision.isSound();
            case Withdrawn(Withdrawal withdrawal) -> withdrawal.isSound();
            case TakenBack(TakeBack takeBack) -> takeBack.isSound();
        };
    }
}
