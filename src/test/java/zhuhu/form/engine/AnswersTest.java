package zhuhu.form.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static zhuhu.form.engine.Story.at;
import static zhuhu.form.engine.Story.said;

import java.math.BigDecimal;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import zhuhu.form.FormSession;
import zhuhu.form.Ref;
import zhuhu.record.Value;

/// Values in and out of the engine.
class AnswersTest {

    private static Story family() {
        return Story.of(Forms.visit()).member("a", "王大");
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of("phone", Value.number(1)),
                Arguments.of("phone", Value.many(List.of("01"))),
                Arguments.of("people", Value.text("3")),
                Arguments.of("people", Value.number(new BigDecimal("2.5"))),
                Arguments.of("people", Value.number(10_000_000_000_000_000L)),
                Arguments.of("area", Value.text("大")),
                Arguments.of("area", Value.number(new BigDecimal("1.234567890123456789"))),
                Arguments.of("area", Value.number(new BigDecimal("1e400"))),
                Arguments.of("visited_on", Value.text("2017-02-29")),
                Arguments.of("visited_on", Value.text("2017-3-5")),
                Arguments.of("visited_on", Value.number(42809)),
                Arguments.of("town", Value.text("t9")),
                Arguments.of("town", Value.many(List.of("t1"))),
                Arguments.of("seen", Value.text("是")),
                Arguments.of("phone", new Value.Rows(List.of())),
                Arguments.of("counted", Value.text("9")),
                Arguments.of("told", Value.text("x")));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void aValueOfTheWrongShapeIsRefusedAndChangesNothing(String question, Value value) {
        try (FormSession session = family().open()) {
            Ref ref = at(session, question);
            Value before = session.value(ref);
            assertThatIllegalArgumentException().isThrownBy(() -> session.answer(ref, value));
            assertThat(session.value(ref)).isEqualTo(before);
        }
    }

    @Test
    void anUnknownChoiceAmongSeveralIsRefused() {
        try (FormSession session = family().open()) {
            Ref health = at(session, "health", "a");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.answer(health, Value.many(List.of("02", "99"))));
            session.answer(health, Value.many(List.of("03", "02", "03")));
            assertThat(session.value(health)).isEqualTo(Value.many(List.of("02", "03")));
        }
    }

    @Test
    void whatIsNoQuestionTakesNoAnswer() {
        try (FormSession session = family().open()) {
            for (String path :
                    List.of("doorstep", "doorstep/s_family/members", "nowhere", "", "a[b")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> session.answer(new Ref(path), Value.text("x")));
                assertThatIllegalArgumentException().isThrownBy(() -> session.value(new Ref(path)));
            }
        }
    }

    @Test
    void knownValuesThatDoNotFitAreLeftOut() {
        try (FormSession session =
                family().known("town", "t9")
                        .known("people", "不详")
                        .known("area", "很大")
                        .known("visited_on", "2017年")
                        .known("poverty_status", Value.number(0))
                        .open()) {
            assertThat(said(session, "town")).isEmpty();
            assertThat(said(session, "people")).isEmpty();
            assertThat(said(session, "area")).isEmpty();
            assertThat(said(session, "visited_on")).isEmpty();
            assertThat(said(session, "poverty_status")).isEqualTo("0");
        }
    }

    @Test
    void knownValuesStandBeforeDefaults() {
        try (FormSession session =
                family().known("visited_on", "2016-12-01").known("people", "3").open()) {
            assertThat(said(session, "visited_on")).isEqualTo("2016-12-01");
            assertThat(session.value(at(session, "people"))).isEqualTo(Value.number(3));
        }
        try (FormSession session =
                family().known("phone", Value.EMPTY).known("visited_on", Value.EMPTY).open()) {
            assertThat(said(session, "phone")).isEmpty();
            assertThat(said(session, "visited_on")).isEmpty();
        }
    }

    /// Midnights that Shanghai's summer time skipped, and days on which clocks disagree.
    @ParameterizedTest
    @CsvSource({
        "1940-06-01, 76",
        "1941-03-15, 76",
        "1986-05-04, 30",
        "1987-04-12, 29",
        "1991-09-15, 25",
        "1927-12-31, 89",
        "1900-12-31, 116",
        "2016-02-29, 1"
    })
    void aDateOfBirthIsTheSameInShanghaiAsWritten(String date, String age) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            try (FormSession session = family().open()) {
                session.answer(at(session, "birth_date", "a"), Value.text(date));
                assertThat(said(session, "birth_date", "a")).isEqualTo(date);
                assertThat(said(session, "age", "a")).isEqualTo(age);
                try (FormSession again = family().from(session.draft()).open()) {
                    assertThat(said(again, "birth_date", "a")).isEqualTo(date);
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
