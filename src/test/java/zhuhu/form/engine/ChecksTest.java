package zhuhu.form.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static zhuhu.form.engine.Story.answer;
import static zhuhu.form.engine.Story.asked;
import static zhuhu.form.engine.Story.at;
import static zhuhu.form.engine.Story.said;

import java.util.List;
import org.junit.jupiter.api.Test;
import zhuhu.form.Choice;
import zhuhu.form.CompiledForm;
import zhuhu.form.Failure;
import zhuhu.form.FormSession;
import zhuhu.form.Ref;
import zhuhu.record.Value;

/// What stops a screen, and what stops the form.
class ChecksTest {

    private static Story family() {
        return Story.of(Forms.visit()).member("a", "王大").member("b", "王二");
    }

    @Test
    void allFailuresOfAScreenComeAtOnceAndInOrder() {
        try (FormSession session = family().open()) {
            session.answer(at(session, "people"), Value.number(1));
            session.answer(at(session, "person_name", "a"), Value.EMPTY);
            session.answer(at(session, "health", "b"), Value.many(List.of("01", "02")));
            session.answer(at(session, "birth_date", "b"), Value.text("2017-03-16"));
            assertThat(session.failures("s_family"))
                    .containsExactly(
                            failure(session, "people", "", "R06", "R06 人数少于下列 2 名成员"),
                            failure(session, "person_name", "a", "required", "此题必答"),
                            failure(session, "health", "b", "constraint", "健康与其他不能同选"),
                            failure(session, "birth_date", "b", "R23", "R23 出生日期在将来"));
        }
    }

    private static Failure failure(
            FormSession session, String question, String row, String code, String message) {
        return new Failure(at(session, question, row), "s_family", code, message);
    }

    @Test
    void theFormsFailuresAreThoseOfAllScreens() {
        try (FormSession session = family().open()) {
            answer(session, "place", "p1");
            assertThat(session.failures())
                    .extracting(Failure::screen, f -> f.ref().name(), Failure::code)
                    .containsExactly(
                            tuple("s_family", "people", "required"),
                            tuple("s_home", "place", "constraint"));
        }
    }

    @Test
    void aMessageMayNameAnswers() {
        try (FormSession session = family().known("phone", "0859").open()) {
            assertThat(session.failures("s_family"))
                    .extracting(Failure::message)
                    .containsExactly("请填0859的人数");
        }
    }

    @Test
    void aWrongAnswerIsSavedFirstAndCheckedLater() {
        try (FormSession session = family().open()) {
            session.answer(at(session, "people"), Value.number(1));
            assertThat(said(session, "people")).isEqualTo("1");
            assertThat(session.failures("s_family")).hasSize(1);
            session.answer(at(session, "people"), Value.number(2));
            assertThat(session.failures()).isEmpty();
        }
    }

    @Test
    void whatDoesNotCountStopsNothing() {
        try (FormSession session = family().open()) {
            session.answer(at(session, "people"), Value.number(2));
            answer(session, "place", "p1");
            assertThat(session.failures("s_home")).hasSize(1);
            answer(session, "poverty_status", "1");
            assertThat(session.failures("s_home")).isEmpty();
            assertThat(session.failures()).isEmpty();
            assertThat(session.failures("no_such_screen")).isEmpty();
        }
    }

    @Test
    void anAnswerThatTheFilterNoLongerOffersIsNeitherLostNorAccepted() {
        try (FormSession session = family().open()) {
            answer(session, "town", "t1");
            answer(session, "place", "p1");
            assertThat(asked(session, "s_home", "place").choices())
                    .containsExactly(new Choice("p1", "甲村"));
            answer(session, "town", "t2");
            assertThat(asked(session, "s_home", "place").choices())
                    .containsExactly(new Choice("p2", "乙村"));
            assertThat(said(session, "place")).isEqualTo("p1");
            assertThat(session.failures("s_home"))
                    .extracting(Failure::code, Failure::message)
                    .containsExactly(tuple("constraint", "所选项已不在当前可选项中，请重新选择"));
            try (FormSession again = family().from(session.draft()).open()) {
                assertThat(said(again, "place")).isEqualTo("p1");
                assertThat(again.failures("s_home")).hasSize(1);
            }
        }
    }

    @Test
    void aRuleIsReadOnlyWhereTheMessageBeginsWithIt() {
        CompiledForm form =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label | constraint | constraint_message | required |
                        | | integer | a | 甲 | . > 5 | R05：太小 | |
                        | | integer | b | 乙 | . > 5 | 见 R05 | |
                        | | integer | c | 丙 | . > 5 | R5 太小 | |
                        | | integer | d | 丁 | . > 5 | R105太小 | |
                        | | integer | e | 戊 | . > 5 | | |
                        | | integer | f | 己 | | | ${a} = 1 |
                        """);
        try (FormSession session = Story.of(form).open()) {
            assertThat(session.failures()).isEmpty();
            for (String question : List.of("a", "b", "c", "d", "e")) {
                session.answer(at(session, question), Value.number(1));
            }
            assertThat(session.failures())
                    .extracting(Failure::code, Failure::message)
                    .containsExactly(
                            tuple("R05", "R05：太小"),
                            tuple("constraint", "见 R05"),
                            tuple("constraint", "R5 太小"),
                            tuple("R105", "R105太小"),
                            tuple("constraint", "答案不符合本题要求，请核对"),
                            tuple("required", "此题必答"));
        }
    }

    @Test
    void aFailureNamesThePlaceToJumpTo() {
        try (FormSession session = family().open()) {
            session.answer(at(session, "person_name", "b"), Value.EMPTY);
            assertThat(session.failures("s_family"))
                    .extracting(Failure::ref)
                    .contains(new Ref("doorstep/s_family/members[b]/person_name"));
        }
    }
}
