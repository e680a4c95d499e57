package zhuhu.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.pack.VisitStory.WOMAN;
import static zhuhu.pack.VisitStory.poor;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhuhu.record.Value;

/// What is refused on entry is what cannot be true of any family; whatever can be true goes
/// through.
final class VisitRulesTest {

    @Test
    void aUsualHouseholdTripsNoRule() {
        try (var visit = poor().head().child(2008, "03").visited()) {
            assertThat(visit.rules()).isEmpty();
            assertThat(visit.answer("identification_conclusion", "01").failures()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"张3", "张 三", "张　三", "１张三"})
    void aNameWithDigitsOrSpacesIsNone(String name) {
        try (var visit = poor().head().visited()) {
            assertThat(visit.member(1, "person_name", name).rules()).containsExactly("R01");
        }
    }

    @Test
    void aNameMayNotBeEmptyAndMayHaveADot() {
        try (var visit = poor().head().visited()) {
            assertThat(visit.member(1, "person_name", Value.EMPTY).rules()).containsExactly("R01");
            assertThat(visit.member(1, "person_name", "阿依古丽·买买提").rules()).isEmpty();
            assertThat(visit.member(1, "person_name", "𠮷䶮").rules()).isEmpty();
        }
    }

    @Test
    void aMissingNumberNeedsItsReasonOrTheWordThatThereIsNone() {
        try (var visit = poor().head().visited()) {
            assertThat(visit.member(1, "id_no", Value.EMPTY).rules()).containsExactly("R02");
            assertThat(visit.member(1, "no_id_reason", "未上户").rules()).isEmpty();
            visit.member(1, "no_id_reason", Value.EMPTY).member(1, "id_kind", "09");
            assertThat(visit.rules()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    11010519491231002,     R03
                    1101051949123100210,   R03
                    110105491231002,       R03
                    11010519491231O02X,    R04
                    11010519491231002Y,    R04
                    110105194912310021,    R05
                    110105194912310020,    R05
                    990101201702306014,    R06
                    990101201713016018,    R06
                    """)
    void aNumberThatCannotBeIsRefusedByItsRule(String number, String rule) {
        try (var visit = poor().head().visited()) {
            assertThat(visit.member(1, "id_no", fit(number, rule)).rules()).containsExactly(rule);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x", "11010519491231002X41"})
    void aNumberThatCanBeGoesThrough(String number) {
        try (var visit = poor().head().visited()) {
            assertThat(visit.member(1, "id_no", number).rules()).isEmpty();
        }
    }

    @Test
    void aBirthIsNeitherAfterTodayNorMoreThan120YearsAgo() {
        try (var visit = poor().head().child(2010, "03").visited()) {
            assertThat(visit.member(2, "birth_date", "2017-03-07").rules()).containsExactly("R06");
            assertThat(visit.member(2, "birth_date", "2017-03-06").rules()).isEmpty();
            assertThat(visit.member(2, "birth_date", "1896-03-06").rules()).containsExactly("R06");
            assertThat(visit.member(2, "birth_date", "1896-03-07").rules()).isEmpty();
            assertThat(visit.member(1, "id_no", VisitStory.MAN).rules()).containsExactly("R06");
        }
    }

    @Test
    void leapDaysExistInLeapYearsOnly() {
        try (var visit = poor().head().visited()) {
            assertThat(visit.member(1, "id_no", checked("99010120000229601")).rules()).isEmpty();
            assertThat(visit.member(1, "id_no", checked("99010119000229601")).rules())
                    .containsExactly("R06");
            assertThat(visit.member(1, "id_no", checked("99010120010229601")).rules())
                    .containsExactly("R06");
        }
    }

    @Test
    void aHouseholdHasOneHead() {
        try (var visit = poor().head().child(2008, "03").visited()) {
            assertThat(visit.member(2, "relation", "01").rules()).containsExactly("R18");
            assertThat(visit.member(1, "relation", "12").rules()).isEmpty();
            assertThat(visit.member(2, "relation", "04").rules()).containsExactly("R17");
        }
    }

    @Test
    void aHeadTooManyMayBeStruckOut() {
        try (var visit = poor().head().child(2008, "03").visited()) {
            visit.member(2, "relation", "01");
            assertThat(visit.stops()).containsExactly("R18", "R18", "required");
            visit.session().removeRow("members", "member-1");
            assertThat(visit.rules()).isEmpty();
            assertThat(visit.value("present_count")).isEqualTo("1");
        }
    }

    @Test
    void aHouseholdWithoutAnybodyHasNoHead() {
        try (var visit = poor().visited()) {
            visit.answer("identification_conclusion", "01");
            assertThat(visit.rules()).containsExactly("R17");
        }
    }

    @Test
    void aHeadWhoDiedLeavesTheHouseholdToAnother() {
        try (var visit = poor().head().child(1990, "01").visited()) {
            visit.member(1, "change", "2").member(1, "change_reason", "01");
            assertThat(visit.rules()).containsExactly("R22");
            assertThat(visit.member(2, "relation", "01").rules()).isEmpty();
        }
    }

    @Test
    void aHeadHasOneSpouseOfTheOtherSexAndOfAge() {
        try (var visit = poor().head().child(1950, "01").child(1951, "01").visited()) {
            visit.member(2, "sex", "1").member(2, "relation", "02").member(3, "sex", "1");
            visit.member(3, "relation", "99");
            assertThat(visit.rules()).isEmpty();
            assertThat(visit.member(3, "relation", "02").rules()).containsExactly("R23");
            visit.member(3, "relation", "99");
            assertThat(visit.member(2, "sex", "2").rules()).containsExactly("R23");
            visit.member(2, "sex", "1");
            visit.member(2, "school_status", "03");
            assertThat(visit.member(2, "birth_date", "2005-01-01").rules()).containsExactly("R23");
            assertThat(visit.member(2, "birth_date", "1990-01-01").rules()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"03,2", "04,1", "05,1", "06,2", "11,2", "12,1", "19,2", "20,1"})
    void aRelationHasItsSex(String relation, String wrongSex) {
        try (var visit = poor().head().child(1990, "01").visited()) {
            visit.member(2, "relation", relation).member(2, "sex", wrongSex);
            assertThat(visit.rules()).containsExactly("R27");
            String right = wrongSex.equals("1") ? "2" : "1";
            assertThat(visit.member(2, "sex", right).rules()).isEmpty();
            assertThat(visit.member(2, "sex", "9").rules()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"2001-03-06, false", "2001-03-07, true", "2011-03-06, true", "2011-03-07, false"})
    void aChildOfSixToFifteenOutOfSchoolNeedsAReason(String born, boolean needs) {
        try (var visit = poor().head().child(2008, "03").visited()) {
            visit.member(2, "birth_date", born).member(2, "school_status", "01");
            assertThat(visit.rules()).isEqualTo(needs ? List.of("R35") : List.of());
            if (needs) {
                assertThat(visit.member(2, "dropout_reason", "厌学").rules()).isEmpty();
            }
        }
    }

    @Test
    void aPlaceOfWorkAndItsMonthsGoTogether() {
        try (var visit = poor().head().visited()) {
            assertThat(visit.member(1, "work_area", "04").rules()).containsExactly("R48");
            assertThat(visit.member(1, "work_months", 0).rules()).containsExactly("R48");
            assertThat(visit.member(1, "work_months", 8).rules()).isEmpty();
            assertThat(visit.member(1, "work_area", Value.EMPTY).rules()).containsExactly("R48");
            assertThat(visit.member(1, "work_area", "unknown").rules()).isEmpty();
            visit.member(1, "work_area", Value.EMPTY).member(1, "work_months", 0);
            assertThat(visit.rules()).isEmpty();
        }
    }

    @Test
    void otherCausesAreTwoAtMostAndNotTheMainOne() {
        try (var visit = poor().head().visited()) {
            visit.answer("main_cause", "01");
            assertThat(visit.answer("other_causes", Value.many(List.of("01"))).rules())
                    .containsExactly("R54");
            assertThat(visit.answer("other_causes", Value.many(List.of("02", "03", "04"))).rules())
                    .containsExactly("R54");
            assertThat(visit.answer("other_causes", Value.many(List.of("02", "03"))).rules())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wage_income", "business_expense", "house_area", "member_count"})
    void aFigureIsNeverNegative(String question) {
        try (var visit = poor().head().visited()) {
            assertThat(visit.answer(question, -1).rules()).containsExactly("R70");
            assertThat(visit.answer(question, 0).rules()).isEmpty();
        }
    }

    @Test
    void badButTrueFactsStopNothing() {
        try (var visit = VisitStory.exited().head().child(2008, "01").visited()) {
            visit.member(2, "dropout_reason", "在家带弟弟").member(1, "medical_insurance", "0");
            visit.answer("unsafe_house_grade", "D").answer("wage_income", 100);
            visit.answer("income_members", 2).answer("business_expense", 9000);
            visit.answer("water_safe", "0").answer("identification_conclusion", "01");
            assertThat(visit.answer("exit_conclusion", "01").failures()).isEmpty();
        }
    }

    @Test
    void aConclusionAgainstTheFamilyNeedsItsReason() {
        try (var visit = VisitStory.exited().head().visited()) {
            visit.answer("identification_conclusion", "02").answer("exit_conclusion", "03");
            assertThat(visit.stops()).containsExactly("required", "required");
            visit.answer("identification_reason", "名下有商品房").answer("exit_reason", "去年大病");
            assertThat(visit.failures()).isEmpty();
        }
    }

    /// Numbers whose other parts are in order get the check character that fits.
    private static String fit(String number, String rule) {
        return rule.equals("R06") ? checked(number.substring(0, 17)) : number;
    }

    private static String checked(String seventeen) {
        return seventeen + zhuhu.base.CitizenId.check(seventeen);
    }

    @Test
    void theExampleOfTheStandardPasses() {
        assertThat(checked(WOMAN.substring(0, 17))).isEqualTo(WOMAN);
    }
}
