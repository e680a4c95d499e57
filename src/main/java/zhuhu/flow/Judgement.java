package zhuhu.flow;

import java.util.List;

/// Which standards hold now, as the form calculates them. Shape: `line` in words with year, source
/// and 待核; "" where the form has none.
public record Judgement(String line, List<Standard> standards) {

    public Judgement {
        standards = List.copyOf(standards);
    }

    public enum State {
        HOLDS,
        FAILS,
        UNKNOWN
    }

    /// `name` as `holds_income`; `label` and `why` in Chinese.
    public record Standard(String name, String label, State state, String why) {}
}
