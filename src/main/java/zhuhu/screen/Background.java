package zhuhu.screen;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import zhuhu.flow.Progress;

/// The one thread on which the open workspace is used, and the way back to the window's thread.
/// Acts run one after the other in the order given. Call it from the window's thread.
public final class Background implements AutoCloseable {

    private final Executor work;
    private final Executor back;
    private final Consumer<Throwable> mishaps;
    private final Runnable end;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    private Background(Executor work, Executor back, Consumer<Throwable> mishaps, Runnable end) {
        this.work = work;
        this.back = back;
        this.mishaps = mishaps;
        this.end = end;
    }

    /// A thread of its own. `back` runs on the window's thread; `mishaps` is told there of every
    /// exception that an act throws.
    public static Background thread(Executor back, Consumer<Throwable> mishaps) {
        ExecutorService thread =
                Executors.newSingleThreadExecutor(run -> new Thread(run, "workspace"));
        return new Background(thread, back, mishaps, () -> finish(thread));
    }

    /// Everything at once on the caller's thread, for view models without a window.
    public static Background inline(Consumer<Throwable> mishaps) {
        return new Background(Runnable::run, Runnable::run, mishaps, () -> {});
    }

    /// Does `act` on the workspace's thread, then hands its value to `then` on the window's thread.
    public <T> void run(Supplier<T> act, Consumer<T> then) {
        run(act, then, () -> {});
    }

    /// As [#run(Supplier, Consumer)]; `broken` runs after an exception was reported.
    public <T> void run(Supplier<T> act, Consumer<T> then, Runnable broken) {
        waiting.incrementAndGet();
        busy.set(true);
        work.execute(() -> doAndReturn(act, then, broken));
    }

    /// A long act that tells how far it has come and can be cancelled. The job is [Job#over()] when
    /// `then` is called, or after an exception.
    public <T> Job start(Function<Progress, T> act, Consumer<T> then) {
        return start(act, then, () -> {});
    }

    /// As [#start(Function, Consumer)]; `broken` runs after an exception was reported.
    public <T> Job start(Function<Progress, T> act, Consumer<T> then, Runnable broken) {
        var job = new Job(back);
        run(
                () -> act.apply(job.progress()),
                value -> {
                    job.finish();
                    then.accept(value);
                },
                () -> {
                    job.finish();
                    broken.run();
                });
        return job;
    }

    /// Whether acts are under way or waiting.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Whether nothing is under way or waiting. Any thread.
    public boolean idle() {
        return waiting.get() == 0;
    }

    /// Lets what is under way finish, and takes nothing more.
    @Override
    public void close() {
        end.run();
    }

    private <T> void doAndReturn(Supplier<T> act, Consumer<T> then, Runnable broken) {
        Runnable answer;
        try {
            T value = act.get();
            answer = () -> then.accept(value);
        } catch (Exception | LinkageError | AssertionError e) {
            answer =
                    () -> {
                        mishaps.accept(e);
                        broken.run();
                    };
        }
        Runnable told = answer;
        back.execute(() -> tell(told));
    }

    private void tell(Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException e) {
            mishaps.accept(e);
        } finally {
            busy.set(waiting.decrementAndGet() > 0);
        }
    }

    private static void finish(ExecutorService thread) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
