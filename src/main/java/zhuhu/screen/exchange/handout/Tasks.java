package zhuhu.screen.exchange.handout;

import java.nio.file.Path;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.flow.Progress;
import zhuhu.flow.handout.TakeTask;
import zhuhu.flow.handout.UpdatePack;

/// Task workbooks that come in, and newer campaigns. Called on the workspace's thread.
public interface Tasks {

    /// The campaign that the file carries, by title.
    String campaign();

    Outcome<TakeTask.Plan> plan(Path task, Optional<String> password);

    Outcome<TakeTask.Taken> take(Path task, Optional<String> password, Progress progress);

    /// What taking in the campaign that came with the program would do.
    Outcome<UpdatePack.Plan> planPack();

    Outcome<UpdatePack.Plan> updatePack();
}
