package zhuhu.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.handout.TakeTask;
import zhuhu.flow.handout.UpdatePack;
import zhuhu.screen.exchange.handout.Tasks;
import zhuhu.store.Workspace;

/// Task workbooks and campaigns that the open workspace takes in. The workspace's thread only.
record OpenTasks(Workspace workspace, Supplier<Author> author, Clock clock, Texts texts)
        implements Tasks {

    @Override
    public String campaign() {
        return workspace.pack().manifest().title();
    }

    @Override
    public Outcome<TakeTask.Plan> plan(Path task, Optional<String> password) {
        return take().plan(task, password);
    }

    @Override
    public Outcome<TakeTask.Taken> take(Path task, Optional<String> password, Progress progress) {
        return take().take(task, password, progress);
    }

    private TakeTask take() {
        return new TakeTask(workspace, author.get(), clock, texts);
    }

    @Override
    public Outcome<UpdatePack.Plan> planPack() {
        return new UpdatePack(workspace, texts).plan(shipped());
    }

    @Override
    public Outcome<UpdatePack.Plan> updatePack() {
        return new UpdatePack(workspace, texts).update(shipped());
    }

    private UpdatePack.Source shipped() {
        return new UpdatePack.Source.Shipped(workspace.pack().manifest().name());
    }
}
