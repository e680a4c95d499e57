package zhuhu.flow.ledger;

import java.time.LocalDateTime;
import zhuhu.base.Outcome;
import zhuhu.flow.Author;
import zhuhu.flow.edit.Edited;
import zhuhu.flow.edit.Reason;
import zhuhu.flow.edit.RegisterAct;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Writes into the ledger what was done about an entry: one tracked act on the register, with the
/// words that explain it. One thread at a time.
public final class KeepLedger {

    private final Workspace workspace;
    private final Author author;
    private final LocalDateTime now;

    public KeepLedger(Workspace workspace, Author author, LocalDateTime now) {
        this.workspace = workspace;
        this.author = author;
        this.now = now;
    }

    /// An issue in another state. Solved and checked ones are closed on today unless they have a
    /// date; one that is opened again has none.
    public Outcome<Edited> state(RecordId issue, String state, String why) {
        Values said = workspace.section(issue, Kind.ISSUE.code()).shown();
        Values change = Values.NONE.with("state", Value.text(state));
        if (!LedgerStates.isDone(state)) {
            change = change.with("closed_on", Value.EMPTY);
        } else if (said.plain("closed_on").isEmpty()) {
            change = change.with("closed_on", Value.text(today()));
        }
        return change(issue, change, why);
    }

    /// How far a measure has come. Shape: `percent` 0 to 100; `effect` "" leaves what stands.
    public Outcome<Edited> progress(RecordId measure, int percent, String effect, String why) {
        Values change = Values.NONE.with("progress", Value.number(percent));
        return change(
                measure,
                effect.isBlank() ? change : change.with("effect", Value.text(effect)),
                why);
    }

    /// A helper who helps no longer from today on.
    public Outcome<Edited> end(RecordId pairing, String why) {
        return change(pairing, Values.NONE.with("until", Value.text(today())), why);
    }

    private Outcome<Edited> change(RecordId entry, Values change, String why) {
        String section = entry.kind().code();
        Values said = workspace.section(entry, section).shown();
        RecordId subject =
                workspace
                        .recordOf(said.plain("household"))
                        .or(() -> workspace.recordOf(said.plain("village")))
                        .orElse(entry);
        return new RegisterAct(workspace, author, now, "section", section, subject)
                .lay(entry, section, change)
                .write(Reason.of(why));
    }

    private String today() {
        return now.toLocalDate().toString();
    }
}
