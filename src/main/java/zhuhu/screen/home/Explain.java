package zhuhu.screen.home;

import java.util.List;
import zhuhu.flow.CheckWorkspace;

/// What the checks find in households that were visited and that nobody has given a reason for.
/// Shape: `known` false while they run; `lines` in order of the rules.
public record Explain(boolean known, List<CheckWorkspace.Line> lines) {

    static final Explain NOTHING = new Explain(false, List.of());

    public Explain {
        lines = List.copyOf(lines);
    }

    int households() {
        return (int) lines.stream().map(CheckWorkspace.Line::household).distinct().count();
    }
}
