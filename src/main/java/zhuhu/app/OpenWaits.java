package zhuhu.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Labels;
import zhuhu.flow.merge.AcceptHeld;
import zhuhu.flow.merge.RefuseEdit;
import zhuhu.screen.exchange.merge.Waits;
import zhuhu.store.Waiting;
import zhuhu.store.Workspace;

/// What waits in the open workspace. The workspace's thread only.
record OpenWaits(Workspace workspace, Supplier<Author> author, Clock clock, Texts texts)
        implements Waits {

    @Override
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (Waiting waiting : workspace.waiting()) {
            if (waiting.standing().isOpen()) {
                lines.add(line(waiting));
            }
        }
        return lines;
    }

    private Line line(Waiting waiting) {
        boolean pending = waiting.standing() == Waiting.Standing.PENDING;
        return new Line(
                waiting.key(),
                pending
                        ? Standing.PENDING
                        : waiting.statement().isPresent() ? Standing.HELD : Standing.LOOK,
                waiting.arrival().file(),
                waiting.sheet(),
                waiting.row(),
                waiting.record().map(r -> Labels.of(workspace, r)).orElse(""),
                waiting.record(),
                waiting.reason());
    }

    @Override
    public Outcome<Runnable> accept(List<String> keys) {
        var act = new AcceptHeld(workspace, author.get(), clock, texts);
        return act.accept(keys).map(accepted -> () -> act.undo(accepted));
    }

    @Override
    public Outcome<Runnable> refuse(List<String> keys, String why) {
        RefuseEdit act = refusing();
        var attestations =
                keys.stream()
                        .map(workspace::waiting)
                        .flatMap(Optional::stream)
                        .map(Waiting::statement)
                        .flatMap(Optional::stream)
                        .map(Waiting.Statement::attestation)
                        .toList();
        RefuseEdit.Refused refused = act.refuse(attestations, why);
        return Outcome.done(() -> act.undo(refused));
    }

    @Override
    public Outcome<Runnable> putAside(List<String> keys) {
        RefuseEdit act = refusing();
        act.putAside(keys);
        return Outcome.done(() -> act.waitAgain(keys));
    }

    private RefuseEdit refusing() {
        return new RefuseEdit(workspace, author.get(), clock);
    }
}
