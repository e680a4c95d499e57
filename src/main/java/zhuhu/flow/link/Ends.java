package zhuhu.flow.link;

import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.flow.FindRecord;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// Finds the very record that a key names. Reason: elsewhere a key of a class's member means the
/// class; whoever takes two apart again must be able to name each.
public final class Ends {

    private Ends() {}

    public static Outcome<RecordId> find(Workspace workspace, String key) {
        String wanted = key.strip();
        Optional<RecordId> member =
                workspace.classes().joined().stream()
                        .filter(r -> r.text().equals(wanted) || r.shortKey().equals(wanted))
                        .findFirst();
        return member.map(Outcome::done).orElseGet(() -> new FindRecord(workspace).by(wanted));
    }
}
