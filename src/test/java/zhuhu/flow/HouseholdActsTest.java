package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.edit.DirectEdit;
import zhuhu.flow.edit.DirectEdits;
import zhuhu.flow.edit.Edited;
import zhuhu.flow.edit.HouseholdActs;
import zhuhu.flow.edit.HouseholdActs.Leaving;
import zhuhu.flow.edit.Members;
import zhuhu.flow.edit.Reason;
import zhuhu.flow.edit.RegisterAct;
import zhuhu.flow.edit.SectionHistory;
import zhuhu.flow.edit.UndoEdit;
import zhuhu.pack.PackReader;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// Deaths, new heads, splits and joins in one invented household.
class HouseholdActsTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2017, 3, 6, 9, 0);
    private static final LocalDate TODAY = NOW.toLocalDate();
    private static final Author AUTHOR = new Author("李志远", "清水镇", "", "d1");
    private static final Reason WHY = Reason.of("入户得知");
    private static final RecordId HOUSE = id(Kind.HOUSEHOLD, 1);
    private static final RecordId OTHER = id(Kind.HOUSEHOLD, 2);
    private static final RecordId HEAD = id(Kind.PERSON, 1);
    private static final RecordId WIFE = id(Kind.PERSON, 2);
    private static final RecordId SON = id(Kind.PERSON, 3);
    private static final RecordId MOTHER = id(Kind.PERSON, 4);
    private static final RecordId NEIGHBOUR = id(Kind.PERSON, 5);

    @TempDir Path folder;
    private final List<Workspace> open = new ArrayList<>();

    private static RecordId id(Kind kind, long n) {
        return new RecordId(
                kind, new UUID(0x4000L, 0x8000_0000_0000_0000L + kind.ordinal() * 100 + n));
    }

    @BeforeEach
    void aFamilyOfFour() {
        Workspace workspace =
                done(
                        Workspaces.create(
                                folder.resolve("w.zhuhu"),
                                Passphrase.of("training").orElseThrow(),
                                done(PackReader.read("qianxinan-2017")),
                                true));
        open.add(workspace);
        var act =
                new RegisterAct(workspace, AUTHOR, NOW.minusDays(9), "section", "household", HOUSE);
        household(act, HOUSE, "岑国平", 4);
        household(act, OTHER, "韦永福", 1);
        member(act, HEAD, HOUSE, "岑国平", "1", "01");
        member(act, WIFE, HOUSE, "陆秀兰", "2", "02");
        member(act, SON, HOUSE, "岑光明", "1", "03");
        member(act, MOTHER, HOUSE, "韦阿妹", "2", "12");
        member(act, NEIGHBOUR, OTHER, "韦永福", "1", "01");
        done(act.write(Reason.of("示例")));
    }

    @AfterEach
    void close() {
        open.forEach(Workspace::close);
    }

    private static void household(RegisterAct act, RecordId id, String head, int count) {
        act.lay(
                id,
                "place",
                Values.NONE
                        .with("head_name", Value.text(head))
                        .with("group_name", Value.text("坡脚组")));
        act.lay(id, "identification", Values.NONE.with("registered", Value.text("1")));
        act.lay(id, "members", Values.NONE.with("member_count", Value.number(count)));
    }

    private static void member(
            RegisterAct act, RecordId id, RecordId home, String name, String sex, String relation) {
        act.lay(
                id,
                "identity",
                Values.NONE.with("person_name", Value.text(name)).with("sex", Value.text(sex)));
        act.lay(
                id,
                "residence",
                Values.NONE
                        .with("household", Value.text(home.text()))
                        .with("relation", Value.text(relation)));
    }

    private Workspace workspace() {
        return open.getFirst();
    }

    private HouseholdActs acts() {
        return new HouseholdActs(workspace(), AUTHOR, () -> NOW);
    }

    private String said(RecordId record, String section, String property) {
        return workspace().section(record, section).shown().plain(property);
    }

    private List<String> members(RecordId household) {
        return Members.now(workspace(), household).stream()
                .map(m -> m.name() + m.relation())
                .toList();
    }

    private List<String> dump() {
        var lines = new ArrayList<String>();
        workspace().dump(lines::add);
        return lines;
    }

    private static Map<RecordId, String> taken(Map<RecordId, Optional<String>> proposed) {
        var taken = new HashMap<RecordId, String>();
        proposed.forEach((id, relation) -> taken.put(id, relation.orElse("99")));
        return taken;
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(List<Problem> problems)
                ? problems.stream().map(Problem::code).toList()
                : List.of();
    }

    @Test
    void aDeadHeadIsFollowedByTheWifeInOneAct() {
        Map<RecordId, String> relations = taken(acts().relations(HOUSE, WIFE));
        relations.remove(HEAD);
        var death = new Leaving(HEAD, "01", LocalDate.of(2017, 3, 1));

        Edited edited = done(acts().newHead(HOUSE, WIFE, relations, Optional.of(death), WHY));

        assertThat(members(HOUSE)).containsExactly("陆秀兰01", "岑光明03", "韦阿妹16");
        assertThat(said(HOUSE, "place", "head_name")).isEqualTo("陆秀兰");
        assertThat(said(HOUSE, "place", "group_name")).isEqualTo("坡脚组");
        assertThat(said(HOUSE, "members", "member_count")).isEqualTo("3");
        assertThat(said(HEAD, "change", "change_reason")).isEqualTo("01");
        assertThat(said(HEAD, "identity", "person_name")).isEqualTo("岑国平");
        assertThat(Members.former(workspace(), HOUSE)).containsExactly(HEAD);
        assertThat(
                        workspace()
                                .section(edited.act().orElseThrow(), "edit")
                                .shown()
                                .plain("edit_reason"))
                .isEqualTo("入户得知");
    }

    @Test
    void undoingAnActBringsEverythingBackAndKeepsTheHistory() {
        List<String> before = dump();
        Map<RecordId, String> relations = taken(acts().relations(HOUSE, WIFE));
        Edited edited = done(acts().newHead(HOUSE, WIFE, relations, Optional.empty(), WHY));
        assertThat(dump()).isNotEqualTo(before);

        done(
                new UndoEdit(workspace(), AUTHOR, NOW.plusMinutes(1))
                        .of(edited.act().orElseThrow(), "点错了"));

        assertThat(dump()).isEqualTo(before);
        List<SectionHistory.Entry> history = SectionHistory.of(workspace(), WIFE, "residence");
        assertThat(history.getFirst().stands()).isFalse();
        assertThat(history.getFirst().act()).isEqualTo("head");
        assertThat(history.getFirst().reason().words()).isEqualTo("入户得知");
        assertThat(history.getFirst().changes().toString()).contains("配偶").contains("户主");
        assertThat(history.getLast().isHead()).isTrue();
        assertThat(
                        codes(
                                new UndoEdit(workspace(), AUTHOR, NOW.plusMinutes(2))
                                        .of(edited.act().orElseThrow(), "")))
                .containsExactly("undoNothing");
        assertThat(workspace().verify()).isEmpty();
    }

    @Test
    void whatSomebodyStatedAnewIsNotUndone() {
        Edited first = done(acts().leave(HOUSE, new Leaving(SON, "05", TODAY), false, WHY));
        done(acts().back(HOUSE, SON, TODAY, WHY));

        assertThat(
                        codes(
                                new UndoEdit(workspace(), AUTHOR, NOW.plusDays(1))
                                        .of(first.act().orElseThrow(), "")))
                .containsExactly("undoOverlaid");
        assertThat(said(SON, "change", "change")).isEqualTo("1");
    }

    @Test
    void aHeadLeavesOnlyWithANewHeadAndTheLastOneEndsTheHousehold() {
        List<String> before = dump();
        assertThat(codes(acts().leave(HOUSE, new Leaving(HEAD, "01", TODAY), false, WHY)))
                .containsExactly("leaveHead");
        assertThat(
                        codes(
                                acts().leave(
                                                HOUSE,
                                                new Leaving(SON, "01", TODAY.plusDays(1)),
                                                false,
                                                WHY)))
                .containsExactly("changeDate");
        assertThat(codes(acts().leave(HOUSE, new Leaving(SON, "01", TODAY), true, WHY)))
                .containsExactly("endNotEmpty");
        assertThat(dump()).isEqualTo(before);

        done(acts().leave(OTHER, new Leaving(NEIGHBOUR, "01", TODAY), true, WHY));
        assertThat(said(OTHER, "ended", "ended")).isEqualTo("1");
        assertThat(said(OTHER, "ended", "ended_reason")).contains("死亡");
        assertThat(HouseholdStates.of(workspace()).of(OTHER.text())).isEmpty();
    }

    @Test
    void aSplitMakesAHouseholdRegisteredAsTheOldOne() {
        RecordId made = HouseholdActs.fresh();

        done(acts().split(HOUSE, made, SON, Map.of(MOTHER, "18"), WHY));

        assertThat(members(HOUSE)).containsExactly("岑国平01", "陆秀兰02");
        assertThat(members(made)).containsExactly("岑光明01", "韦阿妹18");
        assertThat(said(made, "place", "head_name")).isEqualTo("岑光明");
        assertThat(said(made, "identification", "registered")).isEqualTo("1");
        assertThat(said(made, "number", "household_no")).isEmpty();
        assertThat(said(HOUSE, "members", "member_count")).isEqualTo("2");
        assertThat(Members.former(workspace(), HOUSE)).containsExactlyInAnyOrder(SON, MOTHER);
        assertThat(codes(acts().split(HOUSE, HouseholdActs.fresh(), HEAD, Map.of(), WHY)))
                .containsExactly("splitHead");
    }

    @Test
    void whoJoinsAnotherHouseholdLeavesTheirsEnded() {
        assertThat(codes(acts().move(OTHER, HOUSE, Map.of(NEIGHBOUR, ""), TODAY, WHY)))
                .containsExactly("relationMissing");

        done(acts().move(OTHER, HOUSE, Map.of(NEIGHBOUR, "13"), TODAY, WHY));

        assertThat(members(HOUSE)).hasSize(5).contains("韦永福13");
        assertThat(said(HOUSE, "members", "member_count")).isEqualTo("5");
        assertThat(said(OTHER, "ended", "ended")).isEqualTo("1");
        assertThat(Members.now(workspace(), OTHER)).isEmpty();
    }

    @Test
    void aNewbornWithoutNumberComesInCheckedAndCounted() {
        try (DirectEdit edit =
                done(DirectEdits.newcomer(workspace(), HOUSE, "06", AUTHOR, () -> NOW))) {
            var sections = List.of("residence", "identity", "change");
            assertThat(codes(edit.save(DirectEdit.Manner.CHANGE, WHY, sections)))
                    .containsExactly("R01");
            edit.answer(edit.find("person_name").getFirst(), Value.text("岑小芽"));
            edit.answer(edit.find("relation").getFirst(), Value.text("08"));
            edit.answer(edit.find("birth_date").getFirst(), Value.text("2017-03-02"));

            Edited edited = done(edit.save(DirectEdit.Manner.CHANGE, WHY, sections));

            assertThat(edited.sections()).contains("person.identity", "household.members");
        }
        assertThat(members(HOUSE)).contains("岑小芽08");
        assertThat(said(HOUSE, "members", "member_count")).isEqualTo("5");
    }

    @Test
    void aContestedSectionIsSettledOnlyOnPurpose() {
        String phone = "contact";
        for (String number : List.of("13800000001", "13800000002")) {
            Revision side =
                    Revision.of(
                            HOUSE, phone, List.of(), Values.NONE.with("phone", Value.text(number)));
            workspace()
                    .write(w -> {
                        w.add(side, Stamp.of("某人" + number, "d9", "2017-03-01", How.TYPED, null));
                        return true;
                    });
        }
        try (DirectEdit edit =
                done(DirectEdits.open(workspace(), HOUSE, phone, AUTHOR, () -> NOW))) {
            edit.answer(edit.find("phone").getFirst(), Value.text("13800000002"));
            assertThat(edit.lastTime(edit.find("phone").getFirst()).orElseThrow().sides())
                    .hasSize(2);
            assertThat(codes(edit.save(DirectEdit.Manner.CHANGE, WHY, List.of(phone))))
                    .containsExactly("editContested");
            done(edit.save(DirectEdit.Manner.SETTLE, WHY, List.of(phone)));
        }
        assertThat(workspace().section(HOUSE, phone)).isInstanceOf(Section.Agreed.class);
        assertThat(said(HOUSE, phone, "phone")).isEqualTo("13800000002");
    }

    @Test
    void whatWasStatedMeanwhileIsShownBeforeItIsSuperseded() {
        try (DirectEdit mine =
                done(DirectEdits.open(workspace(), HOUSE, "contact", AUTHOR, () -> NOW))) {
            done(
                    new RegisterAct(workspace(), AUTHOR, NOW, "section", "household", HOUSE)
                            .lay(
                                    HOUSE,
                                    "contact",
                                    Values.NONE.with("phone", Value.text("13800000007")))
                            .write(WHY));
            mine.answer(mine.find("phone").getFirst(), Value.text("13800000008"));

            assertThat(codes(mine.save(DirectEdit.Manner.CHANGE, WHY, List.of("contact"))))
                    .containsExactly("editMeanwhile");
            assertThat(mine.lastTime(mine.find("phone").getFirst()).orElseThrow().value())
                    .isEqualTo(Value.text("13800000007"));
            done(mine.save(DirectEdit.Manner.CHANGE, WHY, List.of("contact")));
        }
        assertThat(said(HOUSE, "contact", "phone")).isEqualTo("13800000008");
    }

    @Test
    void aProposalChangesNothingAndStandsInTheLedger() {
        try (DirectEdit edit =
                done(DirectEdits.open(workspace(), HOUSE, "identification", AUTHOR, () -> NOW))) {
            edit.answer(edit.find("registered").getFirst(), Value.text("0"));
            assertThat(codes(edit.save(DirectEdit.Manner.CHANGE, WHY, List.of("identification"))))
                    .containsExactly("editSystem");
            done(edit.propose("identification", WHY));
        }
        assertThat(said(HOUSE, "identification", "registered")).isEqualTo("1");
        assertThat(workspace().query("SELECT title FROM issue WHERE household = ?", HOUSE.text()))
                .singleElement()
                .satisfies(row -> assertThat(row.get("title")).contains("是否建档立卡：是 → 否"));
    }

    /// The old head is a man of that family; the new head and a member stand as these to him.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    02, 2, 01, 1, 02
                    02, 2, 03, 1, 03
                    02, 2, 11, 1, 15
                    02, 2, 13, 1, 11
                    03, 1, 01, 1, 11
                    03, 1, 02, 2, 12
                    03, 1, 05, 2, 02
                    03, 1, 07, 1, 03
                    03, 1, 12, 2, 18
                    03, 1, 04, 2, 99
                    04, 2, 06, 1, 02
                    04, 2, 10, 2, 04
                    05, 2, 01, 1, 15
                    05, 2, 02, 2, 16
                    05, 2, 07, 1, 03
                    06, 1, 02, 2, 14
                    07, 1, 01, 1, 17
                    07, 1, 05, 2, 12
                    09, 1, 02, 2, 20
                    11, 1, 01, 1, 03
                    11, 1, 12, 2, 02
                    11, 1, 02, 2, 05
                    11, 1, 04, 2, 08
                    12, 2, 17, 1, 15
                    13, 1, 01, 1, 06
                    13, 1, 14, 2, 02
                    17, 1, 12, 2, 05
                    19, 1, 12, 2, 04
                    03, 1, 05, 9, 02
                    99, 1, 02, 2, ask
                    02, 9, 11, 1, ask
                    """)
    void relationsToTheNewHeadAreProposed(
            String newHead, String headSex, String member, String sex, String expected) {
        var act = new RegisterAct(workspace(), AUTHOR, NOW, "section", "household", OTHER);
        RecordId head = id(Kind.PERSON, 11);
        RecordId other = member.equals("01") ? NEIGHBOUR : id(Kind.PERSON, 12);
        member(act, head, OTHER, "甲", headSex, newHead);
        if (!member.equals("01")) {
            member(act, other, OTHER, "乙", sex, member);
        }
        done(act.write(WHY));

        assertThat(acts().relations(OTHER, head).get(other))
                .isEqualTo(expected.equals("ask") ? Optional.empty() : Optional.of(expected));
    }
}
