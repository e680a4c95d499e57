package zhuhu.flow.merge;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.store.Waiting;
import zhuhu.store.Waiting.Statement;
import zhuhu.store.Workspace;

/// Accepts changes that wait for a person. What is stated is what the file says, by its author: two
/// clerks who accept the same change make the same fact. One thread.
public final class AcceptHeld {

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Texts texts;

    public AcceptHeld(Workspace workspace, Author author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    /// What was accepted; [#undo(Accepted)] refuses it again.
    public record Accepted(List<Statement> statements) {
        public Accepted {
            statements = List.copyOf(statements);
        }
    }

    /// All of these or, Failed, none: one does not wait any more, or can be no statement.
    public Outcome<Accepted> accept(Collection<String> keys) {
        var found = new ArrayList<Waiting>();
        var problems = new ArrayList<Problem>();
        for (String key : keys) {
            Optional<Waiting> waiting =
                    workspace.waiting(key).filter(w -> w.standing() == Waiting.Standing.HELD);
            if (waiting.isEmpty()) {
                problems.add(Problem.of("mergeNothingWaits", key));
            } else if (waiting.get().statement().isEmpty()) {
                Problem reason = waiting.get().reason();
                problems.add(
                        Problem.of(
                                "mergeNoStatement",
                                waiting.get().sheet() + " " + waiting.get().row(),
                                texts.message(reason)));
            } else {
                found.add(waiting.get());
            }
        }
        return problems.isEmpty() ? Outcome.done(state(found)) : Outcome.failed(problems);
    }

    private Accepted state(List<Waiting> waiting) {
        return workspace.write(writer -> {
            var statements = new ArrayList<Statement>();
            for (Waiting one : waiting) {
                Statement statement = one.statement().orElseThrow();
                writer.arriving(one.arrival());
                writer.add(statement.revision(), statement.stamp());
                writer.arrived();
                statements.add(statement);
            }
            return new Accepted(statements);
        });
    }

    /// Withdraws what was accepted: it stands as refused.
    public RefuseEdit.Refused undo(Accepted accepted) {
        return new RefuseEdit(workspace, author, clock)
                .refuse(
                        accepted.statements().stream().map(Statement::attestation).toList(),
                        RefuseEdit.UNDONE);
    }
}
