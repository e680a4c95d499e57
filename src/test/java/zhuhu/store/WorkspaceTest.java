package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zhuhu.store.Fixture.OTHER;
import static zhuhu.store.Fixture.ROSTER;
import static zhuhu.store.Fixture.VISITOR;
import static zhuhu.store.Fixture.add;
import static zhuhu.store.Fixture.row;
import static zhuhu.store.Fixture.state;
import static zhuhu.store.Fixture.values;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.record.Attestation;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.store.Workspace.Number;

/// What a workspace keeps, and what it makes of it.
final class WorkspaceTest {

    private static final RecordId HOUSEHOLD = Ids.householdByNumber("5223010001");
    private static final RecordId PERSON = Ids.personByIdNo("11010519491231002X");

    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void create() {
        workspace = Fixture.create(folder.resolve("东山村.zhuhu"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void reopen() {
        Path file = workspace.file();
        workspace.close();
        workspace = Fixture.open(file);
    }

    @Test
    void aStatementIsThereAfterReopeningWithItsValuesOfEveryShape() {
        Revision stated =
                state(
                        workspace,
                        PERSON,
                        "health",
                        VISITOR,
                        "health",
                        Value.many(List.of("02", "03")),
                        "weight",
                        new Value.Number(new java.math.BigDecimal("52.50")),
                        "note",
                        "𠮷娃\n\"说\"",
                        "left",
                        Value.EMPTY,
                        "tries",
                        new Value.Rows(List.of(values("date", "2017-03-01"), values("n", 2))));
        reopen();
        assertThat(workspace.section(PERSON, "health"))
                .isEqualTo(new Section.Agreed(stated, List.of(stated)));
        assertThat(workspace.revisions(PERSON)).containsExactly(stated);
        assertThat(workspace.attestations(stated.id()))
                .containsExactly(Attestation.of(stated.id(), VISITOR));
        assertThat(row(workspace, PERSON))
                .containsEntry("health", "02 03")
                .containsEntry("weight", "52.5")
                .containsEntry("key", PERSON.shortKey())
                .containsEntry("contested", "");
    }

    @Test
    void twoAnswersThatRestOnTheSameHeadAreContestedAndTheTableShowsTheLastAgreed() {
        Revision base = state(workspace, HOUSEHOLD, "contact", ROSTER, "phone", "13800000000");
        var one = Revision.of(HOUSEHOLD, "contact", List.of(base.id()), values("phone", "1"));
        var two = Revision.of(HOUSEHOLD, "contact", List.of(base.id()), values("phone", "2"));
        add(workspace, one, VISITOR);
        add(workspace, two, OTHER);
        assertThat(workspace.section(HOUSEHOLD, "contact")).isInstanceOf(Section.Contested.class);
        assertThat(row(workspace, HOUSEHOLD))
                .containsEntry("phone", "13800000000")
                .containsEntry("contested", "contact");
        state(workspace, HOUSEHOLD, "contact", VISITOR, "phone", "2");
        assertThat(row(workspace, HOUSEHOLD))
                .containsEntry("phone", "2")
                .containsEntry("contested", "");
    }

    @Test
    void aConfirmationIsStoredAsTheSameAndReadBackWithItsValues() {
        state(workspace, HOUSEHOLD, "contact", ROSTER, "phone", "13800000000");
        Revision confirmed =
                state(workspace, HOUSEHOLD, "contact", VISITOR, "phone", "13800000000");
        reopen();
        assertThat(workspace.section(HOUSEHOLD, "contact").allHeads()).containsExactly(confirmed);
        assertThat(workspace.query("SELECT count(*) AS n FROM revision WHERE body IS NULL"))
                .containsExactly(Map.of("n", "1"));
    }

    @Test
    void twoWhoSayTheSameStandBehindOneRevision() {
        Revision stated = state(workspace, HOUSEHOLD, "contact", VISITOR, "phone", "1");
        add(workspace, stated, OTHER);
        add(workspace, stated, OTHER);
        assertThat(workspace.revisions(HOUSEHOLD)).hasSize(1);
        assertThat(workspace.attestations(stated.id()))
                .extracting(a -> a.stamp().by())
                .containsExactly("王一鸣", "赵二妹");
    }

    @Test
    void yearsHaveRowsOfTheirOwn() {
        state(workspace, HOUSEHOLD, "income@2015", VISITOR, "wage_income", 9000);
        state(
                workspace,
                HOUSEHOLD,
                "income@2016",
                VISITOR,
                "wage_income",
                12000,
                "net_income",
                3146);
        assertThat(
                        workspace.query(
                                "SELECT household, year, wage_income, net_income FROM household_income"
                                        + " ORDER BY year DESC"))
                .containsExactly(
                        Map.of(
                                "household", HOUSEHOLD.text(),
                                "year", "2016",
                                "wage_income", "12000",
                                "net_income", "3146"),
                        Map.of(
                                "household", HOUSEHOLD.text(),
                                "year", "2015",
                                "wage_income", "9000"));
    }

    @Test
    void withdrawingTakesAStatementOutAndTakingBackBringsItIn() {
        state(workspace, HOUSEHOLD, "contact", ROSTER, "phone", "1");
        Revision later = state(workspace, HOUSEHOLD, "contact", VISITOR, "phone", "2");
        var withdrawal =
                zhuhu.record.Withdrawal.of(
                        List.of(Attestation.of(later.id(), VISITOR).id()), "李", null, null, "错户");
        Fixture.write(
                workspace,
                writer -> {
                    writer.withdraw(withdrawal);
                    return true;
                });
        assertThat(row(workspace, HOUSEHOLD)).containsEntry("phone", "1");
        assertThat(workspace.attestations(later.id())).isEmpty();
        reopen();
        Fixture.write(
                workspace,
                writer -> {
                    writer.takeBack(zhuhu.record.TakeBack.of(withdrawal.id(), "李", null, null));
                    return true;
                });
        assertThat(row(workspace, HOUSEHOLD)).containsEntry("phone", "2");
    }

    @Test
    void aWholeRosterCanBeWithdrawnAndItsRecordsAreGoneFromTheTables() {
        Revision stated = state(workspace, HOUSEHOLD, "contact", ROSTER, "phone", "1");
        Fixture.write(
                workspace,
                writer -> {
                    writer.withdraw(
                            List.of(Attestation.of(stated.id(), ROSTER).id()),
                            "李",
                            null,
                            null,
                            "旧名册");
                    return true;
                });
        assertThat(workspace.exists(HOUSEHOLD)).isFalse();
        assertThat(workspace.query("SELECT id FROM household")).isEmpty();
        add(workspace, stated, ROSTER);
        assertThat(workspace.exists(HOUSEHOLD)).isFalse();
    }

    @Test
    void aWithdrawalMayArriveBeforeWhatItWithdraws() {
        var stated = Revision.of(HOUSEHOLD, "contact", List.of(), values("phone", "1"));
        Fixture.write(
                workspace,
                writer -> {
                    writer.withdraw(
                            List.of(Attestation.of(stated.id(), VISITOR).id()),
                            "李",
                            null,
                            null,
                            "错");
                    return true;
                });
        add(workspace, stated, VISITOR);
        assertThat(workspace.exists(HOUSEHOLD)).isFalse();
        add(workspace, stated, OTHER);
        assertThat(workspace.exists(HOUSEHOLD)).isTrue();
        reopen();
        assertThat(workspace.attestations(stated.id())).hasSize(1);
    }

    @Test
    void aRevisionWhoseIdIsNotItsHashIsRefusedAndNothingOfItsTransactionStays() {
        var sound = Revision.of(HOUSEHOLD, "contact", List.of(), values("phone", "1"));
        var forged =
                new Revision(
                        sound.id(), HOUSEHOLD, "contact", sound.supersedes(), values("phone", "2"));
        assertThatThrownBy(() ->
                        Fixture.write(
                                workspace,
                                writer -> {
                                    writer.add(sound, VISITOR);
                                    writer.add(forged, VISITOR);
                                    return true;
                                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(workspace.exists(HOUSEHOLD)).isFalse();
        add(workspace, sound, VISITOR);
        assertThat(row(workspace, HOUSEHOLD)).containsEntry("phone", "1");
    }

    @Test
    void aRehearsalShowsWhatWouldBeAndLeavesNothing() {
        String inside =
                workspace.rehearse(writer -> {
                    writer.add(
                            Revision.of(HOUSEHOLD, "contact", List.of(), values("phone", "7")),
                            VISITOR);
                    return row(workspace, HOUSEHOLD).getOrDefault("phone", "");
                });
        assertThat(inside).isEqualTo("7");
        assertThat(workspace.exists(HOUSEHOLD)).isFalse();
        assertThat(workspace.query("SELECT n FROM stamp")).isEmpty();
        state(workspace, HOUSEHOLD, "contact", VISITOR, "phone", "8");
        assertThat(row(workspace, HOUSEHOLD)).containsEntry("phone", "8");
    }

    @Test
    void numbersAreKnownInEveryFormTheyWereEverWritten() {
        state(workspace, PERSON, "identity", ROSTER, "id_no", "11010519491231002x");
        state(workspace, PERSON, "identity", ROSTER, "id_no", "440524188001010014");
        assertThat(workspace.numbers("id_no", "11010519491231002X33"))
                .containsExactly(new Number("id_no", "11010519491231002X", PERSON, false));
        var all = new ArrayList<Number>();
        workspace.numbers("id_no", all::add);
        assertThat(all)
                .containsExactlyInAnyOrder(
                        new Number("id_no", "11010519491231002X", PERSON, false),
                        new Number("id_no", "440524188001010014", PERSON, true));
    }

    @Test
    void theRostersLastWordIsThatOfTheNewestDateWhateverVisitsSaid() {
        Revision first = state(workspace, HOUSEHOLD, "contact", ROSTER, "phone", "1");
        state(workspace, HOUSEHOLD, "contact", VISITOR, "phone", "2");
        assertThat(workspace.rosterStatements(HOUSEHOLD)).isEqualTo(Map.of("contact", first));
        var second = Revision.of(HOUSEHOLD, "contact", List.of(first.id()), values("phone", "3"));
        add(
                workspace,
                second,
                zhuhu.record.Stamp.of("镇扶贫站", null, "2017-05-01", zhuhu.record.How.ROSTER, "b"));
        add(
                workspace,
                first,
                zhuhu.record.Stamp.of("镇扶贫站", null, "2017-04-01", zhuhu.record.How.ROSTER, "c"));
        assertThat(workspace.rosterStatements(HOUSEHOLD)).isEqualTo(Map.of("contact", second));
    }

    @Test
    void draftsSettingsAndPackagesAreKept() {
        RecordId visit = Ids.visit("try", "household_visit", HOUSEHOLD, "2017-03");
        byte[] answers = "<data/>".getBytes(StandardCharsets.UTF_8);
        var draft =
                new Workspace.Draft(
                        visit,
                        HOUSEHOLD,
                        "2017-03",
                        "household_visit",
                        answers,
                        "{}",
                        "doorstep",
                        "t");
        var row =
                new Workspace.PackageRow(
                        "id", "in", "roster", "名册.xlsx", "2017-02-20", "t", "李", "");
        var step = new Workspace.Step("question", "/data/a", 1, 2, "13800000000", "", "");
        Fixture.write(
                workspace,
                writer -> {
                    writer.draft(draft);
                    writer.packageRow(row);
                    writer.setting("round", "2017-03");
                    writer.steps(visit, List.of(step), "李");
                    return true;
                });
        reopen();
        assertThat(workspace.draft(visit).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(draft);
        assertThat(workspace.drafts()).hasSize(1);
        assertThat(workspace.packages()).containsExactly(row);
        var steps = new ArrayList<Workspace.Stepped>();
        workspace.steps(Optional.of(visit), steps::add);
        assertThat(steps).containsExactly(new Workspace.Stepped(visit, "李", step));
        assertThat(workspace.setting("round")).contains("2017-03");
        assertThat(workspace.setting("training")).contains("0");
        Fixture.write(
                workspace,
                writer -> {
                    writer.dropDraft(visit);
                    return true;
                });
        assertThat(workspace.draft(visit)).isEmpty();
    }

    @Test
    void recordsAreFoundByIdAndListedInOrder() {
        state(workspace, HOUSEHOLD, "contact", VISITOR, "phone", "1");
        RecordId other = Ids.householdByNumber("5223010002");
        state(workspace, other, "contact", VISITOR, "phone", "2");
        var all = new ArrayList<RecordId>();
        workspace.records(Kind.HOUSEHOLD, all::add);
        assertThat(all).isSorted().containsExactlyInAnyOrder(HOUSEHOLD, other);
        assertThat(workspace.recordOf(other.text())).contains(other);
        assertThat(workspace.recordOf("not a uuid")).isEmpty();
    }
}
