package zhuhu.screen;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import zhuhu.flow.Progress;

/// A long act under way, as the window watches it. Its properties change on the window's thread.
public final class Job {

    private final Executor back;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();

    Job(Executor back) {
        this.back = back;
    }

    /// Asks the act to stop; it stops at its next step, with nothing changed.
    public void cancel() {
        cancelled.set(true);
    }

    /// The text key of what is being done now; "" at first.
    public ReadOnlyStringProperty step() {
        return step.getReadOnlyProperty();
    }

    /// What it is about now; "" where nothing is said.
    public ReadOnlyStringProperty about() {
        return about.getReadOnlyProperty();
    }

    /// 0 to 1; -1 where the whole is unknown.
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /// Rows, sheets or the like done in this step.
    public ReadOnlyLongProperty done() {
        return done.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty over() {
        return over.getReadOnlyProperty();
    }

    void finish() {
        over.set(true);
    }

    Progress progress() {
        return new Progress() {
            @Override
            public void at(String stepKey, long doneNow, long total) {
                show(stepKey, doneNow, total);
            }

            @Override
            public void about(String what) {
                back.execute(() -> about.set(what));
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };
    }

    private void show(String stepKey, long doneNow, long total) {
        // Reason: an act tells every row; one message at a time waits for the window's thread.
        boolean last = total > 0 && doneNow >= total;
        if (!told.compareAndSet(false, true) && !last) {
            return;
        }
        back.execute(() -> {
            told.set(false);
            step.set(stepKey);
            done.set(doneNow);
            share.set(total > 0 ? (double) doneNow / total : -1);
        });
    }
}
