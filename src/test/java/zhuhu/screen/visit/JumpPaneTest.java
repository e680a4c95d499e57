package zhuhu.screen.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.form.Ref;
import zhuhu.screen.visit.Snapshot.Spot;

class JumpPaneTest {

    private static final List<Spot> SPOTS =
            List.of(
                    spot("1", "工资性收入", "收入"),
                    spot("2", "住房面积", "住房"),
                    spot("12", "银行卡号", "联系"),
                    spot("13", "重点帮扶措施", "措施"),
                    spot("14", "QQ 群", "联系"));

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1,          1 12 13 14
                    12,         12
                    面积,       2
                    收入,       1
                    zhufang,    2
                    zfmj,       2
                    mianji,     2
                    mj,         2
                    yinhang,    12
                    zhongdian,  13
                    lianxi,     12 14
                    qq,         14
                    shour,      1
                    没有,       ''
                    zzzz,       ''
                    """)
    void aQuestionIsFoundByNumberWordOrPinyin(String typed, String numbers) {
        assertThat(JumpPane.matching(SPOTS, typed).stream().map(Spot::number))
                .containsExactlyElementsOf(
                        numbers.isEmpty() ? List.of() : List.of(numbers.split(" ", -1)));
    }

    private static Spot spot(String number, String label, String screen) {
        return new Spot(new Ref("q" + number), "s", screen, number, label);
    }
}
