package zhuhu.flow.edit;

import java.time.LocalDateTime;
import java.util.UUID;
import java.util.stream.Collectors;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.InWords;
import zhuhu.flow.Labels;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// What somebody without a paper has to say about a section that is the roster's own: an issue of
/// the household, which changes nothing and waits in the ledger for the township.
final class Proposal {

    private Proposal() {}

    /// Done with no act where nothing differs.
    static Outcome<Edited> write(
            Workspace workspace,
            Author author,
            LocalDateTime at,
            RecordId record,
            RecordId subject,
            Schema.Section section,
            Values before,
            Values proposed,
            Reason reason) {
        String wanted =
                section.properties().stream()
                        .filter(p -> !proposed.get(p.name()).equals(before.get(p.name())))
                        .map(p -> p.label() + "：" + words(p, before) + " → " + words(p, proposed))
                        .collect(Collectors.joining("；"));
        if (wanted.isEmpty()) {
            return Outcome.done(Edited.NOTHING);
        }
        if (reason.words().isEmpty()) {
            return Outcome.failed(Problem.of("proposalReason"));
        }
        String whose = record.equals(subject) ? "" : Labels.of(workspace, record) + " ";
        var issue = new RecordId(Kind.ISSUE, UUID.randomUUID());
        Values values =
                Values.NONE
                        .with(subject.kind().code(), Value.text(subject.text()))
                        .with(
                                "title",
                                Value.text("建议更正 " + whose + wanted + "（" + reason.words() + "）"))
                        .with("category", Value.text("01"))
                        .with("level_needed", Value.text("03"))
                        .with("found_on", Value.text(at.toLocalDate().toString()))
                        .with("state", Value.text("open"));
        return new RegisterAct(workspace, author, at, "proposal", "issue", subject)
                .lay(issue, "issue", values)
                .write(reason);
    }

    private static String words(Schema.Property property, Values values) {
        String words = values.get(property.name()).map(v -> InWords.of(property, v)).orElse("");
        return words.isEmpty() ? "（空）" : words;
    }
}
