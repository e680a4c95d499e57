package zhuhu.workbook.export;

/// How far a long writing has come, and whether it is still wanted.
public interface Pace {

    /// `step`: a key of the text file; `total` 0 where it is not known.
    void at(String step, long done, long total);

    /// Asked between rows; true stops the writing.
    boolean cancelled();

    /// Says nothing and never stops.
    Pace QUIET =
            new Pace() {
                @Override
                public void at(String step, long done, long total) {}

                @Override
                public boolean cancelled() {
                    return false;
                }
            };
}
