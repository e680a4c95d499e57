package zhuhu.screen.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrengthTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '', SHORT
                    abc1234, SHORT
                    12345678, WEAK
                    aaaaaaaa, WEAK
                    20170224, WEAK
                    qwertyui, WEAK
                    坡脚村的老槐树下, FAIR
                    Zhuhu2017, FAIR
                    坡脚村的老槐树下有3口井, STRONG
                    correct horse battery, STRONG
                    """)
    void judgesByLengthKindsAndRuns(String typed, Strength expected) {
        assertThat(Strength.of(typed)).isEqualTo(expected);
    }
}
