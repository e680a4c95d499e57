package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/// `fill`, as other programs drive it.
class FillCommandTest extends Filling {

    @Test
    void aVisitIsFinalisedAndStandsInTheList() {
        Cli.Ran ran = fill(household, answers(), "--by", "王示范", "--device", "d7");

        assertThat(ran.status()).as(ran.out()).isZero();
        assertThat(ran.json().path("state").asText()).isEqualTo("done");
        assertThat(ran.codes()).allMatch(code -> code.matches("doubt|R\\d+"));
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

    @Test
    void aMemberWhoDiedIsSaidToBeGoneAndWhy() {
        ObjectNode answers = answers();
        String person =
                answers.at("/members/" + (answers.path("members").size() - 1) + "/person").asText();
        answers.remove("members");
        answers.putArray("members")
                .addObject()
                .put("person", person)
                .put("change", "2")
                .put("change_reason", "01")
                .put("changed_on", "2017-03-01");

        Cli.Ran ran = fill(household, answers, "--draft");

        assertThat(Cli.texts(ran.json().path("problems"), "question"))
                .as(ran.out())
                .doesNotContain("change_reason", "change", "changed_on");
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
    void anyMemberStandsForTheHousehold() {
        String person = firstMember(answers()).path("person").asText();
        String idNo = show(person).at("/sections/identity/values/id_no").asText();

        assertThat(fill(person, answers()).json().path("visit"))
                .isEqualTo(fill(idNo, answers()).json().path("visit"))
                .isEqualTo(fill(household, answers()).json().path("visit"));
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
}
