package zhuhu.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.Progress;
import zhuhu.flow.paper.Printed;
import zhuhu.flow.upward.Account;
import zhuhu.flow.upward.PrintAccount;
import zhuhu.flow.upward.ReportUpward;
import zhuhu.screen.exchange.account.Accounts;
import zhuhu.store.Workspace;

/// The account in the window, of the open workspace. The workspace's thread only.
record OpenAccounts(Workspace workspace, Supplier<Author> author, Clock clock, Texts texts)
        implements Accounts {

    @Override
    public Account account() {
        return Account.of(workspace);
    }

    @Override
    public Outcome<Printed> print(Path out) {
        return new PrintAccount(workspace, author.get(), clock, texts).print(out);
    }

    @Override
    public Outcome<ReportUpward.Reported> report(
            Path workbook, Path certificate, Optional<String> password, Progress progress) {
        var choice =
                new ExportWorkbook.Choice(
                        workbook, ExportWorkbook.Content.WORKBOOK, List.of(), password);
        return new ReportUpward(workspace, author.get(), clock, texts, new SecureRandom())
                .report(choice, certificate, progress);
    }
}
