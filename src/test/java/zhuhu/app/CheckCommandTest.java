package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// `check`, and that it says what `fill` said.
class CheckCommandTest extends Filling {

    @Test
    void whatFillDoubtsIsWhatCheckFindsAndTheReasonGoesAlong() {
        ObjectNode answers = answers();
        answers.put("unsafe_house_grade", "C").put("unsafe_house", "0");
        answers.putArray("reasons")
                .addObject()
                .put("rule", "R83")
                .put("record", household)
                .put("reason", "没有鉴定，按样子看");
        Cli.Ran ran = fill(household, answers);

        assertThat(ran.status()).as(ran.out()).isZero();
        JsonNode told = find(ran.json().path("problems"), "code", "R83");
        assertThat(told.path("reason").asText()).isEqualTo("没有鉴定，按样子看");
        JsonNode found = find(check("--rule", "R83").path("findings"), "rule", "R83");
        assertThat(found.path("level").asText()).isEqualTo("doubt");
        assertThat(found.path("reason").asText()).isEqualTo("没有鉴定，按样子看");
        assertThat(found.path("section").asText()).isEqualTo("housing");
        assertThat(found.path("message").asText()).isEqualTo(told.path("message").asText());
        assertThat(found.path("next").asText()).isNotBlank();
        assertThat(doubtsOf(ran.json().path("problems")))
                .as("the file says what the visit said")
                .isSubsetOf(rulesOf(check().path("findings")));
    }

    @Test
    void aDoubtWithoutAReasonSaysSoAndStopsNothing() {
        ObjectNode answers = answers();
        answers.put("unsafe_house_grade", "C").put("unsafe_house", "0");
        Cli.Ran ran = fill(household, answers);

        assertThat(ran.status()).isZero();
        JsonNode told = find(ran.json().path("problems"), "code", "R83");
        assertThat(told.has("reason")).isTrue();
        assertThat(told.path("reason").isNull()).isTrue();
    }

    @Test
    void anErrorOfANamedCheckStopsTheVisitAndNothingIsKept() {
        ObjectNode answers = answers();
        for (JsonNode member : answers.path("members")) {
            ((ObjectNode) member).put("work_area", "03").put("work_months", 13);
        }
        String before = dump();
        Cli.Ran ran = fill(household, answers);

        assertThat(ran.codes()).contains("R49");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void anUnknownRuleIsRefusedAndAWholeFileIsChecked() {
        Cli.Ran unknown = Cli.PLAIN.run("check", file, "--rule", "R999", "--json");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.codes()).containsExactly("checkRuleUnknown");

        JsonNode all = check();
        assertThat(all.path("problems")).isEmpty();
        assertThat(rulesOf(all.path("findings"))).contains("R05");
    }

    private JsonNode check(String... more) {
        var words = new java.util.ArrayList<Object>(List.of("check", file, "--json"));
        words.addAll(List.of(more));
        Cli.Ran ran = Cli.PLAIN.run(words.toArray());
        assertThat(ran.status()).as(ran.out()).isZero();
        return ran.json();
    }

    private static JsonNode find(JsonNode array, String key, String value) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(n -> n.path(key).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(value + " not in " + array));
    }

    private static Set<String> rulesOf(JsonNode findings) {
        return new TreeSet<>(Cli.texts(findings, "rule"));
    }

    private static Set<String> doubtsOf(JsonNode problems) {
        var rules = new TreeSet<>(Cli.texts(problems, "code"));
        rules.removeIf(code -> !code.matches("R\\d+"));
        return rules;
    }
}
