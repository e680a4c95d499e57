package zhuhu.screen.exchange.handout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.handout.TakeTask;
import zhuhu.flow.handout.UpdatePack;
import zhuhu.screen.Background;
import zhuhu.screen.Job;

/// Taking in a task workbook or a newer campaign: said first, then done. The window's thread only.
public final class TakeModel {

    private static final List<String> LOCKED = List.of("bookNeedsPassword", "bookWrongPassword");

    /// Where it stands.
    public sealed interface Stage {
        /// Nothing chosen; `problems` say why the last attempt failed.
        record Idle(List<Problem> problems) implements Stage {
            public Idle {
                problems = List.copyOf(problems);
            }
        }

        /// It opens with a password; `problems` are of the last one typed.
        record Locked(Path task, List<Problem> problems) implements Stage {
            public Locked {
                problems = List.copyOf(problems);
            }
        }

        record Planned(Path task, Optional<String> password, TakeTask.Plan plan) implements Stage {}

        record Running(Job job) implements Stage {}

        record Over(TakeTask.Taken taken) implements Stage {}
    }

    /// What is known of a newer campaign.
    public sealed interface Pack {
        record Unknown() implements Pack {}

        record Looked(Outcome<UpdatePack.Plan> plan) implements Pack {}

        record Updated() implements Pack {}
    }

    private final Tasks tasks;
    private final Background background;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Idle(List.of()));
    private final ReadOnlyObjectWrapper<Pack> pack =
            new ReadOnlyObjectWrapper<>(new Pack.Unknown());
    private final ReadOnlyStringWrapper campaign = new ReadOnlyStringWrapper("");

    /// `changed` runs when something was taken in.
    public TakeModel(Tasks tasks, Background background, Runnable changed) {
        this.tasks = tasks;
        this.background = background;
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Pack> pack() {
        return pack.getReadOnlyProperty();
    }

    /// By title.
    public ReadOnlyStringProperty campaign() {
        return campaign.getReadOnlyProperty();
    }

    public void refresh() {
        background.run(tasks::campaign, campaign::set);
    }

    public void close() {
        stage.set(new Stage.Idle(List.of()));
    }

    /// Says what taking it would do. Shape: `password` "" for none.
    public void look(Path task, String password) {
        Optional<String> given = Optional.of(password).filter(p -> !p.isEmpty());
        background.run(() -> tasks.plan(task, given), outcome -> looked(task, given, outcome));
    }

    private void looked(Path task, Optional<String> password, Outcome<TakeTask.Plan> outcome) {
        stage.set(
                switch (outcome) {
                    case Outcome.Done<TakeTask.Plan>(TakeTask.Plan plan) ->
                            new Stage.Planned(task, password, plan);
                    case Outcome.Failed<TakeTask.Plan>(List<Problem> why)
                            when why.stream().anyMatch(p -> LOCKED.contains(p.code())) ->
                            new Stage.Locked(task, password.isEmpty() ? List.of() : why);
                    case Outcome.Failed<TakeTask.Plan>(List<Problem> why) -> new Stage.Idle(why);
                });
    }

    /// Takes in what was planned.
    public void take(Stage.Planned planned) {
        Job job =
                background.start(
                        progress -> tasks.take(planned.task(), planned.password(), progress),
                        this::taken,
                        this::close);
        if (!job.over().get()) {
            stage.set(new Stage.Running(job));
        }
    }

    private void taken(Outcome<TakeTask.Taken> outcome) {
        switch (outcome) {
            case Outcome.Done<TakeTask.Taken>(TakeTask.Taken taken) -> {
                stage.set(new Stage.Over(taken));
                changed.run();
            }
            case Outcome.Failed<TakeTask.Taken>(List<Problem> why) ->
                    stage.set(new Stage.Idle(why));
        }
    }

    /// Compares the campaign that the file carries with the one that came with the program.
    public void lookAtPack() {
        background.run(tasks::planPack, plan -> pack.set(new Pack.Looked(plan)));
    }

    public void updatePack() {
        background.run(
                tasks::updatePack,
                outcome -> {
                    boolean done = outcome instanceof Outcome.Done;
                    pack.set(done ? new Pack.Updated() : new Pack.Looked(outcome));
                    if (done) {
                        changed.run();
                    }
                });
    }
}
