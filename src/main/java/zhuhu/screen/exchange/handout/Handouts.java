package zhuhu.screen.exchange.handout;

import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.flow.Progress;
import zhuhu.flow.handout.AssignTasks;
import zhuhu.flow.handout.HandoutVillages;
import zhuhu.flow.handout.OpenRound;
import zhuhu.pack.Manifest;

/// Rounds, and what a township hands out. Called on the workspace's thread.
public interface Handouts {

    /// Shape: `rounds` in the order of opening; `current` the one that the file is in.
    record State(
            List<Manifest.Round> rounds,
            Optional<Manifest.Round> current,
            List<HandoutVillages.Line> villages) {
        public State {
            rounds = List.copyOf(rounds);
            villages = List.copyOf(villages);
        }
    }

    State state();

    /// What opening a round would do.
    Outcome<OpenRound.Plan> plan(OpenRound.Request request);

    Outcome<OpenRound.Plan> open(OpenRound.Request request);

    Outcome<AssignTasks.Assigned> assign(AssignTasks.Order order, Progress progress);
}
