package zhuhu.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;
import zhuhu.pack.Schema.Authority;
import zhuhu.pack.Schema.Property;
import zhuhu.pack.Schema.Section;
import zhuhu.record.Kind;

final class RegisterSchemaTest {

    private static final Schema SCHEMA = VisitStory.pack().schema();

    @Test
    void everyPropertyStandsInItsSectionInOrder() throws IOException {
        var found = new ArrayList<String>();
        for (Section section : SCHEMA.sections()) {
            if (section.kind() != Kind.VISIT) {
                String names =
                        section.properties().stream()
                                .map(p -> " " + p.name())
                                .collect(Collectors.joining());
                found.add(section.kind().code() + " " + section.name() + ":" + names);
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void everyPropertyHasALabelWithoutPlacesToFill() {
        assertThat(SCHEMA.sections())
                .filteredOn(s -> s.kind() != Kind.VISIT)
                .allSatisfy(s -> {
                    assertThat(s.label()).isNotBlank();
                    assertThat(s.properties())
                            .allSatisfy(
                                    p -> assertThat(p.label()).isNotBlank().doesNotContain("$"));
                });
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    household, identify_standard, 01 02 03
                    household, household_type, 01 02 03 04 05 06
                    household, poverty_status, 0 1 2 3
                    household, not_exit_reason, 01 02 03 04 05 06 07 08 09 10
                    household, main_cause, 01 02 03 04 05 06 07 08 09 10 11 99 unknown
                    household, other_causes, 01 02 03 04 05 06 07 08 09 10 11 12 13 99 unknown
                    household, registered, 1 0
                    household, water_safe, 1 0 unknown
                    household, house_structure, 01 02 03 04 99 unknown
                    household, unsafe_house_grade, A B C D unknown
                    household, road_type, 01 02 03 04 unknown
                    household, fuel_type, 01 02 03 04 99 unknown
                    household, relocation_state, 0 1 2 3
                    household, settlement_place, 01 02 03 04 05 unknown
                    person, sex, 1 2 9
                    person, id_kind, 01 02 03 09
                    person, education, 01 02 03 04 05 06 unknown
                    person, health, 01 02 03 04 unknown
                    person, labour_skill, 01 02 03 04 unknown
                    person, work_area, 01 02 03 04 99 unknown
                    person, change, 0 1 2
                    village, village_class, 01 02 03 04
                    village, exit_status, 0 1 2
                    measure, measure_class, 01 02 03 04 05 06
                    issue, level_needed, 01 02 03 04
                    issue, state, open doing solved checked
                    """)
    void choicesKeepTheOfficialOrder(String kind, String property, String names) {
        assertThat(choices(kind, property).stream().map(Choice::name).toList())
                .containsExactly(names.split(" ", -1));
    }

    @Test
    void relationsAndSchoolYearsHaveAllOfficialOptions() {
        assertThat(choices("person", "relation"))
                .hasSize(21)
                .contains(new Choice("05", "之儿媳"), new Choice("99", "其他"));
        assertThat(choices("person", "school_status"))
                .hasSize(17)
                .contains(new Choice("04", "七年级"), new Choice("16", "大专及以上"));
        assertThat(choices("person", "political_status"))
                .hasSize(14)
                .contains(new Choice("13", "群众"));
    }

    @Test
    void fiftySixEthnicGroupsStandByNameUnderTheirCodes() {
        List<Choice> groups =
                choices("person", "ethnicity").stream()
                        .filter(c -> c.name().matches("[0-5][0-9]"))
                        .toList();
        assertThat(groups).hasSize(56);
        assertThat(groups.stream().map(Choice::label)).allMatch(l -> l.endsWith("族"));
        assertThat(groups.stream().map(Choice::label).distinct()).hasSize(56);
        assertThat(groups)
                .startsWith(new Choice("01", "汉族"), new Choice("02", "蒙古族"))
                .contains(new Choice("06", "苗族"), new Choice("09", "布依族"))
                .endsWith(new Choice("56", "基诺族"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    household, number, SYSTEM, false
                    household, status, SYSTEM, false
                    household, stated_income, SYSTEM, true
                    household, income, VISIT, true
                    household, members, ROUND, false
                    household, relocation, EVENT, false
                    person, insurance, ROUND, false
                    person, health, VISIT, false
                    village, classification, SYSTEM, false
                    """)
    void sectionsSayWhoMayStateThem(
            String kind, String section, Authority authority, boolean yearly) {
        Section found = SCHEMA.section(kind(kind), section).orElseThrow();
        assertThat(found.authority()).isEqualTo(authority);
        assertThat(found.yearly()).isEqualTo(yearly);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    household, household_no, AC01.AAC001, TEXT
                    household, net_income_per_head, AC07.AAC082, DECIMAL
                    household, irrigated_land, AC30.AAC302, DECIMAL
                    household, exit_year, AC01.AAC023, INTEGER
                    person, id_no, AB01.AAB004, TEXT
                    person, health, AB01.AAB017, MANY
                    person, changed_on, '', DATE
                    village, population_total, AD.AAD010, INTEGER
                    pairing, helper_unit, AP11.AAP001, TEXT
                    """)
    void propertiesKnowTheirNationalColumnAndType(
            String kind, String property, String national, AnswerKind type) {
        Property found = SCHEMA.property(kind(kind), property).orElseThrow();
        assertThat(found.national()).isEqualTo(national);
        assertThat(found.type()).isEqualTo(type);
    }

    @Test
    void onlyIncomeSumsAreCalculated() {
        assertThat(SCHEMA.sections())
                .filteredOn(s -> s.kind() != Kind.VISIT)
                .flatExtracting(Section::properties)
                .filteredOn(Property::calculated)
                .extracting(Property::name)
                .containsExactly(
                        "transfer_income", "total_income", "net_income", "net_income_per_head");
    }

    private static List<Choice> choices(String kind, String property) {
        return SCHEMA.property(kind(kind), property).orElseThrow().choices();
    }

    private static Kind kind(String code) {
        return Kind.of(code).orElseThrow();
    }

    private static List<String> expected() throws IOException {
        try (InputStream lines =
                Objects.requireNonNull(
                        RegisterSchemaTest.class.getResourceAsStream("/pack/properties.txt"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
