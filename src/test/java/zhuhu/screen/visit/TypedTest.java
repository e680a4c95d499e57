package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhuhu.form.AnswerKind;
import zhuhu.record.Value;

class TypedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-3-5",
                "2017-03-05",
                "20170305",
                "2017年3月5日",
                "2017.3.5",
                "2017/3/5",
                " 2017 年 3 月 5 日 ",
                "２０１７－３－５",
                "2017年03月05"
            })
    void aDateIsReadInEverySpellingThatPeopleUse(String typed) {
        assertThat(Typed.of(AnswerKind.DATE, typed))
                .isEqualTo(new Typed.Right(Value.text("2017-03-05")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-2-30", "20171301", "昨天", "2017", "3月5日", "17-3-5"})
    void whatIsNoDateIsToldAndNotGuessed(String typed) {
        assertThat(Typed.of(AnswerKind.DATE, typed)).isEqualTo(new Typed.Wrong("visit.wrongDate"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    INTEGER, 12,        12
                    INTEGER, '1,200',   1200
                    INTEGER, １２,       12
                    INTEGER, 12.0,      12
                    DECIMAL, 2800.50,   2800.5
                    DECIMAL, '3 146',   3146
                    DECIMAL, -40,       -40
                    """)
    void aNumberIsReadWithSeparatorsAndFullWidthDigits(
            AnswerKind kind, String typed, BigDecimal number) {
        assertThat(Typed.of(kind, typed)).isEqualTo(new Typed.Right(Value.number(number)));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    INTEGER, 12.5,    visit.wrongInteger
                    INTEGER, 三口,     visit.wrongInteger
                    DECIMAL, 约3000,   visit.wrongDecimal
                    DECIMAL, 3000元,   visit.wrongDecimal
                    DECIMAL, 1e3,     visit.wrongDecimal
                    """)
    void whatIsNoNumberIsToldAndNotGuessed(AnswerKind kind, String typed, String key) {
        assertThat(Typed.of(kind, typed)).isEqualTo(new Typed.Wrong(key));
    }

    @Test
    void blankTextIsAnEmptyAnswerWhateverTheQuestion() {
        for (AnswerKind kind : AnswerKind.values()) {
            assertThat(Typed.of(kind, " 　 ")).isEqualTo(new Typed.Right(Value.EMPTY));
        }
    }
}
