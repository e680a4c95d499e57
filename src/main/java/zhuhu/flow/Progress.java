package zhuhu.flow;

/// How far a long act has come, and whether it should stop. Called from the thread that does the
/// act.
public interface Progress {

    /// Nobody watches, nobody cancels.
    Progress NONE =
            new Progress() {
                @Override
                public void at(String step, long done, long total) {}

                @Override
                public boolean cancelled() {
                    return false;
                }
            };

    /// `step` is a text key; `total` 0 where unknown.
    void at(String step, long done, long total);

    /// What the step is about now, as a person knows it: a file's name.
    default void about(String what) {}

    boolean cancelled();
}
