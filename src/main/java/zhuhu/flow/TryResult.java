package zhuhu.flow;

import zhuhu.base.Texts;

/// What came of a try to visit a household that did not become a visit. `outcome` is the choice of
/// the form's question 走访结果.
public enum TryResult {
    ABSENT("02"),
    REFUSED("03"),
    /// Telephoned, and nobody answered.
    NO_ANSWER("02");

    private final String outcome;

    TryResult(String outcome) {
        this.outcome = outcome;
    }

    public String outcome() {
        return outcome;
    }

    public String words(Texts texts) {
        return switch (this) {
            case ABSENT -> texts.of("try.absent");
            case REFUSED -> texts.of("try.refused");
            case NO_ANSWER -> texts.of("try.noAnswer");
        };
    }
}
