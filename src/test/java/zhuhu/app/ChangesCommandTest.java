package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.Workspaces;
import zhuhu.flow.change.FindChanges;
import zhuhu.flow.change.RosterChange;
import zhuhu.flow.change.TickChanges;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// 变更清单 from rosters that are really read and corrections that are really made.
class ChangesCommandTest {

    @TempDir Path folder;
    private Path file;
    private int rosters;
    private int answers;

    @BeforeEach
    void township() {
        file = folder.resolve("镇.zhuhu");
        must(Cli.PLAIN.run("new", file, "--pack", "qianxinan-2017", "--training"));
        take(new SmallRoster("2017-03-01"));
    }

    private void take(SmallRoster roster) {
        Path written = roster.write(folder.resolve("名册" + rosters++ + ".xlsx"));
        assertThat(Cli.PLAIN.run("import", written, "--into", file, "--json").status())
                .isLessThan(2);
    }

    private static Cli.Ran must(Cli.Ran ran) {
        assertThat(ran.status()).as(ran.toString()).isZero();
        return ran;
    }

    private void correct(String form, String key, String said) {
        Path json = Cli.write(folder.resolve("a" + answers++ + ".json"), said.replace('\'', '"'));
        must(
                Cli.PLAIN.run(
                        "fill",
                        file,
                        "--form",
                        form,
                        "--record",
                        key,
                        "--answers",
                        json,
                        "--by",
                        "李志远",
                        "--at",
                        "2017-03-06T09:0" + answers));
    }

    private JsonNode changes(String... more) {
        var words =
                new ArrayList<Object>(
                        List.of("changes", file, "--json", "--out", folder.resolve("清单.xlsx")));
        words.addAll(List.of(more));
        return must(Cli.PLAIN.run(words.toArray())).json();
    }

    private List<String> lines(String... more) {
        var lines = new ArrayList<String>();
        changes(more)
                .path("changes")
                .forEach(c ->
                        lines.add(
                                String.join(
                                        "|",
                                        c.path("head").asText(),
                                        c.path("name").asText(),
                                        c.path("sort").asText(),
                                        c.path("label").asText(),
                                        c.path("roster").asText(),
                                        c.path("verified").asText(),
                                        c.path("state").asText())));
        return lines;
    }

    @Test
    void aRosterAloneGivesNothingToKeyIn() {
        assertThat(lines()).isEmpty();
    }

    @Test
    void whatIsFoundDifferentIsListedWithWhoWhenAndWhy() {
        correct("household", SmallRoster.FIRST, "{'phone':'13800000009','reason':'换了号'}");
        correct("person", SmallRoster.id(2001, 5), "{'education':'04','reason':'高中毕业'}");

        JsonNode all = changes().path("changes");

        assertThat(lines())
                .containsExactly(
                        "陆大山||property|联系电话|13800000001|13800000009|open",
                        "陆大山|陆小山|property|文化程度|初中|高中|open");
        assertThat(all.at("/0/by").asText()).isEqualTo("李志远");
        assertThat(all.at("/0/on").asText()).isEqualTo("2017-03-06");
        assertThat(all.at("/0/reason").asText()).isEqualTo("换了号");
        assertThat(all.at("/0/national").asText()).isEqualTo("AC01.AAR012");
        assertThat(all.at("/1/code").asText()).isEqualTo("04");
    }

    @Test
    void aBlankCellOfAColumnThatTheRosterHasIsAChangeToKeyIn() {
        correct("household", SmallRoster.SECOND, "{'phone':'13800000002','reason':'新办的号'}");

        assertThat(lines()).containsExactly("韦三妹||property|联系电话|（空）|13800000002|open");
    }

    @Test
    void whatNoRosterHasAColumnForIsCountedAndListedOnlyOnDemand() {
        correct("household", SmallRoster.FIRST, "{'bank':'信用社','reason':'补'}");

        assertThat(changes().path("left").asInt()).isEqualTo(1);
        assertThat(lines()).isEmpty();
        assertThat(lines("--unlisted")).containsExactly("陆大山||unlisted|开户银行|（空）|信用社|open");
    }

    @Test
    void theNextRosterSaysWhatWasTakenOverAndWhatWasNot() {
        correct("household", SmallRoster.FIRST, "{'phone':'13800000009','reason':'换了号'}");
        correct("household", SmallRoster.SECOND, "{'unsafe_house':'1','reason':'塌了一角'}");

        take(new SmallRoster("2017-06-01").household(SmallRoster.FIRST, "户联系电话", "13800000009"));

        assertThat(lines())
                .containsExactly(
                        "陆大山||property|联系电话|13800000001|13800000009|done",
                        "韦三妹||property|是否危房户|否|是|not_done");
    }

    @Test
    void aRosterWithoutTheColumnSettlesNothing() {
        correct("household", SmallRoster.FIRST, "{'phone':'13800000009','reason':'换了号'}");

        take(new SmallRoster("2017-06-01").withoutColumn("户联系电话"));

        assertThat(lines()).containsExactly("陆大山||property|联系电话|13800000001|13800000009|open");
    }

    @Test
    void whatRosterAndVisitBothChangedIsUnsettled() {
        correct("household", SmallRoster.FIRST, "{'phone':'13800000009','reason':'换了号'}");

        take(new SmallRoster("2017-06-01").household(SmallRoster.FIRST, "户联系电话", "13800000007"));

        assertThat(lines()).hasSize(1).first().asString().endsWith("|unsettled").contains("／");
    }

    @Test
    void whoLeftIsDoneOnceTheRosterNoLongerListsThem() {
        correct(
                "person",
                SmallRoster.id(1999, 8),
                "{'change':'2','change_reason':'01','changed_on':'2017-03-05','reason':'病故'}");
        assertThat(lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("韦三妹|韦小满|ended_person|减少人员|在册|减少，")
                .endsWith("|open");

        take(new SmallRoster("2017-06-01"));
        assertThat(lines()).hasSize(1).first().asString().endsWith("|not_done");

        correct("household", SmallRoster.SECOND, "{'phone':'13800000002','reason':'新办的号'}");
        take(new SmallRoster("2017-09-01").without("韦小满"));
        assertThat(lines()).anyMatch(l -> l.contains("ended_person") && l.endsWith("|done"));
    }

    @Test
    void aTickStandsUntilTheNextRosterSaysOtherwise() {
        correct("household", SmallRoster.FIRST, "{'phone':'13800000009','reason':'换了号'}");
        acting(ticks -> ticks.tick(found()));
        assertThat(lines()).hasSize(1).first().asString().endsWith("|keyed");
        acting(ticks -> ticks.untick(found()));
        assertThat(lines()).hasSize(1).first().asString().endsWith("|open");
        acting(ticks -> ticks.tick(found()));

        take(new SmallRoster("2017-06-01"));

        assertThat(lines()).hasSize(1).first().asString().endsWith("|not_done");
    }

    private List<RosterChange> found = List.of();

    private List<RosterChange> found() {
        return found;
    }

    private void acting(Consumer<TickChanges> act) {
        var passphrase = Passphrase.of("training").orElseThrow();
        if (!(Workspaces.open(file, passphrase)
                instanceof Outcome.Done<Workspace>(var workspace))) {
            throw new AssertionError(file);
        }
        try (workspace) {
            var request = new FindChanges.Request(Set.of(), false);
            if (new FindChanges(workspace, Texts.chinese()).find(request, Progress.NONE)
                    instanceof Outcome.Done<FindChanges.Found>(var all)) {
                found = all.changes();
            }
            var author = new Author("李干事", "镇", "", "d");
            act.accept(new TickChanges(workspace, author, Clock.systemDefaultZone()));
        }
    }

    @Test
    void thePrintedListHasTheHeadRepeatedAndABoxToTick() throws IOException {
        correct("household", SmallRoster.FIRST, "{'phone':'13800000009','reason':'换了号'}");
        changes();

        try (var book =
                new XSSFWorkbook(java.nio.file.Files.newInputStream(folder.resolve("清单.xlsx")))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:3");
            assertThat(sheet.getRow(3).getCell(14).getStringCellValue()).isEqualTo("□");
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue())
                    .isEqualTo(SmallRoster.FIRST);
        }
    }
}
