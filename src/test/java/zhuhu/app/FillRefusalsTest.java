package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `fill` does not take, and that nothing is changed then.
class FillRefusalsTest extends Filling {

    @Test
    void anIdThatIsSomebodyElseIsRefused() {
        String other = show(household).path("id").asText();
        ObjectNode answers = answers();
        newMember(answers).put("id", other);

        assertThat(fill(household, answers).codes()).containsExactly("memberIdTaken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"nothing":1}                          | unknownQuestion
                    {"outcome":"88"}                       | unknownChoice
                    {"household_findings":["00","88"]}     | unknownChoice
                    {"household_findings":"00"}            | answerShape
                    {"visited_on":"2017-02-30"}            | answerShape
                    {"member_count":"3"}                   | answerShape
                    {"member_count":1.5}                   | answerShape
                    {"member_count":99999999999999999999}  | answerShape
                    {"present_count":3}                    | answerCalculated
                    {"tries":{"visitor":"x"}}              | answerRows
                    {"tries":["x"]}                        | answerRows
                    {"tries":[{"id":"1"}]}                 | unknownQuestion
                    {"members":[{"person":"nobody"}]}      | keyUnknown
                    {"members":[{"person":null}]}          | memberKey
                    {"members":[{"id":"7"}]}               | memberId
                    {"members":[{"shoe_size":41}]}         | unknownQuestion
                    {"reasons":[{"rule":"R17"}]}           | reasonShape
                    [1]                                    | answersShape
                    {"mode":"01","mode":"02"}              | answersShape
                    {"mode":"01"} {}                       | answersShape
                    {"mode":                               | answersShape
                    """)
    void answersThatTheFormDoesNotKnowAreRefusedAndChangeNothing(String json, String code) {
        String before = dump();
        Path answers = Cli.write(folder.resolve("a.json"), json);

        Cli.Ran ran =
                Cli.PLAIN.run(
                        "fill",
                        file,
                        "--form",
                        "household_visit",
                        "--record",
                        household,
                        "--answers",
                        answers,
                        "--json",
                        "--draft");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.codes()).containsExactly(code);
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void aMemberOfAnotherHouseholdIsAStranger() {
        String stranger = otherPerson();
        ObjectNode answers = answers();
        firstMember(answers).put("person", stranger);

        assertThat(fill(household, answers).codes()).containsExactly("unknownMember");
    }

    private String otherPerson() {
        String mine = show(household).path("id").asText();
        JsonNode persons = Cli.PLAIN.run("list", file, "--kind", "person", "--json").json();
        return Cli.texts(persons.path("records"), "key").stream()
                .filter(k ->
                        !show(k).at("/sections/residence/values/household").asText().equals(mine))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneMemberInTwoRowsIsRefused() {
        ObjectNode answers = answers();
        ((ArrayNode) answers.path("members"))
                .addObject()
                .put("person", firstMember(answers).path("person").asText());

        assertThat(fill(household, answers).codes()).containsExactly("memberTwice");
    }

    @Test
    void whatStopsAVisitIsListedAndNothingIsKept() {
        String before = dump();
        ObjectNode answers = answers();
        answers.putNull("visited_on");
        firstMember(answers).put("person_name", "王 3");

        Cli.Ran ran = fill(household, answers);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.codes()).containsExactlyInAnyOrder("required", "R01");
        assertThat(Cli.texts(ran.json().path("problems"), "question"))
                .containsExactlyInAnyOrder("visited_on", "person_name");
        assertThat(ran.json().path("problems"))
                .allSatisfy(p -> assertThat(p.path("next").asText()).isNotEmpty());
        assertThat(ran.json().path("state").asText()).isEqualTo("todo");
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void anAnswerToAQuestionThatIsNotAskedIsNeverDropped() {
        ObjectNode answers =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("outcome", "02")
                        .put("visited_on", "2017-03-02")
                        .put("respondent", "邻居");

        Cli.Ran ran = fill(household, answers);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.codes()).containsExactly("notRelevant");
        assertThat(ran.json().at("/problems/0/question").asText()).isEqualTo("respondent");
    }

    @Test
    void aVillageOrAVisitIsNoHousehold() {
        String visitId = fill(household, answers()).json().path("visit").asText();
        JsonNode villages = Cli.PLAIN.run("list", file, "--kind", "village", "--json").json();

        assertThat(fill(visitId, answers()).codes()).containsExactly("visitSubject");
        assertThat(fill(villages.at("/records/0/label").asText(), answers()).codes())
                .containsExactly("visitSubject");
        assertThat(fill("99999999999999", answers()).codes()).containsExactly("keyUnknown");
    }

    @Test
    void roundsAndFormsAreThoseOfTheWorkspace() {
        assertThat(fill(household, answers(), "--round", "1999-01").codes())
                .containsExactly("roundUnknown");
        Cli.Ran ran =
                Cli.PLAIN.run(
                        "fill",
                        file,
                        "--form",
                        "nothing",
                        "--record",
                        household,
                        "--answers",
                        visit,
                        "--json");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.codes()).containsExactly("formUnknown");
    }

    @Test
    void answersThatAreNotThereAreRefused() {
        Cli.Ran ran =
                Cli.PLAIN.run(
                        "fill",
                        file,
                        "--form",
                        "household_visit",
                        "--record",
                        household,
                        "--answers",
                        folder.resolve("none.json"),
                        "--json");

        assertThat(ran.codes()).containsExactly("fileUnreadable");
    }
}
