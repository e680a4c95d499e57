package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `fill` through the register's own forms: corrections with a reason.
class EditCommandTest extends Filling {

    private static ObjectNode said() {
        return JsonNodeFactory.instance.objectNode();
    }

    private Cli.Ran correct(String form, String key, JsonNode answers, String... more) {
        Path json = Cli.write(folder.resolve("correction.json"), answers.toString());
        return Cli.PLAIN.run(
                Stream.concat(
                                Stream.of(
                                        "fill",
                                        file,
                                        "--form",
                                        form,
                                        "--record",
                                        key,
                                        "--answers",
                                        json,
                                        "--json",
                                        "--by",
                                        "李志远"),
                                Stream.concat(
                                        List.of(more).contains("--at")
                                                ? Stream.of()
                                                : Stream.of("--at", "2017-03-06T09:00"),
                                        Stream.of(more)))
                        .toArray());
    }

    @Test
    void aCorrectionIsOneRevisionOverTheShownOneAndCarriesItsReason() {
        JsonNode before = show(household, "--history").path("history");

        Cli.Ran ran =
                correct(
                        "household",
                        household,
                        said().put("phone", "13800000000").put("reason", "换了号"));

        assertThat(ran.status()).as(ran.out()).isZero();
        assertThat(ran.codes()).isEmpty();
        JsonNode now = show(household, "--history");
        assertThat(now.at("/sections/contact/values/phone").asText()).isEqualTo("13800000000");
        assertThat(now.path("history")).hasSize(before.size() + 1);
        JsonNode made = now.path("history").path(before.size());
        assertThat(made.path("section").asText()).isEqualTo("contact");
        JsonNode stamp = made.path("attestations").path(0);
        assertThat(stamp.path("how").asText()).isEqualTo("typed");
        assertThat(stamp.at("/form/id").asText()).isEqualTo("household");
        assertThat(stamp.path("via").asText()).isEqualTo(ran.json().path("visit").asText());
        assertThat(stamp.path("reason").asText()).isEqualTo("换了号");
        JsonNode act = show(ran.json().path("visit").asText());
        assertThat(act.at("/sections/edit/values/edit_reason").asText()).isEqualTo("换了号");
    }

    @Test
    void aCorrectionIsNoVisit() {
        assertThat(correct("household", household, said().put("phone", "13800000000")).codes())
                .containsExactly("editNoReason");

        JsonNode list = Cli.PLAIN.run("list", file, "--json", "--find", household).json();
        assertThat(Cli.texts(list.path("records"), "state")).containsOnly("todo");
        assertThat(Cli.PLAIN.run("list", file, "--json", "--kind", "visit").json().path("records"))
                .isEmpty();
    }

    @Test
    void whatStandsAlreadyIsWrittenOnlyWhereItIsConfirmed() {
        ObjectNode phone = said().put("phone", "13800000000").put("reason", "换号");
        assertThat(correct("household", household, phone).status()).isZero();
        String before = dump();

        Cli.Ran same = correct("household", household, phone, "--at", "2017-03-07T09:00");
        assertThat(same.status()).isZero();
        assertThat(same.json().path("visit").isNull()).isTrue();
        assertThat(dump()).isEqualTo(before);

        Cli.Ran confirmed = correct("household", household, phone.deepCopy().put("confirm", true));
        JsonNode history = show(household, "--history").path("history");
        JsonNode last = history.path(history.size() - 1);
        assertThat(confirmed.json().path("visit").isTextual()).isTrue();
        assertThat(last.at("/attestations/0/how").asText()).isEqualTo("confirmed");
        assertThat(last.path("supersedes")).hasSize(1);
    }

    @Test
    void theRostersOwnSectionsWantAPaper() {
        ObjectNode status = said().put("poverty_status", "3").put("reason", "返贫");
        String before = dump();

        Cli.Ran refused = correct("household", household, status);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.codes()).containsExactly("editSystem");
        assertThat(dump()).isEqualTo(before);

        assertThat(correct("household", household, status, "--document", "清扶发〔2017〕3号").status())
                .isZero();
        assertThat(show(household).at("/sections/status/values/poverty_status").asText())
                .isEqualTo("3");
    }

    @Test
    void incomeIsOfTheYearGivenAndIsReckonedAnew() {
        ObjectNode income =
                said().put("income_year", 2015)
                        .put("income_members", 4)
                        .put("wage_income", 8000)
                        .put("dibao_income", 1000)
                        .put("business_expense", 200)
                        .put("reason", "补录上年");

        Cli.Ran ran = correct("household", household, income);

        assertThat(ran.status()).as(ran.out()).isZero();
        JsonNode values = show(household).at("/sections/income@2015/values");
        assertThat(values.path("net_income").asInt()).isEqualTo(8800);
        assertThat(values.path("net_income_per_head").asInt()).isEqualTo(2200);
        assertThat(values.path("pension_income").isMissingNode()).isTrue();
    }

    @Test
    void personsAreCheckedAsInAVisit() {
        String person = firstMember(answers()).path("person").asText();
        String before = dump();

        assertThat(
                        correct(
                                        "person",
                                        person,
                                        said().put("person_name", "王 3").put("id_no", "123"))
                                .codes())
                .containsExactly("R01", "R03");
        assertThat(correct("person", person, said().put("work_months", 3)).codes()).contains("R48");
        assertThat(correct("person", person, said().put("household", "x")).codes())
                .containsExactly("answerReadOnly");
        assertThat(correct("person", person, said().put("shoe_size", 41)).codes())
                .containsExactly("unknownQuestion");
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void helpersIssuesAndMeasuresBelongToTheHousehold() {
        String id = "5d0f2c7e-6a55-4c1b-9d3c-0a1b2c3d4e5f";
        for (String form : List.of("pairing", "issue", "measure")) {
            ObjectNode answers = said().put("reason", "补录");
            answers.put(
                    form.equals("pairing")
                            ? "helper_name"
                            : form.equals("issue") ? "title" : "content",
                    "甲");
            Cli.Ran ran = correct(form, household, answers);
            assertThat(ran.status()).as(ran.out()).isZero();
            JsonNode made = show(ran.json().path("record").asText());
            assertThat(made.path("kind").asText()).isEqualTo(form);
            assertThat(made.at("/sections/" + form + "/values/household").asText())
                    .isEqualTo(show(household).path("id").asText());
        }
        Cli.Ran ran = correct("pairing", household, said().put("helper_name", "乙").put("id", id));
        assertThat(ran.json().path("record").asText()).isEqualTo(id);
        assertThat(correct("pairing", household, said().put("helper_unit", "农业局")).codes())
                .containsExactly("required");
        assertThat(correct("pairing", id, said().put("until", "2017-05-01")).status()).isZero();
        assertThat(show(id).at("/sections/pairing/values/helper_name").asText()).isEqualTo("乙");
    }

    @Test
    void aVillageIsCorrectedByItsName() {
        JsonNode villages = Cli.PLAIN.run("list", file, "--kind", "village", "--json").json();
        String name = villages.at("/records/0/label").asText();

        assertThat(correct("village", name, said().put("clinics", 1).put("reason", "新建")).status())
                .isZero();
        assertThat(show(name).at("/sections/services/values/clinics").asInt()).isEqualTo(1);
    }

    @Test
    void theFileStaysWholeAndTravelsWithItsReasons() {
        correct("household", household, said().put("phone", "13800000000").put("reason", "换号"));
        Path book = folder.resolve("book.xlsx");

        assertThat(Cli.PLAIN.run("verify", file, "--json").json().path("ok").asBoolean()).isTrue();
        assertThat(Cli.PLAIN.run("export", file, "--out", book, "--json").status())
                .isLessThanOrEqualTo(1);
        assertThat(Cli.PLAIN.run("verify", book, "--json").json().path("ok").asBoolean()).isTrue();
    }

    @Test
    void aFinishedVisitTakesItsReasonAndLeavesLaterCorrectionsAlone() {
        assertThat(fill(household, answers()).status()).isZero();
        assertThat(
                        correct(
                                        "household",
                                        household,
                                        said().put("phone", "13911112222").put("reason", "换号"))
                                .status())
                .isZero();
        ObjectNode again = said().put("respondent", "邻居老王").put("reason", "记错了人");

        Cli.Ran ran = fill(household, again, "--at", "2017-03-09");

        assertThat(ran.status()).as(ran.out()).isZero();
        assertThat(ran.json().path("state").asText()).isEqualTo("done");
        assertThat(show(household).at("/sections/contact/values/phone").asText())
                .isEqualTo("13911112222");
        JsonNode shown = show(ran.json().path("visit").asText());
        assertThat(shown.at("/sections/edit/values/edit_reason").asText()).isEqualTo("记错了人");
        assertThat(shown.at("/sections/arrival/values/respondent").asText()).isEqualTo("邻居老王");
    }
}
