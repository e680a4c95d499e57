package zhuhu.store;

import java.util.List;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;

/// Takes facts one by one, in an order that depends on the facts alone: revisions by record (kind,
/// id), section and id; then withdrawals and their taking-back, by id.
public interface FactSink {

    /// Shape: `stamps` are of everybody who ever stood behind the revision, withdrawn ones too,
    /// since the withdrawals follow; they make its attestations by
    /// [zhuhu.record.Attestation#of(zhuhu.record.FactId, Stamp)].
    void revision(Revision revision, List<Stamp> stamps);

    void withdrawal(Withdrawal withdrawal);

    void takeBack(TakeBack takeBack);
}
