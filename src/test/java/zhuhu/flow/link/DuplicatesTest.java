package zhuhu.flow.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.Progress;
import zhuhu.flow.Workspaces;
import zhuhu.flow.link.AnswerDuplicate.Answered;
import zhuhu.flow.link.AnswerDuplicate.Stands;
import zhuhu.pack.PackReader;
import zhuhu.record.How;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// Pairs are proposed with evidence, answered, remembered, and taken back.
final class DuplicatesTest {

    private static final Stamp ROSTER =
            Stamp.of("镇扶贫站", null, "2017-02-20", How.ROSTER, "9f".repeat(32));
    private static final RecordId VILLAGE = Ids.village("普安县", "楼下镇", "泥堡村");
    private static final RecordId HOME = Ids.householdByNumber("9901010001");
    private static final RecordId OTHER = Ids.householdByNumber("9901010002");

    /// The example of GB 11643, as it is, as a 残疾证, and as it was written before 1999.
    private static final String ID = "11010519491231002X";

    private static final String CARD = ID + "43";
    private static final String OLD = "110105491231002";

    @TempDir Path folder;
    private Workspace workspace;
    private AnswerDuplicate answers;
    private LocalDateTime now = LocalDateTime.of(2017, 3, 6, 9, 0);

    @BeforeEach
    void open() {
        workspace =
                done(
                        Workspaces.create(
                                folder.resolve("t.zhuhu"),
                                Passphrase.of("training").orElseThrow(),
                                done(PackReader.read("qianxinan-2017")),
                                true));
        answers =
                new AnswerDuplicate(
                        workspace,
                        new Author("李干事", "楼下镇", "", "d1"),
                        () -> now = now.plusSeconds(1));
        state(VILLAGE, "basics", "village_name", "泥堡村");
        household(HOME, "9901010001", "王一鸣");
        household(OTHER, "9901010002", "赵二妹");
    }

    @AfterEach
    void close() {
        assertThat(workspace.verify()).isEmpty();
        workspace.close();
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private void state(RecordId record, String section, String... pairs) {
        state(record, section, ROSTER, pairs);
    }

    private void state(RecordId record, String section, Stamp stamp, String... pairs) {
        var values = new TreeMap<String, Value>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], Value.text(pairs[i + 1]));
        }
        List<zhuhu.record.FactId> seen =
                workspace.section(record, section).allHeads().stream().map(Revision::id).toList();
        workspace.write(writer -> {
            writer.add(Revision.of(record, section, seen, Values.of(values)), stamp);
            return true;
        });
    }

    private void household(RecordId id, String number, String head) {
        state(id, "number", "household_no", number);
        state(id, "place", "village", VILLAGE.text(), "group_name", "一组", "head_name", head);
        state(id, "identification", "registered", "1");
    }

    private RecordId person(String no, RecordId home, String name, String... identity) {
        RecordId id = Ids.personByNumber(no);
        state(id, "number", "person_no", no);
        state(id, "residence", "household", home.text(), "relation", "09");
        String[] all = new String[identity.length + 2];
        all[0] = "person_name";
        all[1] = name;
        System.arraycopy(identity, 0, all, 2, identity.length);
        state(id, "identity", all);
        return id;
    }

    private List<Pair> pairs() {
        return Duplicates.of(workspace, Texts.chinese(), Progress.NONE);
    }

    private static boolean isOf(Pair pair, RecordId one, RecordId other) {
        return pair.link().equals(Ids.link(one, other));
    }

    private Pair only(RecordId one, RecordId other) {
        return pairs().stream().filter(p -> isOf(p, one, other)).findFirst().orElseThrow();
    }

    @Test
    void nothingIsProposedWhereNothingIsAlike() {
        person("990101000101", HOME, "王一鸣", "id_no", ID);
        person("990101000201", OTHER, "赵二妹", "birth_date", "1949-12-31");
        assertThat(pairs()).isEmpty();
    }

    @Test
    void oneNumberUnderTwoPersonsIsProposedWithBothHouseholds() {
        RecordId one = person("990101000101", HOME, "王一鸣", "id_no", ID);
        RecordId other = person("990101000201", OTHER, "王一鸣", "id_no", ID);
        assertThat(only(one, other).evidence())
                .containsExactly(
                        "证件号码相同：" + ID,
                        "同村同名（王一鸣），同一天出生（1949-12-31）",
                        only(one, other).evidence().getLast())
                .last()
                .asString()
                .startsWith("分在两户：");
        assertThat(only(HOME, OTHER).evidence()).containsExactly("两户都有：王一鸣");
    }

    @Test
    void aDisabilityCardAnOldNumberAndADamagedOneAreTheSamePersons() {
        RecordId whole = person("990101000101", HOME, "王一鸣", "id_no", ID);
        RecordId card = person("990101000102", OTHER, "王一明", "id_no", CARD);
        assertThat(only(whole, card).evidence().getFirst())
                .isEqualTo("证件号码前 18 位相同，其中一个是残疾证号：" + CARD);
        RecordId old = person("990101000103", OTHER, "老王", "id_no", OLD);
        assertThat(only(whole, old).evidence().getFirst()).contains(OLD).contains(ID);
        RecordId raw = person("990101000104", OTHER, "王一鸣", "id_no_raw", "110105194912310000");
        assertThat(only(whole, raw).evidence().getFirst()).startsWith("同名，被 Excel 改坏的号");
        RecordId stranger = person("990101000105", OTHER, "钱五", "id_no_raw", "110105194912310000");
        assertThat(pairs()).noneMatch(p -> isOf(p, whole, stranger));
    }

    @Test
    void namesThatSoundAlikeInOneHouseholdAreProposedUnlessTheirBirthsDiffer() {
        RecordId one = person("990101000101", HOME, "王小丽", "birth_date", "2008-05-01");
        RecordId other = person("990101000102", HOME, "王晓丽");
        RecordId sister = person("990101000103", HOME, "王小莉", "birth_date", "2010-05-01");
        assertThat(only(one, other).evidence()).containsExactly("同在一户，姓名同音：王小丽、王晓丽");
        assertThat(pairs()).noneMatch(p -> isOf(p, one, sister));
    }

    @Test
    void oneNumberOrOneHeadUnderTwoHouseholdsIsProposed() {
        state(OTHER, "number", "household_no", "9901010001");
        assertThat(only(HOME, OTHER).evidence()).containsExactly("户编号相同：9901010001，户主是王一鸣、赵二妹");
        RecordId third = Ids.householdByHead(ID);
        state(third, "place", "head_name", "王一鸣", "head_id_no", ID);
        state(HOME, "place", "head_name", "王一鸣", "head_id_no", CARD);
        assertThat(only(HOME, third).evidence().getFirst()).startsWith("户主证件号码相同：王一鸣");
    }

    @Test
    void whoARosterMovedToAnotherNumberPointsAtASplitOrAJoin() {
        RecordId son = person("990101000101", HOME, "王小一");
        person("990101000102", HOME, "王一鸣");
        state(son, "residence", "household", OTHER.text(), "relation", "09");
        assertThat(only(HOME, OTHER).evidence().getFirst()).startsWith("疑似拆户：名册把王小一从");
        person("990101000201", OTHER, "赵二妹");
        assertThat(only(HOME, OTHER).evidence().getFirst()).startsWith("疑似并户：");
    }

    @Test
    void whatAPersonMovedIsNoQuestion() {
        RecordId son = person("990101000101", HOME, "王小一");
        person("990101000102", HOME, "王一鸣");
        state(
                son,
                "residence",
                Stamp.of("李干事", "d1", "2017-03-02", How.TYPED, "act"),
                "household",
                OTHER.text());
        assertThat(pairs()).isEmpty();
    }

    @Test
    void notTheSameSilencesTheProposalAlsoBetweenTheirClasses() {
        RecordId one = person("990101000101", HOME, "王一鸣", "id_no", ID);
        RecordId other = person("990101000201", OTHER, "王一鸣", "id_no", ID);
        RecordId third = person("990101000301", OTHER, "王一鸣", "id_no", CARD);
        Answered answered = done(answers.notTheSame(one, other));
        assertThat(pairs()).noneMatch(p -> isOf(p, one, other));
        done(answers.same(other, third, Stands.FIRST));
        assertThat(pairs()).allMatch(p -> p.first().kind() != one.kind());
        answers.undo(answered);
        assertThat(pairs()).anyMatch(p -> p.first().kind() == one.kind());
    }

    @Test
    void laterPutsThePairLastAndAsksAgain() {
        RecordId one = person("990101000101", HOME, "王一鸣", "id_no", ID);
        RecordId other = person("990101000201", OTHER, "王一鸣", "id_no", ID);
        answers.later(only(one, other), true);
        assertThat(pairs().getLast().later()).isTrue();
        assertThat(isOf(pairs().getLast(), one, other)).isTrue();
        answers.later(only(one, other), false);
        assertThat(pairs()).noneMatch(Pair::later);
    }

    @Test
    void joiningShowsFirstWhatItOpensAndSettlesAsIsSaidAndIsTakenBackWhole() {
        RecordId one = person("990101000101", HOME, "王一鸣", "id_no", ID);
        RecordId other = person("990101000201", OTHER, "王一鸣", "id_no", ID);
        Compared compared = Compared.of(workspace, Texts.chinese(), one, other);
        assertThat(compared.opens()).containsExactlyInAnyOrder("人编号", "所在户");
        assertThat(compared.rows())
                .contains(new Compared.Row("人编号", "人编号", "990101000101", "990101000201"))
                .anyMatch(r -> !r.differs());
        Answered answered = done(answers.same(one, other, Stands.SECOND));
        assertThat(answered.settled()).isEqualTo(2);
        assertThat(workspace.section(one, "number").shown().plain("person_no"))
                .isEqualTo("990101000201");
        assertThat(workspace.sections(one).values()).noneMatch(Section.Contested.class::isInstance);
        assertThat(done(answers.same(other, one, Stands.OPEN)).said()).isEmpty();
        answers.undo(answered);
        assertThat(workspace.section(one, "number").shown().plain("person_no"))
                .isEqualTo("990101000101");
        Answered open = done(answers.same(one, other, Stands.OPEN));
        assertThat(open.open()).containsExactlyInAnyOrder("人编号", "所在户");
        assertThat(workspace.section(one, "number")).isInstanceOf(Section.Contested.class);
        answers.undo(open);
        assertThat(workspace.one(other)).isEqualTo(other);
    }

    @Test
    void twoThatAreOneThroughAThirdAreNotTakenApartByTheirOwnAnswerAlone() {
        RecordId one = person("990101000101", HOME, "王一鸣", "id_no", ID);
        RecordId other = person("990101000201", OTHER, "王一鸣", "id_no", ID);
        RecordId third = person("990101000301", OTHER, "王一鸣", "id_no", CARD);
        done(answers.same(one, third, Stands.FIRST));
        done(answers.same(third, other, Stands.FIRST));
        assertThat(answers.notTheSame(one, other)).isInstanceOf(Outcome.Failed.class);
        assertThat(answers.notTheSame(one, HOME)).isInstanceOf(Outcome.Failed.class);
        done(answers.notTheSame(third, other));
        assertThat(workspace.one(other)).isNotEqualTo(workspace.one(one));
    }

    @Test
    void joinedHouseholdsAreOneInListsAndCountOnceWithBothVisits() {
        person("990101000101", HOME, "王一鸣");
        person("990101000201", OTHER, "赵二妹");
        visited(HOME, "02");
        visited(OTHER, "01");
        assertThat(states()).isEqualTo(Map.of("absent", 1, "done", 1));
        done(answers.same(HOME, OTHER, Stands.FIRST));
        assertThat(states()).isEqualTo(Map.of("done", 1));
        var lines = new HouseholdList(workspace).lines(HouseholdList.Filter.ALL);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().members()).isEqualTo(2);
        assertThat(HouseholdStates.of(workspace, "2017-03").tries(lines.getFirst().id().text()))
                .isEqualTo(1);
    }

    private Map<String, Integer> states() {
        workspace.write(writer -> {
            writer.setting("round", "2017-03");
            return true;
        });
        return new HouseholdList(workspace).counts();
    }

    private void visited(RecordId home, String outcome) {
        RecordId visit = Ids.visit("qianxinan-2017", "household_visit", home, "2017-03");
        Stamp stamp = Stamp.of("王工", "d2", "2017-03-02", How.TYPED, visit.text());
        state(
                visit,
                "about",
                stamp,
                "subject",
                home.text(),
                "round",
                "2017-03",
                "form",
                "household_visit");
        String section =
                workspace
                        .schema()
                        .sectionOf(zhuhu.record.Kind.VISIT, "outcome")
                        .map(s -> s.name())
                        .orElseThrow();
        state(visit, section, stamp, "outcome", outcome);
        workspace.write(writer -> {
            writer.add(
                    Revision.of(
                            visit,
                            "finalised",
                            List.of(),
                            Values.NONE.with("finalised", Value.number(1))),
                    stamp);
            return true;
        });
    }
}
