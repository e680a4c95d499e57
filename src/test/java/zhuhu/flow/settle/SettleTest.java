package zhuhu.flow.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.flow.settle.Laptops.CLERK;
import static zhuhu.flow.settle.Laptops.LI;
import static zhuhu.flow.settle.Laptops.NINTH;
import static zhuhu.flow.settle.Laptops.SIXTH;
import static zhuhu.flow.settle.Laptops.WANG;
import static zhuhu.flow.settle.Laptops.done;
import static zhuhu.flow.settle.Laptops.dump;
import static zhuhu.flow.settle.Laptops.hand;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Two visitors who called on the same households and wrote different things down; the clerk who
/// settles it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettleTest {

    private @org.jspecify.annotations.Nullable Laptops made;
    private int count;

    @BeforeAll
    void theVillage(@TempDir Path folder) {
        made = new Laptops(folder);
        try (Workspace town = laptops().laptop("visited")) {
            visitTwice(town);
        }
    }

    private Laptops laptops() {
        return java.util.Objects.requireNonNull(made);
    }

    private Workspace clerk() {
        return laptops().laptop("clerk" + count++);
    }

    /// Both visited the first two households; housing differs in both.
    private Workspace twoVisits() {
        return laptops().laptop("clerk" + count++, "visited");
    }

    private void visitTwice(Workspace town) {
        for (int i = 0; i < 2; i++) {
            Path answers = laptops().answers().get(i);
            try (Workspace one = laptops().laptop("one" + count++);
                    Workspace two = laptops().laptop("two" + count++)) {
                laptops().visit(one, answers, LI, SIXTH, json -> json.put("house_area", 81));
                laptops().visit(two, answers, WANG, NINTH, json -> json.put("house_area", 62));
                hand(one, town);
                hand(two, town);
            }
        }
    }

    private static List<Conflict> open(Workspace workspace) {
        return new Conflicts(workspace).all();
    }

    private static Conflict housing(Workspace workspace) {
        return open(workspace).stream()
                .filter(c -> c.section().equals("housing"))
                .findFirst()
                .orElseThrow();
    }

    private static Side of(Conflict conflict, String by) {
        return conflict.sides().stream().filter(s -> s.by().equals(by)).findFirst().orElseThrow();
    }

    private static Settle settle(Workspace workspace) {
        return new Settle(workspace, CLERK, NINTH.plusDays(2));
    }

    private static String area(Workspace workspace, Conflict conflict) {
        RecordId household = conflict.home().household().orElseThrow();
        return workspace.section(household, "housing").shown().plain("house_area");
    }

    @Test
    void twoVisitorsAndTwoAnswersAreOneConflictWithTheRegister() {
        try (Workspace town = twoVisits()) {
            Conflict conflict = housing(town);
            assertThat(open(town)).extracting(Conflict::section).containsOnly("housing");
            assertThat(conflict.record().kind()).isEqualTo(Kind.VISIT);
            assertThat(conflict.sort()).isEqualTo(Sort.TWO_VISITORS);
            assertThat(conflict.sides())
                    .extracting(Side::by)
                    .containsExactlyInAnyOrder("李志远", "王秀英");
            assertThat(conflict.along())
                    .extracting(Conflict.Along::section)
                    .containsExactly("housing");
            assertThat(conflict.along().getFirst().record().kind()).isEqualTo(Kind.HOUSEHOLD);
            assertThat(conflict.differing())
                    .extracting(r -> r.property().name())
                    .contains("house_area");
            assertThat(of(conflict, "李志远").day()).isEqualTo("2017-03-06");
            assertThat(of(conflict, "李志远").source()).isNotEmpty();
        }
    }

    @Test
    void takingASideSettlesTheVisitAndTheRegisterAndTheSidesNeverComeBack() {
        try (Workspace town = twoVisits();
                Workspace later = clerk()) {
            Conflict conflict = housing(town);
            Settled settled = done(settle(town).take(conflict, of(conflict, "王秀英").id()));
            assertThat(settled.sections()).isEqualTo(2);
            assertThat(open(town))
                    .hasSize(1)
                    .extracting(Conflict::id)
                    .doesNotContain(conflict.id());
            assertThat(area(town, conflict)).isEqualTo("62");
            // The same visits arrive once more, in another file.
            try (Workspace again = twoVisits()) {
                hand(again, town);
            }
            assertThat(open(town)).hasSize(1);
            // In whatever order they arrive, elsewhere it is settled as well.
            hand(town, later);
            assertThat(dump(later)).isEqualTo(dump(town));
            assertThat(town.verify()).isEmpty();
        }
    }

    @Test
    void aSettlementTakenBackLeavesTheSidesBesideEachOtherAndCanBeMadeAgain() {
        try (Workspace town = twoVisits()) {
            List<String> before = dump(town);
            Conflict conflict = housing(town);
            FactId side = of(conflict, "李志远").id();
            // Within one second, as quick fingers do.
            for (int i = 0; i < 3; i++) {
                Settled settled = done(settle(town).take(conflict, side));
                assertThat(area(town, conflict)).isEqualTo("81");
                done(settle(town).undo(settled.acts()));
                assertThat(dump(town)).isEqualTo(before);
                assertThat(open(town)).extracting(Conflict::id).contains(conflict.id());
            }
        }
    }

    @Test
    void whoHadNotSeenTheSettlementMakesANewConflictShownWithIt() {
        try (Workspace town = twoVisits();
                Workspace third = laptops().laptop("third" + count++)) {
            Conflict conflict = housing(town);
            RecordId household = conflict.home().household().orElseThrow();
            done(settle(town).take(conflict, of(conflict, "王秀英").id()));
            laptops()
                    .visit(
                            third,
                            laptops().answers().get(0),
                            new zhuhu.flow.Author("覃大姐", "", "", "d3"),
                            NINTH,
                            json -> json.put("house_area", 75));
            laptops()
                    .visit(
                            third,
                            laptops().answers().get(1),
                            new zhuhu.flow.Author("覃大姐", "", "", "d3"),
                            NINTH,
                            json -> json.put("house_area", 75));
            hand(third, town);
            Conflict anew =
                    new Conflicts(town)
                            .of(household).stream()
                                    .filter(c -> c.section().equals("housing"))
                                    .findFirst()
                                    .orElseThrow();
            assertThat(anew.sort()).isEqualTo(Sort.SINCE_SETTLED);
            assertThat(anew.sides()).hasSize(2);
            Side before =
                    anew.sides().stream()
                            .filter(s -> s.voice() == Voice.SETTLED)
                            .findFirst()
                            .orElseThrow();
            assertThat(before.decided().orElseThrow().among()).hasSize(2);
            assertThat(before.decided().orElseThrow().taken())
                    .singleElement()
                    .asString()
                    .contains("王秀英");
            done(settle(town).take(anew, before.id()));
            assertThat(new Conflicts(town).of(household)).isEmpty();
        }
    }

    @Test
    void whatNobodySaidIsCheckedByTheFormAndSavedToTheRegister() {
        try (Workspace town = twoVisits()) {
            Conflict conflict = housing(town);
            FactId from = of(conflict, "李志远").id();
            Values wrong = Values.NONE.with("house_area", Value.text("很大"));
            assertThat(settle(town).write(conflict, from, wrong))
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(open(town)).hasSize(2);
            done(
                    settle(town)
                            .write(
                                    conflict,
                                    from,
                                    Values.NONE.with("house_area", Value.number(70))));
            assertThat(area(town, conflict)).isEqualTo("70");
            assertThat(open(town)).hasSize(1);
        }
    }

    @Test
    void sumsAreReckonedAnewWhereSomebodyWritesAThird() {
        Path answers = laptops().answers().get(2);
        try (Workspace town = clerk();
                Workspace one = laptops().laptop("one" + count++);
                Workspace two = laptops().laptop("two" + count++)) {
            laptops().visit(one, answers, LI, SIXTH, json -> json.put("wage_income", 5000));
            laptops().visit(two, answers, WANG, NINTH, json -> json.put("wage_income", 6000));
            hand(one, town);
            hand(two, town);
            Conflict income =
                    open(town).stream()
                            .filter(c -> c.section().equals("income"))
                            .findFirst()
                            .orElseThrow();
            Side from = of(income, "李志远");
            done(
                    settle(town)
                            .write(
                                    income,
                                    from.id(),
                                    Values.NONE.with("wage_income", Value.number(5500))));
            Values now = town.section(income.record(), "income").shown();
            var before = new java.math.BigDecimal(from.values().plain("total_income"));
            assertThat(now.plain("wage_income")).isEqualTo("5500");
            assertThat(new java.math.BigDecimal(now.plain("total_income")))
                    .isEqualByComparingTo(before.add(java.math.BigDecimal.valueOf(500)));
            RecordId household = income.home().household().orElseThrow();
            assertThat(town.section(household, "income@2016").shown().plain("total_income"))
                    .isEqualTo(now.plain("total_income"));
        }
    }

    @Test
    void aRuleIsOneActAndTakenBackAtOnce() {
        try (Workspace town = twoVisits()) {
            List<String> before = dump(town);
            Ruling later =
                    Rule.of(open(town)).stream()
                            .filter(r -> r.rule().test() == Rule.Test.LATER_VISIT)
                            .findFirst()
                            .orElseThrow();
            assertThat(later.decided()).hasSize(2);
            Settled settled = done(settle(town).byRule(later));
            assertThat(settled.conflicts()).isEqualTo(2);
            assertThat(open(town)).isEmpty();
            assertThat(later.decided().keySet())
                    .allSatisfy(c -> assertThat(area(town, c)).isEqualTo("62"));
            done(settle(town).undo(settled.acts()));
            assertThat(dump(town)).isEqualTo(before);
        }
    }

    @Test
    void aRosterAgainstAVisitAndAHandAgainstAVisitAreToldApart() {
        try (Workspace town = clerk()) {
            Path answers = laptops().answers().get(0);
            laptops().visit(town, answers, LI, SIXTH, _ -> {});
            RecordId household = laptops().household(town, answers);
            Section now = town.section(household, "housing");
            Revision visit = now.allHeads().getFirst();
            Values base = visit.values();
            state(
                    town,
                    visit,
                    base.with("house_area", Value.number(11)),
                    How.ROSTER,
                    "aa".repeat(32),
                    "2017-04-01");
            Conflict conflict = new Conflicts(town).of(household).getFirst();
            assertThat(conflict.sort()).isEqualTo(Sort.ROSTER_AGAINST_VISIT);
            assertThat(Rule.of(List.of(conflict)))
                    .extracting(r -> r.rule().test())
                    .contains(Rule.Test.VISIT_OVER_ROSTER, Rule.Test.ROSTER_OVER_VISIT)
                    .doesNotContain(Rule.Test.LATER_VISIT);
            state(
                    town,
                    visit,
                    base.with("house_area", Value.number(12)),
                    How.WORKBOOK,
                    "p1",
                    "2017-04-02");
            Conflict three = new Conflicts(town).of(household).getFirst();
            assertThat(three.id()).isNotEqualTo(conflict.id());
            assertThat(three.sides()).hasSize(3);
            assertThat(three.sort()).isEqualTo(Sort.HAND_AGAINST_VISIT);
            // Three kinds of voice: neither rule decides that.
            assertThat(Rule.of(List.of(three)))
                    .extracting(r -> r.rule().test())
                    .containsOnly(Rule.Test.BY);
        }
    }

    /// A statement that rests on what `beside` rests on.
    private static void state(
            Workspace workspace, Revision beside, Values values, How how, String via, String at) {
        Revision other =
                Revision.of(beside.record(), beside.section(), beside.supersedes(), values);
        workspace.write(writer -> {
            writer.add(other, Stamp.of(how == How.ROSTER ? "名册" : "村里小韦", null, at, how, via));
            return true;
        });
    }

    @Test
    void twoCopiesOfOneWorkbookGoByTheLaterFileWherePeopleSaySo() {
        try (Workspace town = clerk()) {
            RecordId household = laptops().household(town, laptops().answers().get(0));
            Revision base =
                    town.section(household, "contact").allHeads().stream()
                            .findFirst()
                            .orElseGet(() ->
                                    Revision.of(
                                            household,
                                            "contact",
                                            List.of(),
                                            Values.of(Map.of("phone", Value.text("13900000000")))));
            town.write(writer -> {
                writer.add(base, Stamp.of("名册", null, "2017-02-20", How.ROSTER, "bb".repeat(32)));
                for (int i = 1; i < 3; i++) {
                    writer.add(
                            Revision.of(
                                    household,
                                    "contact",
                                    List.of(base.id()),
                                    base.values().with("phone", Value.text("1390000000" + i))),
                            Stamp.of("村里小韦", null, "2017-03-0" + i, How.WORKBOOK, "package-1"));
                }
                return true;
            });
            Conflict conflict = new Conflicts(town).of(household).getFirst();
            assertThat(conflict.sort()).isEqualTo(Sort.TWO_COPIES);
            assertThat(conflict.rests().orElseThrow().revision()).isEqualTo(base);
            Ruling ruling =
                    Rule.of(List.of(conflict)).stream()
                            .filter(r -> r.rule().test() == Rule.Test.LATER_FILE)
                            .findFirst()
                            .orElseThrow();
            done(settle(town).byRule(ruling));
            assertThat(town.section(household, "contact").shown().plain("phone"))
                    .isEqualTo("13900000002");
        }
    }

    @Test
    void whatIsPutOffStaysOpenAndComesLastUntilASideIsAdded() {
        try (Workspace town = twoVisits()) {
            List<String> order = open(town).stream().map(Conflict::id).toList();
            Deferred.put(town, order.getFirst(), true, order);
            assertThat(open(town))
                    .extracting(Conflict::id)
                    .containsExactly(order.getLast(), order.getFirst());
            assertThat(open(town).getLast().deferred()).isTrue();
            Deferred.put(town, order.getFirst(), false, order);
            assertThat(open(town)).noneMatch(Conflict::deferred);
        }
    }

    @Test
    void twoClerksWhoSettleAlikeAgreeAndOnesWhoDoNotMakeAConflict() {
        try (Workspace one = twoVisits();
                Workspace two = clerk()) {
            hand(one, two);
            Conflict conflict = housing(one);
            done(settle(one).take(conflict, of(conflict, "王秀英").id()));
            done(new Settle(two, LI, SIXTH.plusDays(9)).take(conflict, of(conflict, "王秀英").id()));
            hand(two, one);
            assertThat(open(one)).hasSize(1);
            Conflict other = open(one).getFirst();
            done(settle(one).take(other, of(other, "王秀英").id()));
            done(new Settle(two, LI, SIXTH.plusDays(9)).take(other, of(other, "李志远").id()));
            hand(two, one);
            hand(one, two);
            assertThat(dump(one)).isEqualTo(dump(two));
            assertThat(open(one)).hasSize(1).allMatch(c -> c.sort() == Sort.SINCE_SETTLED);
        }
    }

    @Test
    void theHistoryKnowsWhatWasTakenBackAndWhatLost() {
        try (Workspace town = twoVisits()) {
            Conflict conflict = housing(town);
            Settled first = done(settle(town).take(conflict, of(conflict, "李志远").id()));
            done(settle(town).undo(first.acts()));
            done(settle(town).take(conflict, of(conflict, "王秀英").id()));
            var history = RecordHistory.of(town, conflict.record());
            List<RecordHistory.Said> said =
                    history.all().stream()
                            .filter(s -> s.revision().section().equals("housing"))
                            .toList();
            assertThat(said).hasSize(4);
            assertThat(said).filteredOn(s -> !s.isLive()).hasSize(1);
            assertThat(said).filteredOn(RecordHistory.Said::isHead).hasSize(1);
            assertThat(history.lost())
                    .filteredOn(s -> s.revision().section().equals("housing"))
                    .extracting(s -> s.revision().values().plain("house_area"))
                    .containsExactlyInAnyOrder("81", "62");
            assertThat(
                            history.between(
                                    of(conflict, "李志远").values(),
                                    of(conflict, "王秀英").values(),
                                    "housing"))
                    .anySatisfy(d -> {
                        assertThat(d.before()).isEqualTo("81");
                        assertThat(d.after()).isEqualTo("62");
                    });
        }
    }

    @Test
    void whereNobodyHadVisitedBeforeTheRegisterSaysWhatWasThere() {
        Path answers = laptops().answers().get(0);
        String start = "start" + count++;
        try (Workspace roster = laptops().laptop(start)) {
            RecordId household = laptops().household(roster, answers);
            var area = Values.of(Map.of("house_area", Value.number(58)));
            roster.write(writer -> {
                writer.add(
                        Revision.of(household, "housing", List.of(), area),
                        Stamp.of("名册", null, "2017-02-20", How.ROSTER, "cc".repeat(32)));
                return true;
            });
        }
        try (Workspace town = laptops().laptop("town" + count++, start);
                Workspace one = laptops().laptop("one" + count++, start);
                Workspace two = laptops().laptop("two" + count++, start)) {
            laptops().visit(one, answers, LI, SIXTH, json -> json.put("house_area", 81));
            laptops().visit(two, answers, WANG, NINTH, json -> json.put("house_area", 62));
            hand(one, town);
            hand(two, town);
            Conflict conflict = housing(town);
            assertThat(conflict.record().kind()).isEqualTo(Kind.VISIT);
            assertThat(conflict.base().plain("house_area")).isEqualTo("58");
            assertThat(conflict.rests().orElseThrow().words()).isEqualTo("名册 2017-02-20");
            done(settle(town).take(conflict, of(conflict, "李志远").id()));
            assertThat(area(town, conflict)).isEqualTo("81");
        }
    }
}
