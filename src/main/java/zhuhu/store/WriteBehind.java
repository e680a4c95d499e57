package zhuhu.store;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// Writes on a thread of its own, so that rows are made while others are encrypted and sorted in.
/// The file is never used by two threads at once: everybody else first waits here.
final class WriteBehind implements AutoCloseable {

    /// Work handed over and not done yet: about 8 000 rows.
    private static final int AHEAD = 4;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("store").factory());
    private final Deque<Future<?>> waiting = new ArrayDeque<>();
    private final AtomicBoolean broken = new AtomicBoolean();

    /// What is done later must not use this.
    interface Work {
        void run() throws SQLException;
    }

    /// Throws what earlier work threw.
    void later(Work work) throws SQLException {
        while (waiting.size() >= AHEAD) {
            await(waiting.remove());
        }
        waiting.add(
                thread.submit(() -> {
                    run(work);
                    return true;
                }));
    }

    /// Reason: where the disk is full SQLite undoes the whole transaction by itself, and what was
    /// written after that would stay, row by row, outside of any.
    private void run(Work work) throws SQLException {
        if (broken.get()) {
            return;
        }
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            broken.set(!done);
        }
    }

    /// Waits until all is done; throws what it threw.
    void await() throws SQLException {
        while (!waiting.isEmpty()) {
            await(waiting.remove());
        }
    }

    /// Waits until all is done, whatever came of it: it is about to be undone.
    void drop() {
        while (!waiting.isEmpty()) {
            try {
                await(waiting.remove());
            } catch (SQLException e) {
                // Reason: the transaction that this belonged to is undone for another failure, or
                // for this one, which was thrown before.
                continue;
            }
        }
        broken.set(false);
    }

    private static void await(Future<?> work) throws SQLException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    work.get();
                    return;
                } catch (InterruptedException e) {
                    // Reason: rows half handed over cannot be left; the wait is short.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw thrown(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static SQLException thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case SQLException failure -> failure;
            case RuntimeException bug -> throw bug;
            case null, default -> throw new IllegalStateException(e);
        };
    }

    @Override
    public void close() {
        drop();
        thread.shutdown();
    }
}
