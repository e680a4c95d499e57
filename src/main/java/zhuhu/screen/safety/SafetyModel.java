package zhuhu.screen.safety;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.ExportSteps;
import zhuhu.screen.Background;
import zhuhu.screen.Job;
import zhuhu.store.Copies.Copied;
import zhuhu.store.Passphrase;
import zhuhu.store.SlipCode;

/// Copies and slips of the open file. The window's thread only.
public final class SafetyModel {

    /// Where a backup stands.
    public sealed interface Stage {
        record Idle() implements Stage {}

        record Running(Job job) implements Stage {}

        record Over(Copied copied) implements Stage {}

        record Refused(List<Problem> problems) implements Stage {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    private final Safety safety;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Safety.State>> state =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Idle());

    public SafetyModel(Safety safety, Background background) {
        this.safety = safety;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Optional<Safety.State>> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    public void refresh() {
        background.run(safety::state, read -> state.set(Optional.of(read)));
    }

    /// Forgets what the last backup came to.
    public void quiet() {
        stage.set(new Stage.Idle());
    }

    public void backUp(Path out) {
        Job job =
                background.start(
                        progress -> safety.backUp(out, progress),
                        this::came,
                        () -> stage.set(new Stage.Idle()));
        if (!job.over().get()) {
            stage.set(new Stage.Running(job));
        }
    }

    private void came(Outcome<Copied> outcome) {
        switch (outcome) {
            case Outcome.Done<Copied>(Copied copied) -> stage.set(new Stage.Over(copied));
            case Outcome.Failed<Copied>(List<Problem> problems) ->
                    stage.set(new Stage.Refused(problems));
        }
        refresh();
    }

    /// `then` gets what stopped it; nothing if it is done.
    public void seal(SlipCode code, Consumer<List<Problem>> then) {
        background.run(
                () -> safety.seal(code),
                outcome -> {
                    refresh();
                    then.accept(problems(outcome));
                });
    }

    public boolean isOpenedBy(Passphrase typed) {
        return safety.isOpenedBy(typed);
    }

    public void exportSteps(Path out, Consumer<Outcome<ExportSteps.Written>> then) {
        background.run(() -> safety.exportSteps(out), then);
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.Failed<?>(List<Problem> problems) -> problems;
        };
    }
}
