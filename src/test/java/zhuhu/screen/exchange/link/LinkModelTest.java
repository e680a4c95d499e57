package zhuhu.screen.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import zhuhu.flow.link.AnswerDuplicate.Stands;
import zhuhu.screen.Background;
import zhuhu.screen.exchange.link.LinkModel.Answer;

/// Answering pairs without a window.
final class LinkModelTest {

    private final Pairs pairs = new Pairs(3);
    private final List<String> told = new ArrayList<>();
    private final LinkModel model =
            new LinkModel(
                    pairs,
                    Background.inline(bug -> {
                        throw new AssertionError(bug);
                    }),
                    () -> told.add("changed"));

    @Test
    void anAnswerGoesOnToTheNextPairAndTellsTheOtherPages() {
        model.look();
        assertThat(model.lines()).hasSize(3);
        model.stands().set(Stands.FIRST);
        model.same();
        assertThat(pairs.heard).containsExactly("same FIRST");
        assertThat(model.lines()).hasSize(2);
        assertThat(model.chosen().get()).contains(model.lines().getFirst());
        assertThat(model.stands().get()).isEqualTo(Stands.OPEN);
        assertThat(told).containsExactly("changed");
        assertThat(model.open().get()).isEqualTo(2);
    }

    @Test
    void whatIsTakenBackIsAskedAgain() {
        model.look();
        model.notTheSame();
        model.notTheSame();
        assertThat(model.lines()).hasSize(1);
        model.undo();
        model.undo();
        model.undo();
        assertThat(pairs.heard).containsExactly("not", "not", "undo", "undo");
        assertThat(model.lines()).hasSize(3);
        assertThat(model.chosen().get()).contains(model.lines().getFirst());
        assertThat(model.undoable().get()).isFalse();
    }

    @Test
    void aPairThatIsPutOffStandsLastAndIsNotCounted() {
        model.look();
        var first = model.lines().getFirst().pair().link();
        model.later();
        assertThat(model.lines().getLast().pair().link()).isEqualTo(first);
        assertThat(model.open().get()).isEqualTo(2);
        model.undo();
        assertThat(model.open().get()).isEqualTo(3);
        assertThat(model.said().get().map(LinkModel.Said::answer)).contains(Answer.UNDONE);
    }

    @Test
    void aRefusedAnswerLeavesThePairAndSaysWhy() {
        model.look();
        pairs.refuses = true;
        model.notTheSame();
        assertThat(model.lines()).hasSize(3);
        assertThat(model.said().get().orElseThrow().problems()).hasSize(1);
        assertThat(model.undoable().get()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void nothingIsLookedForAgainUntilSomethingChanged() {
        model.look();
        model.notTheSame();
        pairs.undo(
                new zhuhu.flow.link.AnswerDuplicate.Answered(
                        new zhuhu.record.Link(Pairs.ONE, Pairs.OTHER, false),
                        List.of(),
                        0,
                        List.of()));
        model.look();
        assertThat(model.lines()).hasSize(2);
        model.stale();
        model.look();
        assertThat(model.lines()).hasSize(3);
        assertThat(model.looking().get()).isEqualTo(Optional.empty());
    }
}
