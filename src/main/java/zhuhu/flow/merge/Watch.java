package zhuhu.flow.merge;

import zhuhu.flow.Progress;

/// Tells how far a file has come, and stops it where a person wants that. One thread.
final class Watch {

    private static final int STEP = 500;

    private final Progress progress;
    private String step = "";
    private long done;
    private long total;

    Watch(Progress progress) {
        this.progress = progress;
    }

    /// Undoes the transaction of a file whose merge was cancelled.
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// `total` 0 where unknown.
    void begin(String key, long total) {
        this.step = key;
        this.done = 0;
        this.total = total;
        progress.at(step, 0, total);
        stop();
    }

    /// One more of what was begun.
    void one() {
        if (++done % STEP == 0) {
            progress.at(step, done, total);
            stop();
        }
    }

    void stop() {
        if (progress.cancelled()) {
            throw new Cancelled();
        }
    }
}
