package zhuhu.screen.exchange.account;

import java.nio.file.Path;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.flow.Progress;
import zhuhu.flow.paper.Printed;
import zhuhu.flow.upward.Account;
import zhuhu.flow.upward.ReportUpward;

/// The account of the open workspace. Called on the workspace's thread.
public interface Accounts {

    Account account();

    Outcome<Printed> print(Path out);

    /// Writes the workbook for the county, and the certificate beside it.
    Outcome<ReportUpward.Reported> report(
            Path workbook, Path certificate, Optional<String> password, Progress progress);
}
