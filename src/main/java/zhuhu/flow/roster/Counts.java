package zhuhu.flow.roster;

/// Records of a kind that a roster named. Shape: `fresh` were unknown before; `changed` got at
/// least one new statement; `same` got none.
public record Counts(int fresh, int changed, int same) {

    public static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Fate fate) {
        return switch (fate) {
            case FRESH -> new Counts(fresh + 1, changed, same);
            case CHANGED -> new Counts(fresh, changed + 1, same);
            case SAME -> new Counts(fresh, changed, same + 1);
        };
    }

    public int all() {
        return fresh + changed + same;
    }

    /// What came of one record.
    enum Fate {
        FRESH,
        CHANGED,
        SAME
    }
}
