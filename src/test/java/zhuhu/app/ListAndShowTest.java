package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Workspaces;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// `list`, `show`, `dump` and `rebuild`.
class ListAndShowTest {

    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void prepare() {
        file = Cli.workspace(folder);
    }

    private List<JsonNode> list(String... more) {
        var words = new java.util.ArrayList<Object>(List.of("list", file, "--json"));
        words.addAll(List.of(more));
        Cli.Ran ran = Cli.PLAIN.run(words.toArray());
        assertThat(ran.status()).as(ran.out()).isZero();
        var records = new java.util.ArrayList<JsonNode>();
        ran.json().path("records").forEach(records::add);
        return records;
    }

    private JsonNode show(String key, String... more) {
        var words = new java.util.ArrayList<Object>(List.of("show", file, key, "--json"));
        words.addAll(List.of(more));
        return Cli.PLAIN.run(words.toArray()).json();
    }

    @Test
    void householdsAreListedWithKeyLabelPlaceAndState() {
        assertThat(list())
                .hasSize(4)
                .allSatisfy(line -> {
                    assertThat(line.fieldNames())
                            .toIterable()
                            .contains("key", "id", "kind", "label", "village", "group", "state");
                    assertThat(line.path("kind").asText()).isEqualTo("household");
                    assertThat(line.path("label").asText()).isNotEmpty();
                    assertThat(line.path("village").asText()).endsWith("村");
                    assertThat(line.path("state").asText()).isEqualTo("todo");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "village", "person", "visit", "pairing", "issue", "measure", "project", "site",
                "fund", "task", "link"
            })
    void everyKindCanBeListed(String kind) {
        assertThat(list("--kind", kind))
                .allSatisfy(line -> assertThat(line.path("kind").asText()).isEqualTo(kind));
    }

    @Test
    void aHouseholdIsFoundByAnyMemberAndAVillageByItsName() {
        JsonNode person =
                list("--kind", "person").stream()
                        .filter(p ->
                                !show(p.path("key").asText())
                                        .at("/sections/residence/values/relation")
                                        .asText()
                                        .equals("01"))
                        .findFirst()
                        .orElseThrow();
        String household =
                show(person.path("key").asText())
                        .at("/sections/residence/values/household")
                        .asText();
        String village = list().getFirst().path("village").asText();

        assertThat(list("--find", person.path("label").asText()))
                .extracting(line -> line.path("id").asText())
                .contains(household);
        assertThat(list("--kind", "village", "--find", village)).hasSize(1);
        assertThat(list("--find", "没有这个人")).isEmpty();
    }

    @Test
    void aConditionSplitsTheHouseholdsInTwo() {
        int poor = list("--where", "poverty_status=0").size();
        int others = list("--where", "poverty_status!=0").size();

        assertThat(poor + others).isEqualTo(4);
        assertThat(list("--where", "not (poverty_status=0)")).hasSize(others);
        assertThat(list("--where", "relation='01' and member_count>=1")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    shoe_size=3
                    poverty_status
                    poverty_status=
                    poverty_status=0 and
                    (poverty_status=0
                    poverty_status=0; DROP TABLE household
                    poverty_status~0
                    """)
    void aConditionThatMakesNoSenseIsRefused(String expression) {
        Cli.Ran ran = Cli.PLAIN.run("list", file, "--where", expression, "--json");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.codes()).containsExactly("whereShape");
    }

    @Test
    void aRecordIsShownByEveryKeyItHas() {
        JsonNode household = show(list().getFirst().path("key").asText());
        String number = household.at("/sections/number/values/household_no").asText();
        String village = list().getFirst().path("village").asText();

        assertThat(show(household.path("id").asText())).isEqualTo(household);
        assertThat(show(number)).isEqualTo(household);
        assertThat(
                        show(
                                household
                                        .path("key")
                                        .asText()
                                        .replace("-", "")
                                        .toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(household);
        assertThat(show(village).path("kind").asText()).isEqualTo("village");
        assertThat(household.has("history")).isFalse();
        assertThat(household.path("sections"))
                .allSatisfy(section -> assertThat(section.has("conflict")).isFalse());
    }

    @Test
    void theHistoryTellsWhoStandsBehindEveryRevision() {
        JsonNode history =
                show(list().getFirst().path("key").asText(), "--history").path("history");

        assertThat(history).isNotEmpty();
        for (JsonNode revision : history) {
            assertThat(revision.fieldNames())
                    .toIterable()
                    .contains("revision", "section", "supersedes", "values", "attestations");
            JsonNode stamp = revision.at("/attestations/0");
            assertThat(stamp.path("how").asText()).isEqualTo("roster");
            assertThat(stamp.path("device").isNull()).isTrue();
            assertThat(stamp.path("at").asText()).isEqualTo("2017-02-20");
        }
    }

    @Test
    void sidesAreShownOnlyWhereTheyDiffer() {
        JsonNode household = show(list().getFirst().path("key").asText());
        RecordId record =
                new RecordId(Kind.HOUSEHOLD, UUID.fromString(household.path("id").asText()));
        try (Workspace workspace = opened()) {
            List<FactId> seen =
                    workspace.revisions(record).stream()
                            .filter(r -> r.section().equals("contact"))
                            .map(Revision::id)
                            .toList();
            workspace.write(writer -> {
                for (String phone : List.of("13900000001", "13900000002")) {
                    Values said = Values.NONE.with("phone", Value.text(phone));
                    writer.add(
                            Revision.of(record, "contact", seen, said),
                            Stamp.of(phone, "d", "2017-03-05T10:00", How.TYPED, "test"));
                }
                return record;
            });
        }

        JsonNode sections = show(household.path("id").asText()).path("sections");

        assertThat(sections.at("/contact/conflict"))
                .hasSize(2)
                .allSatisfy(side -> assertThat(side.has("revision")).isTrue())
                .extracting(side -> side.at("/values/phone").asText())
                .containsExactlyInAnyOrder("13900000001", "13900000002");
        assertThat(sections.path("place").has("conflict")).isFalse();
        assertThat(Cli.PLAIN.run("dump", file).lines())
                .anyMatch(l -> l.contains("\"conflict\":[{\"phone\":\"13900000001\"}"));
    }

    private Workspace opened() {
        return switch (Workspaces.open(file, Passphrase.of("training").orElseThrow())) {
            case Outcome.Done<Workspace>(Workspace workspace) -> workspace;
            case Outcome.Failed<Workspace>(List<Problem> why) ->
                    throw new AssertionError(why.toString());
        };
    }

    @Test
    void aKeyThatFitsNothingIsRefused() {
        Cli.Ran ran = Cli.PLAIN.run("show", file, "52239919990101001X", "--json");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.codes()).containsExactly("keyUnknown");
    }

    @Test
    void theDumpIsTheSameAfterEverythingIsMadeAnew() {
        Cli.Ran before = Cli.PLAIN.run("dump", file);

        assertThat(Cli.PLAIN.run("rebuild", file, "--json").json().path("ok").asBoolean()).isTrue();

        assertThat(Cli.PLAIN.run("dump", file)).isEqualTo(before);
        assertThat(before.out()).doesNotContain("\r").endsWith("\n");
        assertThat(before.lines())
                .hasSizeGreaterThan(10)
                .allMatch(l -> l.startsWith("{\"id\":\""))
                .allMatch(l -> l.contains("\"kind\":") && l.contains("\"sections\":"));
        assertThat(Cli.PLAIN.run("verify", file, "--json").json().path("ok").asBoolean()).isTrue();
    }

    @Test
    void anUnknownStateIsToldTheOnesThereAre() {
        Cli.Ran ran = Cli.PLAIN.run("list", file, "--state", "bogus", "--json");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.json().path("problems").get(0).path("next").asText())
                .contains("todo", "due");
    }

    @Test
    void aConditionThatBreaksOffIsShownWhere() {
        Cli.Ran ran = Cli.PLAIN.run("list", file, "--where", "unsafe_house=", "--json");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.json().path("problems").get(0).path("message").asText()).contains("“=”附近");
    }
}
