package zhuhu.app;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Labels;
import zhuhu.flow.Progress;
import zhuhu.flow.link.AnswerDuplicate;
import zhuhu.flow.link.AnswerDuplicate.Answered;
import zhuhu.flow.link.AnswerDuplicate.Stands;
import zhuhu.flow.link.Compared;
import zhuhu.flow.link.Duplicates;
import zhuhu.flow.link.Pair;
import zhuhu.screen.exchange.link.Linking;
import zhuhu.store.Workspace;

/// Records that may be one, in the open workspace. The workspace's thread only.
record OpenLinking(
        Workspace workspace, Supplier<Author> author, Supplier<LocalDateTime> clock, Texts texts)
        implements Linking {

    @Override
    public List<Line> pairs(Progress progress) {
        return Duplicates.of(workspace, texts, progress).stream()
                .map(pair ->
                        new Line(
                                pair,
                                Labels.of(workspace, pair.first()),
                                Labels.of(workspace, pair.second())))
                .toList();
    }

    @Override
    public Compared compared(Pair pair) {
        return Compared.of(workspace, texts, pair.first(), pair.second());
    }

    @Override
    public Outcome<Answered> same(Pair pair, Stands stands) {
        return answers().same(pair.first(), pair.second(), stands);
    }

    @Override
    public Outcome<Answered> notTheSame(Pair pair) {
        return answers().notTheSame(pair.first(), pair.second());
    }

    @Override
    public void later(Pair pair, boolean later) {
        answers().later(pair, later);
    }

    @Override
    public void undo(Answered answered) {
        answers().undo(answered);
    }

    private AnswerDuplicate answers() {
        return new AnswerDuplicate(workspace, author.get(), clock);
    }
}
