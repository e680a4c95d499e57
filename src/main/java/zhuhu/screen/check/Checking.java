package zhuhu.screen.check;

import zhuhu.base.Outcome;
import zhuhu.check.Finding;
import zhuhu.flow.CheckWorkspace;
import zhuhu.record.RecordId;

/// What 核查 asks of the open workspace. The workspace's thread only.
public interface Checking {

    /// Everything that the pack's checks find now.
    CheckWorkspace.Checked checked();

    /// Gives the reason for a doubt, with the household's newest visit; a blank one takes it away.
    /// Failed: nobody has visited the household yet.
    Outcome<RecordId> explain(RecordId household, Finding.Key doubt, String reason);
}
