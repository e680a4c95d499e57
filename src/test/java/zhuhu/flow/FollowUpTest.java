package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.FillVisit.Filled;
import zhuhu.form.Ref;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Measures, issues and helpers over two rounds: what is under way comes back and is followed up.
class FollowUpTest {

    private static final String FIRST_ROUND =
            """
            'measures':[{'measure_class':'04','cause_addressed':'07','content':'养能繁母牛 2 头',
              'owner':'王示范','since':'2017-03-01','due':'2017-05-30','progress':20}],
            'issues':[{'title':'屋顶漏雨','category':'06','level_needed':'03','owner':'李所长','due':'2017-04-30'}],
            'pairings':[{'helper_name':'黄书记','helper_unit':'镇政府','since':'2016-01-01'}]
            """;

    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = House.workspace(folder.resolve("a.zhuhu"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void whatIsUnderWayComesBackAndIsFollowedUpWithoutASecondRecord() {
        fill(House.FIRST, FIRST_ROUND);
        RecordId measure = only(Kind.MEASURE);
        RecordId issue = only(Kind.ISSUE);
        RecordId helper = only(Kind.PAIRING);

        try (Visit visit = House.visit(workspace, House.SECOND, Visit.Keep.AT_ONCE)) {
            assertThat(visit.rows("measures")).containsExactly(measure.text());
            assertThat(visit.rows("issues")).containsExactly(issue.text());
            assertThat(visit.rows("pairings")).containsExactly(helper.text());
            assertThat(plain(visit, "content", measure)).isEqualTo("养能繁母牛 2 头");
            assertThat(visit.lastTime(at(visit, "progress", measure)).orElseThrow().value())
                    .isEqualTo(Value.number(20));
            assertThat(visit.removeRow("measures", measure.text())).isFalse();

            visit.answer(at(visit, "outcome", null), Value.text("01"));
            visit.answer(at(visit, "identification_conclusion", null), Value.text("01"));
            visit.answer(at(visit, "progress", measure), Value.number(100));
            visit.answer(at(visit, "effect", measure), Value.text("母牛产仔 1 头"));
            visit.answer(at(visit, "signed", measure), Value.text("1"));
            visit.answer(at(visit, "state", issue), Value.text("doing"));
            visit.answer(at(visit, "until", helper), Value.text("2017-05-31"));
            String next = visit.addRow("pairings");
            visit.answer(visit.find("helper_name", next).getFirst(), Value.text("赵干事"));
            House.done(visit.finalise());
        }

        assertThat(only(Kind.MEASURE)).isEqualTo(measure);
        assertThat(only(Kind.ISSUE)).isEqualTo(issue);
        assertThat(records(Kind.PAIRING)).hasSize(2);
        Values said = workspace.section(measure, "measure").shown();
        assertThat(said.get("progress")).contains(Value.number(100));
        assertThat(said.plain("household")).isEqualTo(House.HOUSEHOLD.text());
        assertThat(said.plain("owner")).isEqualTo("王示范");
        assertThat(workspace.section(issue, "issue").shown().plain("state")).isEqualTo("doing");
        assertThat(workspace.revisions(measure)).hasSize(2);
    }

    @Test
    void fillFollowsUpByKeyAndGivesTheSameFactsAsTheWindow() {
        fill(House.FIRST, FIRST_ROUND);
        RecordId measure = only(Kind.MEASURE);
        fill(
                House.SECOND,
                "'measures':[{'measure':'%s','progress':60}]".formatted(measure.shortKey()));

        var window = House.workspace(folder.resolve("b.zhuhu"));
        try (window) {
            House.fill(window, House.FIRST, FIRST_ROUND);
            try (Visit visit = House.visit(window, House.SECOND, Visit.Keep.AT_ONCE)) {
                visit.answer(at(visit, "outcome", null), Value.text("01"));
                visit.answer(at(visit, "identification_conclusion", null), Value.text("01"));
                visit.answer(at(visit, "progress", measure), Value.number(60));
                House.done(visit.finalise());
            }
            assertThat(dump(window)).isEqualTo(dump(workspace));
        }
    }

    @Test
    void whatIsDoneWithStaysInTheRegisterAndIsNotAskedAgain() {
        fill(House.FIRST, FIRST_ROUND);
        fill(
                House.SECOND,
                """
                'measures':[{'measure':'%s','progress':100,'effect':'母牛产仔 1 头','signed':'1'}],
                'issues':[{'issue':'%s','state':'checked','closed_on':'2017-06-05'}],
                'pairings':[{'pairing':'%s','until':'2017-05-31'}]
                """
                        .formatted(
                                only(Kind.MEASURE).shortKey(),
                                only(Kind.ISSUE).shortKey(),
                                only(Kind.PAIRING).shortKey()));

        var underWay = new UnderWay(workspace, House.HOUSEHOLD);
        assertThat(underWay.records()).isEmpty();
        assertThat(underWay.measuresDone()).hasSize(1);
        assertThat(records(Kind.MEASURE)).hasSize(1);
    }

    @Test
    void causesAndMeasuresAreHeldAgainstEachOther() {
        List<String> without = doubts(fill(House.FIRST, ""));
        assertThat(without).anyMatch(d -> d.contains("一项也没有"));

        List<String> with =
                doubts(fill(House.FIRST, "'measures':[{'cause_addressed':'01','content':'发鸡苗'}]"));
        assertThat(with).anyMatch(d -> d.contains("没有措施对应：缺技术　缺资金"));
        try (Visit visit = House.visit(workspace, House.FIRST, Visit.Keep.AT_THE_END)) {
            assertThat(visit.screen("measure_table").items().toString())
                    .contains("没有对准本户致贫原因的措施：发鸡苗");
        }

        List<String> fitting =
                doubts(
                        fill(
                                House.SECOND,
                                """
                                'main_cause':'07','other_causes':[],
                                'measures':[{'measure':'%s','cause_addressed':'07'}]
                                """
                                        .formatted(only(Kind.MEASURE).shortKey())));
        assertThat(fitting).noneMatch(d -> d.contains("措施"));
    }

    @Test
    void aHelperWhomTheFamilyNamesOtherwiseIsADoubt() {
        String said = "'helper_known':'1','helper_said':'黄书记'";
        assertThat(doubts(fill(House.FIRST, said)))
                .anyMatch(d -> d.contains("帮扶责任人没有登记，或与户主说的对不上：没有登记"));
        assertThat(doubts(fill(House.FIRST, said + ",'pairings':[{'helper_name':'赵干事'}]")))
                .anyMatch(d -> d.contains("户主说是黄书记，登记的是赵干事"));
    }

    @Test
    void gapsAreListedAsIssuesOnce() {
        try (Visit visit = House.visit(workspace, House.FIRST, Visit.Keep.AT_ONCE)) {
            visit.answer(at(visit, "outcome", null), Value.text("01"));
            visit.answer(at(visit, "clothes_enough", null), Value.text("0"));
            visit.answer(at(visit, "unsafe_house_grade", null), Value.text("D"));
            var gaps = new GapIssues(visit, Texts.chinese());
            assertThat(gaps.open().stream().map(GapIssues.Gap::standard))
                    .containsExactly("clothing", "housing");
            assertThat(gaps.list()).isEqualTo(2);
            assertThat(gaps.list()).isZero();
            String row = visit.rows("issues").getLast();
            assertThat(visit.value(visit.find("title", row).getFirst()).plain())
                    .contains("住房安全有保障", "危房");
            assertThat(visit.value(visit.find("category", row).getFirst()).plain()).isEqualTo("06");
            assertThat(visit.value(visit.find("state", row).getFirst()).plain()).isEqualTo("open");
        }
    }

    @Test
    void theCardShowsTheYearsAndTheFivePlaces() {
        fill(House.FIRST, "'agree_people':['00'],'agree_cause':['04'],'mend_cause':'墙上改成缺技术'");
        var card = HouseholdCard.of(workspace, House.HOUSEHOLD, LocalDate.of(2017, 3, 7));
        assertThat(card.sections().stream().map(b -> b.label() + " " + b.rows()))
                .anyMatch(b ->
                        b.startsWith("历年对照") && b.contains("2015 年 2000　2016 年 3420（+71%，请核对）"))
                .anyMatch(b -> b.startsWith("五个一致") && b.contains("墙上挂的 对不上　墙上改成缺技术"));
    }

    private Filled fill(String round, String answers) {
        Filled filled = House.fill(workspace, round, answers);
        assertThat(filled.stops()).isEmpty();
        return filled;
    }

    private static List<String> doubts(Filled filled) {
        return filled.doubts().stream().map(d -> d.problem().args().getFirst()).toList();
    }

    private RecordId only(Kind kind) {
        assertThat(records(kind)).hasSize(1);
        return records(kind).getFirst();
    }

    private List<RecordId> records(Kind kind) {
        return workspace.query("SELECT id FROM " + kind.code() + " ORDER BY id").stream()
                .map(row -> new RecordId(kind, UUID.fromString(row.getOrDefault("id", ""))))
                .toList();
    }

    private static Ref at(
            Visit visit, String question, @org.jspecify.annotations.Nullable RecordId row) {
        return visit.find(question, row == null ? "" : row.text()).getFirst();
    }

    private static String plain(Visit visit, String question, RecordId row) {
        return visit.value(at(visit, question, row)).plain();
    }

    private static List<String> dump(Workspace workspace) {
        var lines = new ArrayList<String>();
        workspace.dump(lines::add);
        return lines;
    }
}
