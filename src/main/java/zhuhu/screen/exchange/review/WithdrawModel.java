package zhuhu.screen.exchange.review;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.review.WithdrawBook;
import zhuhu.flow.review.Withdrawing;
import zhuhu.screen.Background;
import zhuhu.screen.Job;

/// Taking a workbook out and back in: which, what it would change, and the act. The window's thread
/// only.
public final class WithdrawModel {

    /// Where it stands.
    public sealed interface Stage {
        record Idle() implements Stage {}

        record Running(Job job) implements Stage {}

        /// What the act would change.
        record Previewed(WithdrawBook.Book book, Withdrawing changes) implements Stage {}

        record Done(WithdrawBook.Book book, Withdrawing changes) implements Stage {}

        record Refused(List<Problem> problems) implements Stage {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    private final Withdrawals withdrawals;
    private final Background background;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<List<WithdrawBook.Book>> books =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Idle());

    /// `changed` runs when a workbook was taken out or back in.
    public WithdrawModel(Withdrawals withdrawals, Background background, Runnable changed) {
        this.withdrawals = withdrawals;
        this.background = background;
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<WithdrawBook.Book>> books() {
        return books.getReadOnlyProperty();
    }

    public void refresh() {
        background.run(withdrawals::books, books::set);
    }

    /// The workbook with that id among those that were merged here.
    public Optional<WithdrawBook.Book> book(String packageId) {
        return books.get().stream()
                .filter(b -> !packageId.isEmpty() && b.id().equals(packageId))
                .findFirst();
    }

    /// Looks what taking it out, or back in, would change.
    public void look(WithdrawBook.Book book) {
        start(
                background.start(
                        progress -> withdrawals.preview(book, progress),
                        outcome ->
                                stage.set(
                                        switch (outcome) {
                                            case Outcome.Done<Withdrawing>(Withdrawing changes) ->
                                                    new Stage.Previewed(book, changes);
                                            case Outcome.Failed<Withdrawing>(List<Problem> why) ->
                                                    new Stage.Refused(why);
                                        }),
                        this::close));
    }

    /// Does it.
    public void act(WithdrawBook.Book book, String why) {
        start(
                background.start(
                        progress -> withdrawals.turn(book, why, progress),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done<Withdrawing>(Withdrawing changes) -> {
                                    stage.set(new Stage.Done(book, changes));
                                    changed.run();
                                    refresh();
                                }
                                case Outcome.Failed<Withdrawing>(List<Problem> problems) ->
                                        stage.set(new Stage.Refused(problems));
                            }
                        },
                        this::close));
    }

    private void start(Job job) {
        if (!job.over().get()) {
            stage.set(new Stage.Running(job));
        }
    }

    public void close() {
        stage.set(new Stage.Idle());
    }
}
