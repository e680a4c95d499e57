package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.flow.Workspaces;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// `conflicts`, `resolve` and `show --history`.
class ResolveCommandTest {

    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void threeHouseholdsWithTwoPhones() {
        file = Cli.workspace(folder);
        try (Workspace workspace = open()) {
            var households = new ArrayList<RecordId>();
            workspace.records(Kind.HOUSEHOLD, households::add);
            workspace.write(writer -> {
                for (RecordId household : households.subList(0, 3)) {
                    Revision base = workspace.section(household, "place").allHeads().getFirst();
                    for (int i = 1; i < 3; i++) {
                        writer.add(
                                Revision.of(
                                        household,
                                        "place",
                                        List.of(base.id()),
                                        base.values().with("address", Value.text("门牌" + i))),
                                Stamp.of(
                                        i == 1 ? "李志远" : "王秀英",
                                        "d" + i,
                                        "2017-03-0" + i,
                                        How.TYPED,
                                        null));
                    }
                }
                return true;
            });
        }
    }

    private Workspace open() {
        return switch (Workspaces.open(file, Passphrase.of("training").orElseThrow())) {
            case Outcome.Done<Workspace>(Workspace workspace) -> workspace;
            case Outcome.Failed<Workspace>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private JsonNode conflicts() {
        Cli.Ran ran = Cli.PLAIN.run("conflicts", file, "--json");
        assertThat(ran.status()).isZero();
        return ran.json();
    }

    private Cli.Ran resolve(Object... more) {
        var words = new ArrayList<Object>(List.of("resolve", file));
        words.addAll(List.of(more));
        words.add("--json");
        return Cli.PLAIN.run(words.toArray());
    }

    private static String side(JsonNode conflict, String by) {
        for (JsonNode side : conflict.path("sides")) {
            if (side.path("by").asText().equals(by)) {
                return side.path("revision").asText();
            }
        }
        throw new AssertionError(conflict.toString());
    }

    @Test
    void aConflictIsListedWithBaseAndSidesAndTaken() {
        JsonNode list = conflicts().path("conflicts");
        assertThat(list).hasSize(3);
        JsonNode first = list.get(0);
        assertThat(first.fieldNames())
                .toIterable()
                .contains("id", "record", "section", "base", "sides");
        assertThat(first.path("base").has("head_name")).isTrue();
        assertThat(first.path("differs").get(0).asText()).isEqualTo("address");
        assertThat(first.path("sides").get(0).path("attestations").get(0).path("how").asText())
                .isEqualTo("typed");
        Cli.Ran ran =
                resolve(
                        first.path("id").asText(),
                        "--take",
                        side(first, "李志远"),
                        "--by",
                        "小陈",
                        "--at",
                        "2017-03-11");
        assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.json().path("openConflicts").asInt()).isEqualTo(2);
        assertThat(conflicts().path("conflicts")).hasSize(2);
        String act = ran.json().path("acts").get(0).asText();
        assertThat(resolve("--undo", act).json().path("openConflicts").asInt()).isEqualTo(3);
        JsonNode history =
                Cli.PLAIN
                        .run("show", file, first.path("record").asText(), "--history", "--json")
                        .json()
                        .path("history");
        assertThat(history)
                .filteredOn(
                        n -> n.path("attestations").get(0).path("how").asText().equals("resolved"))
                .singleElement()
                .satisfies(n -> {
                    assertThat(n.path("supersedes")).hasSize(2);
                    assertThat(n.path("head").asBoolean()).isFalse();
                    assertThat(
                                    n.path("attestations")
                                            .get(0)
                                            .path("withdrawn")
                                            .path("reason")
                                            .asText())
                            .isNotEmpty();
                });
    }

    @Test
    void severalAtOnceAndTheRestByRule() {
        JsonNode list = conflicts().path("conflicts");
        Cli.Ran two =
                resolve(
                        list.get(0).path("id").asText(),
                        list.get(1).path("id").asText(),
                        "--take",
                        side(list.get(0), "李志远"),
                        "--take",
                        side(list.get(1), "王秀英"));
        assertThat(two.status()).as(two.out() + two.err()).isZero();
        assertThat(two.json().path("settled").asInt()).isEqualTo(2);
        assertThat(resolve("--rule", "by:无名氏").status()).isEqualTo(2);
        // Both typed at a desk, not in a visit: whose word it is tells, days do not.
        assertThat(conflicts().path("rules")).isEmpty();
    }

    @Test
    void whatIsNotSaidClearlyChangesNothing() {
        JsonNode first = conflicts().path("conflicts").get(0);
        String id = first.path("id").asText();
        assertThat(resolve(id).codes()).containsExactly("resolveWhat");
        assertThat(resolve("nosuch", "--take", "00").codes()).containsExactly("conflictUnknown");
        assertThat(resolve(id, "--take", "ffff").codes()).containsExactly("resolveTakes");
        assertThat(resolve(id, "--take", "ffff").status()).isEqualTo(2);
        assertThat(resolve(id, "--defer").status()).isZero();
        assertThat(conflicts().path("conflicts").get(2).path("deferred").asBoolean()).isTrue();
        assertThat(Cli.PLAIN.run("conflicts", file).out()).contains("门牌1").contains("王秀英");
    }

    @Test
    void theWholeHistoryIsWrittenAsATable() {
        JsonNode first = conflicts().path("conflicts").get(0);
        Path out = folder.resolve("历史.xlsx");
        Cli.Ran ran =
                Cli.PLAIN.run(
                        "show",
                        file,
                        first.path("record").asText(),
                        "--history",
                        "--out",
                        out,
                        "--json");
        assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
        assertThat(out).isNotEmptyFile();
        Path nowhere = folder.resolve("没有").resolve("历史.xlsx");
        assertThat(
                        Cli.PLAIN
                                .run(
                                        "show",
                                        file,
                                        first.path("record").asText(),
                                        "--out",
                                        nowhere,
                                        "--json")
                                .codes())
                .containsExactly("settleUnwritten");
    }

    @Test
    void aThirdComesFromAFile() {
        JsonNode first = conflicts().path("conflicts").get(0);
        Path third = Cli.write(folder.resolve("third.json"), "{\"address\":\"门牌3\"}");
        Cli.Ran ran =
                resolve(first.path("id").asText(), "--take", side(first, "李志远"), "--values", third);
        assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
        assertThat(
                        Cli.PLAIN
                                .run("show", file, first.path("record").asText(), "--json")
                                .json()
                                .path("sections")
                                .path("place")
                                .path("values")
                                .path("address")
                                .asText())
                .isEqualTo("门牌3");
    }
}
