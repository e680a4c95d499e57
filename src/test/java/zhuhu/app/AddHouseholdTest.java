package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 补录未建档户 by `fill --form household --record VILLAGE`.
class AddHouseholdTest {

    /// GB 11643's own example number.
    private static final String WOMAN = "11010519491231002X";

    private static final String ID = "3f0f2c7e-6a55-4c1b-9d3c-0a1b2c3d4e5f";

    @TempDir Path folder;
    private Path file = Path.of("");
    private String village = "";

    @BeforeEach
    void prepare() {
        file = Cli.workspace(folder);
        village =
                Cli.PLAIN
                        .run("list", file, "--kind", "village", "--json")
                        .json()
                        .at("/records/0/label")
                        .asText();
    }

    private Cli.Ran add(JsonNode answers) {
        Path json = Cli.write(folder.resolve("answers.json"), answers.toString());
        return Cli.PLAIN.run(
                "fill",
                file,
                "--form",
                "household",
                "--record",
                village,
                "--answers",
                json,
                "--by",
                "王示范",
                "--at",
                "2017-03-05T10:00",
                "--json");
    }

    /// A couple that no roster lists.
    private static ObjectNode couple() {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        answers.put("id", ID).put("group_name", "三组");
        var members = answers.putArray("members");
        members.addObject().put("person_name", "田示范").put("relation", "01").put("id_no", WOMAN);
        members.addObject()
                .put("person_name", "田小样")
                .put("relation", "03")
                .put("no_id_reason", "没有上户口")
                .put("birth_date", "2016-12-01");
        return answers;
    }

    private JsonNode show(String key) {
        return Cli.PLAIN.run("show", file, key, "--json").json().path("sections");
    }

    private JsonNode found(String text) {
        return Cli.PLAIN.run("list", file, "--find", text, "--json").json().path("records");
    }

    @Test
    void theHouseholdIsFoundByItsPeopleAndIsNotDue() {
        Cli.Ran ran = add(couple());

        assertThat(ran.status()).as(ran.out()).isZero();
        assertThat(ran.json().path("record").asText()).isEqualTo(ID);
        assertThat(ran.json().path("members")).hasSize(2);
        JsonNode household = show(ID);
        assertThat(household.at("/identification/values/registered").asText()).isEqualTo("0");
        assertThat(household.at("/place/values/head_name").asText()).isEqualTo("田示范");
        assertThat(household.at("/place/values/head_id_no").asText()).isEqualTo(WOMAN);
        assertThat(Cli.texts(found("田小样"), "id")).containsExactly(ID);
        assertThat(found("田示范").at("/0/state").isNull()).isTrue();
        assertThat(found("田示范").at("/0/group").asText()).isEqualTo("三组");
        assertThat(found("田示范").at("/0/village").asText()).isEqualTo(village);
    }

    @Test
    void itIsVisitedAndConcludedToBeTakenIn() {
        add(couple());
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        answers.put("outcome", "01").put("identification_conclusion", "03");
        answers.put("identification_reason", "房子是 D 级危房，村民小组长证明");
        Path json = Cli.write(folder.resolve("visit.json"), answers.toString());

        Cli.Ran ran =
                Cli.PLAIN.run(
                        "fill",
                        file,
                        "--form",
                        "household_visit",
                        "--record",
                        ID,
                        "--answers",
                        json,
                        "--at",
                        "2017-03-06T10:00",
                        "--json");

        assertThat(ran.status()).as(ran.out()).isZero();
        assertThat(ran.json().path("state").asText()).isEqualTo("done");
    }

    @Test
    void aHeadAloneIsEnough() {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        answers.put("head_name", "田示范").put("head_id_no", WOMAN);

        Cli.Ran ran = add(answers);

        assertThat(ran.status()).as(ran.out()).isZero();
        JsonNode person = show(ran.json().at("/members/0").asText());
        assertThat(person.at("/identity/values/id_no").asText()).isEqualTo(WOMAN);
        assertThat(person.at("/residence/values/relation").asText()).isEqualTo("01");
    }

    @Test
    void whoeverIsKnownByNumberIsShownAndAPersonDecides() {
        add(couple());
        ObjectNode again = couple();
        again.remove("id");
        String before = Cli.PLAIN.run("dump", file).out();

        Cli.Ran ran = add(again);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.codes()).containsExactly("addHouseholdNumber", "addHouseholdNamesake");
        assertThat(ran.json().at("/problems/0/message").asText()).contains("田示范", village);
        assertThat(Cli.PLAIN.run("dump", file).out()).isEqualTo(before);

        Cli.Ran others = add(again.put("others", true));
        assertThat(others.status()).isEqualTo(1);
        assertThat(others.codes()).containsExactly("addHouseholdNumber", "addHouseholdNamesake");
        assertThat(found("田小样")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    person_name, 田 3,                R01
                    id_no,       110105194912310021, R05
                    id_no,       123,                R03
                    relation,    02,                 addHouseholdHead
                    """)
    void whatTheRegisterDoesNotTakeIsRefusedAndNothingIsKept(
            String question, String answer, String code) {
        String before = Cli.PLAIN.run("dump", file).out();
        ObjectNode answers = couple();
        ((ObjectNode) answers.at("/members/0")).put(question, answer);

        Cli.Ran ran = add(answers);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.codes()).contains(code);
        assertThat(Cli.PLAIN.run("dump", file).out()).isEqualTo(before);
    }

    @Test
    void nobodyIsMadeRegisteredByHand() {
        assertThat(add(couple().put("registered", "1")).codes())
                .containsExactly("addHouseholdSystem");
        assertThat(add(couple().put("household_no", "52230000009999")).codes())
                .containsExactly("addHouseholdSystem");
    }

    @Test
    void oneNumberTwiceInOneHouseholdIsASlip() {
        ObjectNode answers = couple();
        ((ObjectNode) answers.at("/members/1")).put("id_no", WOMAN);

        assertThat(add(answers).codes()).containsExactly("addHouseholdTwice");
    }

    @Test
    void anIdThatIsTakenOrNoIdIsRefused() {
        add(couple());
        assertThat(add(couple()).codes()).containsExactly("memberIdTaken");
        assertThat(add(couple().put("id", "abc")).codes()).containsExactly("memberId");
    }
}
