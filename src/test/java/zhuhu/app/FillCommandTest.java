package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

/// `fill`, as other programs drive it.
class FillCommandTest {

    private static final String NEW_MEMBER = "3f0f2c7e-6a55-4c1b-9d3c-0a1b2c3d4e5f";

    @TempDir Path folder;
    private Path file = Path.of("");
    private Path visit = Path.of("");
    private String household = "";

    @BeforeEach
    void prepare() {
        file = Cli.workspace(folder);
        visit = Cli.answers("01");
        household = Cli.key(visit);
    }

    private Cli.Ran fill(String record, JsonNode answers, String... more) {
        Path json = Cli.write(folder.resolve("answers.json"), answers.toString());
        Stream<String> words =
                Stream.of(
                        "fill",
                        file.toString(),
                        "--form",
                        "household_visit",
                        "--record",
                        record,
                        "--answers",
                        json.toString(),
                        "--json");
        Stream<String> time =
                List.of(more).contains("--at")
                        ? Stream.of()
                        : Stream.of("--at", "2017-03-05T10:00");
        return Cli.PLAIN.run(Stream.of(words, time, Stream.of(more)).flatMap(s -> s).toArray());
    }

    private ObjectNode answers() {
        return (ObjectNode) Cli.read(visit);
    }

    private static ObjectNode firstMember(ObjectNode answers) {
        return (ObjectNode) answers.path("members").path(0);
    }

    private String dump() {
        return Cli.PLAIN.run("dump", file).out();
    }

    private JsonNode show(String key, String... more) {
        return Cli.PLAIN
                .run(
                        Stream.concat(Stream.of("show", file, key, "--json"), Stream.of(more))
                                .toArray())
                .json();
    }

    @Test
    void aVisitIsFinalisedAndStandsInTheList() {
        Cli.Ran ran = fill(household, answers(), "--by", "王示范", "--device", "d7");

        assertThat(ran.status()).as(ran.out()).isZero();
        assertThat(ran.json().path("state").asText()).isEqualTo("done");
        assertThat(ran.codes()).isEmpty();
        JsonNode listed = Cli.PLAIN.run("list", file, "--json", "--state", "done").json();
        assertThat(Cli.texts(listed.path("records"), "key"))
                .containsExactly(show(household).path("key").asText());
        JsonNode stamp =
                show(ran.json().path("visit").asText(), "--history")
                        .path("history")
                        .path(0)
                        .path("attestations")
                        .path(0);
        assertThat(stamp.path("by").asText()).isEqualTo("王示范");
        assertThat(stamp.path("device").asText()).isEqualTo("d7");
        assertThat(stamp.path("at").asText()).startsWith("2017-03-05T10:00");
    }

    @Test
    void theSameAnswersAgainChangeNothing() {
        ObjectNode twice = answers();
        twice.putArray("tries").addObject().put("date", "2017-03-01").put("visitor", "王示范");
        twice.putArray("issues")
                .addObject()
                .put("title", "屋顶漏雨")
                .put("category", "05")
                .put("found_on", "2017-03-05");
        assertThat(fill(household, twice).status()).isZero();
        String before = dump();

        assertThat(fill(household, twice, "--at", "2017-03-09").status()).isZero();

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void rowsThatAreNoRecordsAreReplacedAsAWhole() {
        ObjectNode first = answers();
        first.putArray("tries").addObject().put("visitor", "甲");
        fill(household, first);
        ObjectNode second = answers();
        ArrayNode tries = second.putArray("tries");
        tries.addObject().put("visitor", "乙");
        tries.addObject().put("visitor", "丙");

        Cli.Ran ran = fill(household, second);

        JsonNode rows =
                show(ran.json().path("visit").asText()).at("/sections/arrival/values/tries");
        assertThat(Cli.texts(rows, "visitor")).containsExactly("乙", "丙");
    }

    @Test
    void somebodyNewComesInUnderTheIdGiven() {
        ObjectNode answers = answers();
        newMember(answers).put("id", NEW_MEMBER);
        assertThat(fill(household, answers).status()).isZero();

        JsonNode person = show(NEW_MEMBER);
        assertThat(person.path("kind").asText()).isEqualTo("person");
        assertThat(person.at("/sections/identity/values/person_name").asText()).isEqualTo("陆小芽");

        String before = dump();
        assertThat(fill(household, answers).status()).isZero();
        assertThat(dump()).isEqualTo(before);
    }

    private static ObjectNode newMember(ObjectNode answers) {
        return ((ArrayNode) answers.path("members"))
                .addObject()
                .put("person_name", "陆小芽")
                .put("relation", "99")
                .put("no_id_reason", "新生儿未上户")
                .put("birth_date", "2017-01-02");
    }

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
    void aDraftIsKeptThoughSomethingWouldStopIt() {
        ObjectNode answers = answers();
        answers.putNull("visited_on");

        Cli.Ran stopped = fill(household, answers, "--draft");
        assertThat(stopped.status()).isEqualTo(1);
        assertThat(stopped.json().path("state").asText()).isEqualTo("draft");

        assertThat(fill(household, answers(), "--draft").status()).isZero();
        assertThat(fill(household, answers()).json().path("state").asText()).isEqualTo("done");
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
    void anyMemberStandsForTheHousehold() {
        String person = firstMember(answers()).path("person").asText();
        String idNo = show(person).at("/sections/identity/values/id_no").asText();

        assertThat(fill(person, answers()).json().path("visit"))
                .isEqualTo(fill(idNo, answers()).json().path("visit"))
                .isEqualTo(fill(household, answers()).json().path("visit"));
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
    void theClockGivenDecidesWhatTodayIs() {
        ObjectNode answers = answers();
        answers.remove("visited_on");

        String visitId =
                fill(household, answers, "--at", "2017-03-08 16:30").json().path("visit").asText();

        assertThat(show(visitId).at("/sections/arrival/values/visited_on").asText())
                .isEqualTo("2017-03-08");
        assertThat(fill(household, answers, "--at", "soon").codes()).containsExactly("timeShape");
    }

    @Test
    void roundsAndFormsAreThoseOfTheWorkspace() {
        assertThat(fill(household, answers(), "--round", "1999-01").codes())
                .containsExactly("roundUnknown");
        for (String form : List.of("nothing", "person")) {
            Cli.Ran ran =
                    Cli.PLAIN.run(
                            "fill",
                            file,
                            "--form",
                            form,
                            "--record",
                            household,
                            "--answers",
                            visit,
                            "--json");
            assertThat(ran.status()).isEqualTo(2);
            assertThat(ran.codes())
                    .containsExactly(form.equals("person") ? "formOfRegister" : "formUnknown");
        }
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
