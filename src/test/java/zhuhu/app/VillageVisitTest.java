package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A village walked through its own form, as `fill` does it.
class VillageVisitTest {

    @TempDir Path folder;
    private Path file = Path.of("");
    private String village = "";

    @BeforeEach
    void prepare() {
        file = Cli.workspace(folder);
        village = villages().path("label").asText();
    }

    private JsonNode villages() {
        return Cli.PLAIN.run("list", file, "--kind", "village", "--json").json().at("/records/0");
    }

    private Cli.Ran fill(String form, String record, JsonNode answers, String... more) {
        Path json = Cli.write(folder.resolve("answers.json"), answers.toString());
        return Cli.PLAIN.run(
                Stream.concat(
                                Stream.of(
                                        "fill",
                                        file,
                                        "--form",
                                        form,
                                        "--record",
                                        record,
                                        "--answers",
                                        json,
                                        "--at",
                                        "2017-03-05T10:00",
                                        "--json"),
                                Stream.of(more))
                        .toArray());
    }

    private Cli.Ran fill(JsonNode answers) {
        return fill("village_visit", village, answers);
    }

    private JsonNode show(String key) {
        return Cli.PLAIN.run("show", file, key, "--json").json().path("sections");
    }

    /// A village where nothing is odd: as many poor people as the households have.
    private ObjectNode answers() {
        JsonNode counted = counted();
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        answers.putArray("village_identification").add("01");
        return answers.put("visitors", "李志远、王示范")
                .put("households_total", 312)
                .put("population_total", 1248)
                .put("rural_population", 1240)
                .put("poor_households", counted.path("counted_poor_households").asInt())
                .put("poor_population", counted.path("counted_poor_population").asInt())
                .put("county_leader", "甲领导")
                .put("support_unit", "某单位")
                .put("first_secretary", "乙书记")
                .put("work_team_leader", "丙组长")
                .put("agronomist", "丁技员")
                .put("hard_road_to_township", "1")
                .put("households_without_safe_water", 40)
                .put("households_without_power", 40)
                .put("households_without_broadcast", 40)
                .put("unsafe_house_households", 40)
                .put("telecom_network", "1")
                .put("clinics", 1)
                .put("culture_rooms", 0)
                .put("collective_income", 52000);
    }

    /// What the form was told of the households, read off a draft's own section.
    private JsonNode counted() {
        ObjectNode least = JsonNodeFactory.instance.objectNode();
        least.putArray("village_identification").add("unknown");
        String visit = fill("village_visit", village, least).json().path("visit").asText();
        return show(visit).at("/population/values");
    }

    @Test
    void theVillageIsFinalisedAndItsFiguresStandInTheRegister() {
        ObjectNode answers = answers();
        answers.putArray("issues")
                .addObject()
                .put("title", "三组饮水管道冻裂")
                .put("category", "07")
                .put("level_needed", "03");
        answers.putArray("measures")
                .addObject()
                .put("content", "修通村组路 3 公里")
                .put("measure_class", "05");

        Cli.Ran ran = fill(answers);

        assertThat(ran.status()).as(ran.out()).isZero();
        assertThat(ran.json().path("state").asText()).isEqualTo("done");
        JsonNode register = show(village);
        assertThat(register.at("/population/values/rural_population").asInt()).isEqualTo(1240);
        assertThat(register.at("/stationed/values/first_secretary").asText()).isEqualTo("乙书记");
        assertThat(register.at("/infrastructure/values/hard_road_to_township").asText())
                .isEqualTo("1");
        for (String kind : List.of("issue", "measure")) {
            JsonNode line =
                    Cli.PLAIN.run("list", file, "--kind", kind, "--json").json().at("/records/0");
            assertThat(line.path("village").asText()).isEqualTo(village);
            assertThat(show(line.path("key").asText()).at("/" + kind + "/values/village").asText())
                    .isEqualTo(villages().path("id").asText());
        }
        assertThat(villages().path("state").asText()).isEqualTo("done");
    }

    @Test
    void theStandardsAreSuggestedAndNotDecided() {
        String visit = fill(answers()).json().path("visit").asText();

        JsonNode standards = show(visit).at("/village_standards/values");
        assertThat(standards.path("holds_village_rate").asText()).isEqualTo("1");
        assertThat(standards.path("holds_village_road").asText()).isEqualTo("1");
        assertThat(standards.path("holds_village_water").asText()).isEqualTo("0");
        assertThat(standards.path("holds_village_culture").asText()).isEqualTo("0");
        assertThat(standards.path("holds_village_collective").asText()).isEqualTo("1");
        assertThat(standards.path("why_village_rate").asText()).contains("1240");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    poor_households, 313
                    rural_population, 1249
                    women, 1300
                    households_insured, 313
                    unsafe_house_households, 400
                    """)
    void aPartIsNeverMoreThanTheWhole(String question, int figure) {
        Cli.Ran ran = fill(answers().put(question, figure));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.codes()).containsExactly("R105");
        assertThat(ran.json().at("/problems/0/question").asText()).isEqualTo(question);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    poor_population, 1, R104
                    unsafe_house_households, 0, ''
                    population_total, 5000, R106
                    collective_income, 30, R109
                    collective_income, 6000000, R109
                    collective_income, 52000, ''
                    """)
    void whatIsOddIsADoubtAndStopsNothing(String question, int figure, String rule) {
        Cli.Ran ran = fill(answers().put(question, figure));

        assertThat(ran.status()).as(ran.out()).isZero();
        List<String> rules = ran.codes().stream().filter(c -> c.startsWith("R1")).toList();
        assertThat(rules).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    void aMissingFirstSecretaryIsADoubt() {
        assertThat(fill(answers()).codes()).doesNotContain("R110");
        assertThat(fill(answers().putNull("first_secretary")).codes()).contains("R110");
    }

    @Test
    void eachFormHasItsOwnSubject() {
        String household =
                Cli.PLAIN.run("list", file, "--json").json().at("/records/0/key").asText();

        assertThat(fill("village_visit", household, answers()).codes())
                .containsExactly("visitSubjectVillage");
        assertThat(fill("household_visit", village, answers()).codes())
                .containsExactly("visitSubject");
    }

    @Test
    void aDraftIsKeptAndGoesOn() {
        ObjectNode some = JsonNodeFactory.instance.objectNode().put("village_head", "戊主任");

        Cli.Ran ran = fill("village_visit", village, some, "--draft");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(villages().path("state").asText()).isEqualTo("draft");
        assertThat(fill(answers()).status()).isZero();
        assertThat(show(village).at("/office/values/village_head").asText()).isEqualTo("戊主任");
    }
}
