package zhuhu.flow.merge;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import zhuhu.flow.Author;
import zhuhu.record.FactId;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;
import zhuhu.store.Workspace;

/// Refuses changes made by hand, taken ones and such as wait: a withdrawal that names their
/// attestations, which travels like any other, also ahead of what it refuses. One thread.
public final class RefuseEdit {

    /// The reason of a withdrawal that only takes an acceptance back.
    static final String UNDONE = "undo";

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;

    public RefuseEdit(Workspace workspace, Author author, Clock clock) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
    }

    /// What was refused; [#undo(Refused)] takes it back.
    public record Refused(FactId withdrawal) {}

    /// `attestations` of [CellEdit] or of what waits; `reason` in the clerk's words.
    public Refused refuse(Collection<FactId> attestations, String reason) {
        Withdrawal withdrawal =
                Withdrawal.of(attestations, author.name(), author.device(), now(), reason);
        return workspace.write(writer -> {
            writer.withdraw(withdrawal);
            return new Refused(withdrawal.id());
        });
    }

    /// What was taken counts again, what waited waits again.
    public void undo(Refused refused) {
        workspace.write(writer -> {
            writer.takeBack(
                    TakeBack.of(refused.withdrawal(), author.name(), author.device(), now()));
            return refused;
        });
    }

    /// Looked at, and nothing to be done: rows and cells that can be no statement wait no longer.
    /// This stays in this file.
    public void putAside(List<String> keys) {
        workspace.write(writer -> {
            keys.forEach(writer::putAside);
            return keys;
        });
    }

    /// They wait for a person again.
    public void waitAgain(List<String> keys) {
        workspace.write(writer -> {
            keys.forEach(writer::waitAgain);
            return keys;
        });
    }

    private String now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
