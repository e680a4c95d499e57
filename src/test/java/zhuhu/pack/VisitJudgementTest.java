package zhuhu.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.pack.VisitStory.exited;
import static zhuhu.pack.VisitStory.poor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.form.Submission.Saved;
import zhuhu.pack.Schema.Authority;
import zhuhu.record.Kind;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// 一达标、两不愁、三保障 as the form judges them while it is filled, and what it asks of whom.
final class VisitJudgementTest {

    @ParameterizedTest
    @CsvSource({"3145.99, 0, 低于", "3146, 1, 达到", "3146.01, 1, 达到"})
    void incomeIsHeldAgainstTheLineToTheCent(BigDecimal income, String holds, String word) {
        try (var visit = poor().head().visited()) {
            visit.answer("wage_income", Value.number(income)).answer("income_members", 1);
            assertThat(visit.value("holds_income")).isEqualTo(holds);
            assertThat(visit.value("why_income"))
                    .contains("2016 年人均纯收入 " + income.toPlainString() + " 元")
                    .contains(word, "贵州 2016 年 3146 元（待核）");
        }
    }

    @Test
    void sumsFollowTheNationalArithmetic() {
        try (var visit = poor().head().visited()) {
            visit.answer("wage_income", 6000).answer("business_income", 5000);
            visit.answer("property_income", 100).answer("dibao_income", 1200);
            visit.answer("ecological_income", 300).answer("business_expense", 2600);
            assertThat(visit.value("transfer_income")).isEqualTo("1500");
            assertThat(visit.value("total_income")).isEqualTo("12600");
            assertThat(visit.value("net_income")).isEqualTo("10000");
            assertThat(visit.value("net_income_per_head")).isEmpty();
            assertThat(visit.answer("income_members", 3).value("net_income_per_head"))
                    .isEqualTo("3333.33");
            assertThat(visit.answer("income_members", 0).value("net_income_per_head")).isEmpty();
        }
    }

    @Test
    void incomeThatNobodyReckonedIsUnknownNotNothing() {
        try (var visit = poor().head().visited()) {
            assertThat(visit.value("total_income")).isEmpty();
            assertThat(visit.value("holds_income")).isEqualTo("unknown");
            assertThat(visit.answer("income_members", 2).value("holds_income"))
                    .isEqualTo("unknown");
            visit.answer("wage_income", 0);
            assertThat(visit.value("holds_income")).isEqualTo("0");
        }
    }

    @Test
    void withoutALineNothingIsJudged() {
        try (var visit = new VisitStory.Known().with("poverty_status", "0").head().visited()) {
            visit.answer("wage_income", 9000).answer("income_members", 1);
            assertThat(visit.value("holds_income")).isEqualTo("unknown");
            assertThat(visit.value("why_income")).contains("没有 2016 年的线");
        }
    }

    @Test
    void aChildOutOfSchoolBreaksTheGuarantee() {
        try (var visit = poor().head().child(2008, "03").child(1995, "01").visited()) {
            assertThat(visit.value("holds_education")).isEqualTo("1");
            assertThat(visit.value("why_education")).isEqualTo("6—15 周岁 1 人都在校");
            visit.member(2, "school_status", "01").member(2, "dropout_reason", "厌学");
            assertThat(visit.value("holds_education")).isEqualTo("0");
            assertThat(visit.value("why_education")).isEqualTo("不在校：小丙（9 岁，厌学）");
            assertThat(visit.member(2, "school_status", "unknown").value("holds_education"))
                    .isEqualTo("unknown");
            visit.member(2, "change", "2");
            assertThat(visit.value("holds_education")).isEqualTo("1");
        }
    }

    @Test
    void aMemberWithoutInsuranceBreaksTheGuarantee() {
        try (var visit = poor().head().child(2008, "03").visited()) {
            assertThat(visit.value("holds_medical")).isEqualTo("1");
            assertThat(visit.member(2, "medical_insurance", "0").value("holds_medical"))
                    .isEqualTo("0");
            assertThat(visit.value("why_medical")).contains("小丙");
            assertThat(visit.member(2, "other_medical", "1").value("holds_medical")).isEqualTo("1");
            assertThat(visit.member(2, "medical_insurance", Value.EMPTY).value("holds_medical"))
                    .isEqualTo("unknown");
        }
    }

    @Test
    void anIllnessUntreatedForWantOfMoneyBreaksItToo() {
        try (var visit = poor().head().visited()) {
            visit.member(1, "health", Value.many(List.of("02")));
            assertThat(visit.member(1, "untreated", "1").value("holds_medical")).isEqualTo("0");
            assertThat(visit.value("why_medical")).contains("有病没钱看");
        }
    }

    @ParameterizedTest
    @CsvSource({"A, 1", "B, 1", "C, 0", "D, 0", "unknown, unknown"})
    void aHouseHoldsByItsGrade(String grade, String holds) {
        try (var visit = poor().head().visited()) {
            assertThat(visit.value("holds_housing")).isEqualTo("unknown");
            assertThat(visit.answer("unsafe_house_grade", grade).value("holds_housing"))
                    .isEqualTo(holds);
            assertThat(visit.answer("house_kind", "04").value("holds_housing")).isEqualTo("0");
        }
    }

    @Test
    void foodAndClothingHoldOnlyWhenAllWasAsked() {
        try (var visit = poor().head().visited()) {
            visit.answer("food_enough", "1").answer("clothes_enough", "1");
            assertThat(visit.value("holds_food")).isEqualTo("unknown");
            assertThat(visit.value("holds_clothing")).isEqualTo("unknown");
            visit.answer("food_protein", "02").answer("bedding_enough", "0");
            assertThat(visit.value("holds_food")).isEqualTo("1");
            assertThat(visit.value("holds_clothing")).isEqualTo("0");
        }
    }

    @Test
    void gapsAreNamedBeforeTheSignature() {
        try (var visit = poor().head().visited()) {
            visit.answer("unsafe_house_grade", "C").answer("clothes_enough", "0");
            assertThat(visit.value("gap_names")).contains("穿", "住房安全").doesNotContain("收入");
        }
    }

    @Test
    void aPoorHouseholdIsAskedForItsPresentStateAndAnExitedOneForAVerdict() {
        try (var poor = poor().head().visited();
                var exited = exited().head().visited()) {
            assertThat(poor.parts())
                    .containsExactly(
                            "doorstep",
                            "recheck_identification",
                            "settle_measures",
                            "verify_results",
                            "closing");
            assertThat(poor.asks("present_gaps")).isTrue();
            assertThat(poor.asks("effect_verdict")).isFalse();
            assertThat(poor.asks("exit_conclusion")).isFalse();
            assertThat(exited.parts()).contains("strengthen_followup");
            assertThat(exited.screens()).contains("exit_check", "followup");
            assertThat(exited.asks("present_gaps")).isFalse();
            assertThat(exited.asks("effect_verdict")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"02, false", "03, false", "04, true", "05, false", "06, false", "07, false"})
    void onlyAHouseholdThatWasSpokenWithIsWalkedThrough(String outcome, boolean walked) {
        try (var visit = exited().head().visited()) {
            visit.answer("outcome", outcome);
            assertThat(visit.screens().contains("members")).isEqualTo(walked);
            assertThat(visit.screens().contains("departure"))
                    .isEqualTo(List.of("05", "06", "07").contains(outcome));
            assertThat(walked || visit.failures().isEmpty()).isTrue();
        }
    }

    @Test
    void questionsFollowAge() {
        try (var visit = poor().head().child(2008, "03").visited()) {
            assertThat(visit.value(1, "age")).isEqualTo("67");
            assertThat(visit.asks(1, "school_status")).isFalse();
            assertThat(visit.asks(1, "labour_skill")).isTrue();
            assertThat(visit.asks(1, "pension_insurance")).isTrue();
            assertThat(visit.value(2, "age")).isEqualTo("9");
            assertThat(visit.asks(2, "school_status")).isTrue();
            assertThat(visit.asks(2, "labour_skill")).isFalse();
            assertThat(visit.asks(2, "pension_insurance")).isFalse();
            assertThat(visit.asks(2, "medical_insurance")).isTrue();
        }
    }

    @Test
    void theRegisterTakesOnlyWhatAVisitMayState() {
        Schema schema = VisitStory.pack().schema();
        try (var visit = exited().head().visited()) {
            visit.answer("phone", "13800000000").answer("wage_income", 9000);
            List<Saved> saved = visit.submission().saved();
            assertThat(saved).isNotEmpty();
            assertThat(saved)
                    .allSatisfy(s ->
                            assertThat(
                                            schema.sectionOf(
                                                            Kind.of(s.list()).orElseThrow(),
                                                            s.property())
                                                    .orElseThrow()
                                                    .authority())
                                    .isNotEqualTo(Authority.SYSTEM));
            Map<String, Value> household = new TreeMap<>();
            saved.stream()
                    .filter(s -> s.list().equals("household"))
                    .forEach(s -> household.put(s.property(), s.value()));
            assertThat(household)
                    .containsEntry("phone", Value.text("13800000000"))
                    .containsEntry("total_income", Value.number(9000));
        }
    }

    @Test
    void everySectionOfTheVisitIsInTheSchemaWithItsProperties() {
        Schema schema = VisitStory.pack().schema();
        try (var visit = exited().head().child(2008, "03").visited()) {
            visit.session().addRow("issues");
            visit.session().addRow("measures");
            for (Map.Entry<String, Values> section : visit.submission().sections().entrySet()) {
                Schema.Section known = schema.section(Kind.VISIT, section.getKey()).orElseThrow();
                assertThat(known.perRow()).isEqualTo(section.getKey().contains("@"));
                assertThat(known.properties().stream().map(Schema.Property::name))
                        .as(section.getKey())
                        .containsAll(section.getValue().map().keySet());
            }
        }
    }
}
