package zhuhu.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.handout.AssignTasks;
import zhuhu.flow.handout.HandoutVillages;
import zhuhu.flow.handout.OpenRound;
import zhuhu.flow.handout.Rounds;
import zhuhu.screen.exchange.handout.Handouts;
import zhuhu.store.Workspace;

/// Rounds and task workbooks of the open workspace. The workspace's thread only.
record OpenHandouts(Workspace workspace, Supplier<Author> author, Clock clock, Texts texts)
        implements Handouts {

    @Override
    public State state() {
        Rounds rounds = Rounds.of(workspace);
        return new State(rounds.all(), rounds.current(), HandoutVillages.of(workspace, texts));
    }

    @Override
    public Outcome<OpenRound.Plan> plan(OpenRound.Request request) {
        return new OpenRound(workspace, LocalDate.now(clock)).plan(request);
    }

    @Override
    public Outcome<OpenRound.Plan> open(OpenRound.Request request) {
        return new OpenRound(workspace, LocalDate.now(clock)).open(request);
    }

    @Override
    public Outcome<AssignTasks.Assigned> assign(AssignTasks.Order order, Progress progress) {
        return new AssignTasks(workspace, author.get(), clock, texts).run(order, progress);
    }
}
