package zhuhu.screen.exchange.link;

import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.flow.Progress;
import zhuhu.flow.link.AnswerDuplicate.Answered;
import zhuhu.flow.link.AnswerDuplicate.Stands;
import zhuhu.flow.link.Compared;
import zhuhu.flow.link.Pair;

/// Records that may be one. Called on the workspace's thread.
public interface Linking {

    /// A pair and what both are called.
    record Line(Pair pair, String first, String second) {}

    List<Line> pairs(Progress progress);

    Compared compared(Pair pair);

    Outcome<Answered> same(Pair pair, Stands stands);

    Outcome<Answered> notTheSame(Pair pair);

    void later(Pair pair, boolean later);

    void undo(Answered answered);
}
