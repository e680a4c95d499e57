package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.store.Fixture.VISITOR;
import static zhuhu.store.Fixture.state;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;

/// People are found by what others remember of them.
final class SearchTest {

    private static final RecordId HOUSEHOLD = Ids.householdByNumber("9901010001");
    private static final RecordId HEAD = Ids.personByIdNo("11010519491231002X");
    private static final RecordId CHILD = Ids.personByIdNo("440524188001010014");

    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void create() {
        workspace = Fixture.create(folder.resolve("村.zhuhu"));
        state(workspace, HOUSEHOLD, "number", VISITOR, "household_no", "9901010001");
        state(
                workspace,
                HOUSEHOLD,
                "place",
                VISITOR,
                "head_name",
                "韦小妹",
                "group_name",
                "大坪组",
                "head_id_no",
                "11010519491231002X");
        state(workspace, HOUSEHOLD, "contact", VISITOR, "phone", "13812340000");
        state(
                workspace,
                HEAD,
                "identity",
                VISITOR,
                "person_name",
                "韦小妹",
                "id_no",
                "11010519491231002x43");
        state(
                workspace,
                CHILD,
                "identity",
                VISITOR,
                "person_name",
                "买买提·𠮷小",
                "id_no",
                "440524188001010014");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    韦小妹,      household head
                    小妹,        household head
                    小,          household head child
                    𠮷,          child
                    买买提·𠮷,   child
                    大坪,        household
                    1234,        household
                    0101,        household
                    002X,        household head
                    02x,         household head
                    ００１４,    child
                    2X,          ''
                    1949,        ''
                    韦 小 妹,    household head
                    '',          ''
                    无此人,      ''
                    weixiaomei,  household head
                    wxm,         household head
                    weixm,       household head
                    xiaom,       household head
                    XIAO,        household head child
                    mmt,         child
                    maimaitijix, child
                    daping,      household
                    dpz,         household
                    13812340000, household
                    9901010001,  household
                    11010519491231002X, household head
                    110105194912310020, ''
                    wm,          ''
                    """)
    void anyPartOfANameAndTheLastDigitsOfANumberFind(String typed, String found) {
        List<String> names =
                workspace.search(typed, 10).stream()
                        .map(id ->
                                id.equals(HOUSEHOLD)
                                        ? "household"
                                        : id.equals(HEAD) ? "head" : "child")
                        .toList();
        assertThat(String.join(" ", names)).isEqualTo(found);
    }

    @Test
    void whatChangedIsFoundAsItIsNow() {
        assertThat(workspace.search("小妹", 10)).contains(HEAD);
        state(
                workspace,
                HEAD,
                "identity",
                VISITOR,
                "person_name",
                "韦晓梅",
                "id_no",
                "11010519491231002X");
        assertThat(workspace.search("晓梅", 10)).containsExactly(HEAD);
        assertThat(workspace.search("小妹", 10)).containsExactly(HOUSEHOLD);
        boolean inside =
                workspace.rehearse(writer -> {
                    writer.add(
                            Revision.of(
                                    Ids.personByNumber("7"),
                                    "identity",
                                    List.of(),
                                    Fixture.values("person_name", "临时工")),
                            VISITOR);
                    return workspace.search("临时", 10).size() == 1;
                });
        assertThat(inside).isTrue();
        assertThat(workspace.search("临时", 10)).isEmpty();
    }

    @Test
    void theBestComeFirstAndNoMoreThanAskedFor() {
        state(workspace, Ids.personByNumber("1"), "identity", VISITOR, "person_name", "张小");
        state(workspace, Ids.personByNumber("2"), "identity", VISITOR, "person_name", "小张");
        state(workspace, Ids.personByNumber("3"), "identity", VISITOR, "person_name", "小");
        assertThat(workspace.search("小", 2))
                .containsExactly(Ids.personByNumber("3"), Ids.personByNumber("2"));
        assertThat(workspace.search("小", 0)).isEmpty();
    }

    @Test
    void aHouseholdIsFoundOnceByItselfOrByWhoLivesThere() {
        state(workspace, CHILD, "residence", VISITOR, "household", HOUSEHOLD.text());
        assertThat(workspace.searchHouseholds("买买提"))
                .containsExactly(new Workspace.Found(HOUSEHOLD, CHILD, "买买提·𠮷小", 1));
        assertThat(workspace.searchHouseholds("韦小妹"))
                .containsExactly(new Workspace.Found(HOUSEHOLD, HOUSEHOLD, "韦小妹", 0));
        assertThat(workspace.searchHouseholds("小").stream().map(Workspace.Found::household))
                .containsExactly(HOUSEHOLD);
        assertThat(workspace.searchHouseholds("")).isEmpty();
    }

    @Test
    void aHouseholdIsFoundByItsVillageAsItIsCalledNow() {
        RecordId village = Ids.village("望谟县", "石屯镇", "巧相村");
        state(workspace, village, "basics", VISITOR, "village_name", "巧相村");
        state(
                workspace,
                HOUSEHOLD,
                "place",
                VISITOR,
                "head_name",
                "韦小妹",
                "village",
                village.text(),
                "group_name",
                "大坪组");
        for (String typed : List.of("巧相", "qiaoxiang", "qxc", "巧相村大坪")) {
            assertThat(workspace.search(typed, 10)).as(typed).containsExactly(HOUSEHOLD);
        }
        state(workspace, village, "basics", VISITOR, "village_name", "平寨村");
        assertThat(workspace.search("巧相", 10)).isEmpty();
        assertThat(workspace.search("平寨", 10)).containsExactly(HOUSEHOLD);
    }

    @Test
    void readingAheadEndsAndChangesNothing() {
        int rounds = 0;
        while (workspace.warmSearch()) {
            rounds++;
        }
        assertThat(rounds).isEqualTo(2);
        assertThat(workspace.search("wxm", 10)).containsExactly(HOUSEHOLD, HEAD);
        workspace.rebuild();
        assertThat(workspace.search("wxm", 10)).containsExactly(HOUSEHOLD, HEAD);
    }
}
