package zhuhu.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    11010519491231002X, 110*************2X
                    13900000001, 139******01
                    1234567, *****67
                    12, 12
                    '', ''
                    """)
    void hidesTheMiddleOfANumber(String number, String shown) {
        assertThat(Masks.hide(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id_no",
                "head_id_no",
                "id_no_raw",
                "phone",
                "person_phone",
                "helper_phone",
                "bank_account"
            })
    void knowsWhichPropertiesArePersonal(String property) {
        assertThat(Masks.personal(property)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"household_no", "person_name", "bank", "id_kind", "no_id_reason"})
    void leavesTheOthersAlone(String property) {
        assertThat(Masks.personal(property)).isFalse();
    }
}
