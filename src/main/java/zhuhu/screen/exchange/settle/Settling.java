package zhuhu.screen.exchange.settle;

import java.nio.file.Path;
import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.flow.settle.Conflict;
import zhuhu.flow.settle.LostValues;
import zhuhu.flow.settle.Ruling;
import zhuhu.flow.settle.Settled;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Values;

/// Settling what is contested. Called on the workspace's thread.
public interface Settling {

    /// All that is open.
    List<Conflict> open();

    /// What is open of one household, or of a record without one.
    List<Conflict> open(RecordId of);

    Outcome<Settled> take(Conflict conflict, FactId side);

    /// States what is on no side: `entered` laid over the side `from`.
    Outcome<Settled> write(Conflict conflict, FactId from, Values entered);

    Outcome<Settled> byRule(Ruling ruling);

    Outcome<Integer> undo(List<RecordId> acts);

    /// Puts a conflict off, or takes it up again.
    void defer(Conflict conflict, boolean off, List<String> open);

    /// Values that lost a settlement and that `text` finds: a person, a household, a section, a
    /// value; all of them where it is blank.
    List<LostValues.Lost> lost(String text);

    /// Writes what was found as a workbook of one sheet.
    Outcome<Path> exportLost(String text, Path out);
}
