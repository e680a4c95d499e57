package zhuhu.screen.ledger;

import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.flow.edit.Edited;
import zhuhu.flow.ledger.LedgerEntry;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;

/// What the ledger asks and does. Called on the workspace's thread.
public interface LedgerActs {

    List<LedgerEntry> ledger(Kind kind);

    Outcome<Edited> issueState(RecordId issue, String state, String why);

    Outcome<Edited> measureProgress(RecordId measure, int percent, String effect, String why);

    Outcome<Edited> endPairing(RecordId pairing, String why);
}
