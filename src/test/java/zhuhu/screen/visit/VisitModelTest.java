package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zhuhu.form.Failure;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;
import zhuhu.screen.Background;
import zhuhu.screen.visit.VisitModel.Page;

class VisitModelTest {

    private final SampleVisit visit = new SampleVisit();
    private final VisitModel model =
            new VisitModel(
                    visit,
                    Background.inline(e -> {
                        throw new AssertionError(e);
                    }));

    @BeforeEach
    void look() {
        model.look();
    }

    @Test
    void aFieldIsSavedAsItIsLeft() {
        model.typed(asked(SampleVisit.VISITED_ON), "2017年3月5日");

        assertThat(visit.value(SampleVisit.VISITED_ON)).contains(Value.text("2017-03-05"));
        assertThat(model.saved().get()).isTrue();
    }

    @Test
    void anUnchangedAnswerIsNotSavedAgain() {
        model.typed(asked(SampleVisit.PEOPLE), "4");
        int acts = visit.seen.size();
        model.typed(asked(SampleVisit.PEOPLE), "4");

        assertThat(visit.seen).hasSize(acts);
    }

    @Test
    void anAnswerBringsUpTheQuestionsThatHangOnIt() {
        assertThat(shown()).doesNotContain(SampleVisit.WHY);

        model.answer(asked(SampleVisit.AGREED), Value.text("0"));

        assertThat(shown()).contains(SampleVisit.WHY);
    }

    @Test
    void textOfTheWrongShapeIsKeptToldAndNeverSaved() {
        model.typed(asked(SampleVisit.PEOPLE), "四口人");

        assertThat(visit.value(SampleVisit.PEOPLE)).isEmpty();
        assertThat(model.faults().wrong(SampleVisit.PEOPLE).orElseThrow().text()).isEqualTo("四口人");
        assertThat(model.faults().wrong(SampleVisit.PEOPLE).orElseThrow().key())
                .isEqualTo("visit.wrongInteger");
    }

    @Test
    void aScreenIsNotLeftWhileTextOnItCannotBeRead() {
        model.typed(asked(SampleVisit.VISITED_ON), "2017-3-5");
        model.typed(asked(SampleVisit.PEOPLE), "四口人");

        model.next();

        assertThat(screen()).isEqualTo("arrival");
        assertThat(model.wanted().get()).isEqualTo(SampleVisit.PEOPLE);
    }

    @Test
    void mendedTextIsForgotten() {
        model.typed(asked(SampleVisit.PEOPLE), "四");
        model.typed(asked(SampleVisit.PEOPLE), "4");

        assertThat(model.faults().wrong(SampleVisit.PEOPLE)).isEmpty();
        assertThat(visit.value(SampleVisit.PEOPLE)).contains(Value.number(4));
    }

    @Test
    void whatIsOnlyEmptyIsNotScoldedBeforeTheScreenIsToBeLeft() {
        assertThat(model.faults().told()).isEmpty();

        model.next();

        assertThat(model.faults().told())
                .extracting(Failure::ref)
                .containsExactly(SampleVisit.VISITED_ON);
        assertThat(model.wanted().get()).isEqualTo(SampleVisit.VISITED_ON);
        assertThat(screen()).isEqualTo("arrival");
    }

    @Test
    void aConfirmedScreenLeadsToTheNextAndTheLastToTheReview() {
        model.typed(asked(SampleVisit.VISITED_ON), "2017-3-5");
        model.next();
        assertThat(screen()).isEqualTo("house");
        assertThat(model.wanted().get()).isEqualTo(SampleVisit.ROOF);

        model.next();
        assertThat(model.page().get()).isEqualTo(Page.REVIEW);
    }

    @Test
    void sameAsLastTimeFillsWhatIsEmptyAndKeepsWhatWasChanged() {
        model.typed(asked(SampleVisit.VISITED_ON), "2017-3-5");
        model.same();
        model.answer(asked(SampleVisit.ROOF), Value.text("slab"));
        model.same();

        assertThat(visit.value(SampleVisit.PEOPLE)).contains(Value.number(4));
        assertThat(visit.value(SampleVisit.ROOF)).contains(Value.text("slab"));
    }

    @Test
    void turningPagesConfirmsNothing() {
        model.turn(1);
        assertThat(screen()).isEqualTo("house");
        model.turn(1);
        assertThat(model.page().get()).isEqualTo(Page.REVIEW);
        model.turn(-1);

        assertThat(model.page().get()).isEqualTo(Page.SCREEN);
        assertThat(visit.seen).noneMatch(a -> a instanceof Act.Confirm);
    }

    @Test
    void theReviewListsWhatIsMissingAndTextThatCannotBeRead() {
        model.typed(asked(SampleVisit.PEOPLE), "四");
        model.openReview();

        assertThat(model.faults().missing(model.review(), w -> w.text()))
                .extracting(g -> g.failure().ref())
                .containsExactly(SampleVisit.PEOPLE, SampleVisit.VISITED_ON);
    }

    @Test
    void finishingWithUnreadableTextGoesToItAndFinalisesNothing() {
        model.typed(asked(SampleVisit.VISITED_ON), "2017-3-5");
        model.typed(asked(SampleVisit.PEOPLE), "四");
        model.openReview();

        model.finish();

        assertThat(visit.seen).noneMatch(a -> a instanceof Act.Finalise);
        assertThat(model.wanted().get()).isEqualTo(SampleVisit.PEOPLE);
    }

    @Test
    void finishingACompleteVisitEndsOnTheDonePage() {
        model.typed(asked(SampleVisit.VISITED_ON), "2017-3-5");
        model.finish();

        assertThat(model.page().get()).isEqualTo(Page.DONE);
        assertThat(model.finalised()).isPresent();
    }

    @Test
    void aJumpLandsOnTheVeryQuestion() {
        model.goTo("house", Optional.of(SampleVisit.CAUSES));

        assertThat(screen()).isEqualTo("house");
        assertThat(model.wanted().get()).isEqualTo(SampleVisit.CAUSES);
    }

    @Test
    void pickingAgainTakesBackAndSeveralKeepTheOrderOfTheirList() {
        model.goTo("house", Optional.empty());
        Asked causes = asked(SampleVisit.CAUSES);
        Asked third = Picks.with(causes, Picks.picked(causes, causes.choices().get(2)));
        Asked both = Picks.with(third, Picks.picked(third, third.choices().get(0)));

        assertThat(both.value()).isEqualTo(Value.many(List.of("01", "03")));
        assertThat(Picks.picked(both, both.choices().get(2))).isEqualTo(Value.many(List.of("01")));
        Asked roof = asked(SampleVisit.ROOF);
        assertThat(Picks.picked(roof, roof.choices().get(0))).isEqualTo(Value.EMPTY);
    }

    private Asked asked(Ref ref) {
        return VisitActs.asked(snapshot().screen().items()).stream()
                .filter(a -> a.ref().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    private List<Ref> shown() {
        return VisitActs.asked(snapshot().screen().items()).stream().map(Asked::ref).toList();
    }

    private String screen() {
        return snapshot().screen().name();
    }

    private Snapshot snapshot() {
        return Objects.requireNonNull(model.snapshot().get());
    }
}
