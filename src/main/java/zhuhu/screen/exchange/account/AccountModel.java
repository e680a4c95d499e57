package zhuhu.screen.exchange.account;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.paper.Printed;
import zhuhu.flow.upward.Account;
import zhuhu.flow.upward.ReportUpward;
import zhuhu.screen.Background;
import zhuhu.screen.Job;

/// The account, printing it, and handing the work up with a certificate. The window's thread only.
public final class AccountModel {

    /// Which table is looked at.
    public enum Table {
        FILES,
        VILLAGES,
        MISSING
    }

    /// What came of the last act.
    public sealed interface Said {
        record Nothing() implements Said {}

        record Running(Job job) implements Said {}

        record Failed(List<Problem> problems) implements Said {
            public Failed {
                problems = List.copyOf(problems);
            }
        }

        record Paper(Printed printed) implements Said {}

        record Handed(ReportUpward.Reported reported) implements Said {}
    }

    private final Accounts accounts;
    private final Background background;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Account> account =
            new ReadOnlyObjectWrapper<>(Account.NOTHING);
    private final ReadOnlyObjectWrapper<Said> said =
            new ReadOnlyObjectWrapper<>(new Said.Nothing());
    private final ObjectProperty<Table> table = new SimpleObjectProperty<>(Table.FILES);

    /// `changed` runs when a workbook was handed up.
    public AccountModel(Accounts accounts, Background background, Runnable changed) {
        this.accounts = accounts;
        this.background = background;
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<Account> account() {
        return account.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    public ObjectProperty<Table> table() {
        return table;
    }

    public void refresh() {
        background.run(accounts::account, account::set);
    }

    public void print(Path out) {
        background.run(
                () -> accounts.print(out),
                outcome ->
                        said.set(
                                switch (outcome) {
                                    case Outcome.Done<Printed>(Printed done) ->
                                            new Said.Paper(done);
                                    case Outcome.Failed<Printed>(List<Problem> why) ->
                                            new Said.Failed(why);
                                }));
    }

    /// The certificate lies beside the workbook, under its name.
    public void report(Path workbook, String ending) {
        Path certificate = beside(workbook, ending);
        Job job =
                background.start(
                        progress ->
                                accounts.report(workbook, certificate, Optional.empty(), progress),
                        this::handed,
                        () -> said.set(new Said.Nothing()));
        if (!job.over().get()) {
            said.set(new Said.Running(job));
        }
    }

    static Path beside(Path workbook, String ending) {
        String name = String.valueOf(workbook.getFileName());
        String bare = name.endsWith(".xlsx") ? name.substring(0, name.length() - 5) : name;
        return workbook.resolveSibling(bare + ending);
    }

    private void handed(Outcome<ReportUpward.Reported> outcome) {
        switch (outcome) {
            case Outcome.Done<ReportUpward.Reported>(ReportUpward.Reported done) -> {
                said.set(new Said.Handed(done));
                changed.run();
            }
            case Outcome.Failed<ReportUpward.Reported>(List<Problem> why) ->
                    said.set(new Said.Failed(why));
        }
    }

    /// Puts the last word away.
    public void close() {
        said.set(new Said.Nothing());
    }
}
