package zhuhu.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.flow.Author;
import zhuhu.flow.settle.Conflict;
import zhuhu.flow.settle.Conflicts;
import zhuhu.flow.settle.Deferred;
import zhuhu.flow.settle.LostValues;
import zhuhu.flow.settle.Ruling;
import zhuhu.flow.settle.Settle;
import zhuhu.flow.settle.Settled;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Values;
import zhuhu.screen.exchange.settle.Settling;
import zhuhu.store.Workspace;

/// Settling on one open workspace. The workspace's thread only; `author` tells who is at the
/// keyboard now.
record OpenSettling(Workspace workspace, Supplier<Author> author, Clock clock) implements Settling {

    private Settle settle() {
        return new Settle(workspace, author.get(), LocalDateTime.now(clock));
    }

    @Override
    public List<Conflict> open() {
        return new Conflicts(workspace).all();
    }

    @Override
    public List<Conflict> open(RecordId of) {
        return new Conflicts(workspace).of(of);
    }

    @Override
    public Outcome<Settled> take(Conflict conflict, FactId side) {
        return settle().take(conflict, side);
    }

    @Override
    public Outcome<Settled> write(Conflict conflict, FactId from, Values entered) {
        return settle().write(conflict, from, entered);
    }

    @Override
    public Outcome<Settled> byRule(Ruling ruling) {
        return settle().byRule(ruling);
    }

    @Override
    public Outcome<Integer> undo(List<RecordId> acts) {
        return settle().undo(acts);
    }

    @Override
    public void defer(Conflict conflict, boolean off, List<String> open) {
        Deferred.put(workspace, conflict.id(), off, open);
    }

    @Override
    public List<LostValues.Lost> lost(String text) {
        return new LostValues(workspace).find(text);
    }

    @Override
    public Outcome<Path> exportLost(String text, Path out) {
        return new LostValues(workspace).export(text, out);
    }
}
