package zhuhu.screen.ledger;

import zhuhu.flow.ledger.LedgerEntry;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;

/// Leads from the ledger to the register form's page. The window's thread only; `written` is called
/// where something was written.
public interface LedgerEdits {

    /// Every field of an entry.
    void edit(LedgerEntry entry, Runnable written);

    /// A new entry of a household; `head` names it.
    void add(Kind kind, RecordId household, String head, Runnable written);
}
