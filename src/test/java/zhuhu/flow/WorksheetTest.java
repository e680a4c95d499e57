package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.Worksheet.Line;
import zhuhu.flow.Worksheet.Move;
import zhuhu.pack.CostRate;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// 算准贫困账: lines, sums, taking them over and back, and the years beside each other.
class WorksheetTest {

    private static final String LINES =
            """
            'income_members':2,'worksheet':[
              {'line_kind':'wage_income','line_what':'陆大山 务工','line_amount':8,'line_unit':'月','line_price':1200.55},
              {'line_kind':'business_income','line_what':'玉米','line_amount':3,'line_price':800,'line_share':51},
              {'line_kind':'business_income','line_what':'卖猪','line_money':2600,'line_cost':1000},
              {'line_kind':'pension_income','line_what':'韦老太 养老金','line_unit':'月'}]
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
    void sumsAreExactAndGoNowhereByThemselves() {
        var filled = House.fill(workspace, House.FIRST, LINES);
        assertThat(filled.stops()).isEmpty();
        try (Visit visit = House.visit(workspace, House.FIRST, Visit.Keep.AT_THE_END)) {
            Worksheet sheet = sheet(visit).worksheet().orElseThrow();

            assertThat(sheet.sums().toString())
                    .isEqualTo("{wage_income=9604.4, business_income=5000, business_expense=2224}");
            assertThat(sheet.unfinished()).containsExactly("pension_income");
            assertThat(sheet.net()).isEqualByComparingTo("12380.4");
            assertThat(sheet.netPerHead()).contains(new BigDecimal("6190.20"));
            assertThat(value(visit, "wage_income")).isEqualTo(Value.EMPTY);
        }
        Values said = workspace.section(filled.visit(), "income").shown();
        assertThat(said.get("worksheet"))
                .hasValueSatisfying(rows -> assertThat(((Value.Rows) rows).rows()).hasSize(4));
        assertThat(said.get("net_income")).contains(Value.EMPTY);
    }

    @Test
    void takingOverChangesOnlyFinishedSumsAndCanBeTakenBack() {
        House.fill(workspace, House.FIRST, LINES + ",'wage_income':9000,'dibao_income':480");
        try (Visit visit = House.visit(workspace, House.FIRST, Visit.Keep.AT_ONCE)) {
            var sheet = sheet(visit);
            List<Move> moves = sheet.adopt();

            assertThat(
                            moves.stream()
                                    .map(m ->
                                            m.property()
                                                    + " "
                                                    + m.before()
                                                            .map(BigDecimal::toPlainString)
                                                            .orElse("—")
                                                    + " "
                                                    + m.after().toPlainString()))
                    .containsExactly(
                            "wage_income 9000 9604.4",
                            "business_income — 5000",
                            "business_expense — 2224");
            assertThat(value(visit, "dibao_income")).isEqualTo(Value.number(480));
            assertThat(value(visit, "pension_income")).isEqualTo(Value.EMPTY);
            assertThat(value(visit, "net_income").plain()).isEqualTo("12860.4");
            assertThat(sheet.worksheet().orElseThrow().moves()).isEmpty();

            visit.answer(visit.find("business_income", "").getFirst(), Value.number(5100));
            sheet.takeBack(moves);
            assertThat(value(visit, "wage_income")).isEqualTo(Value.number(9000));
            assertThat(value(visit, "business_income")).isEqualTo(Value.number(5100));
            assertThat(value(visit, "business_expense")).isEqualTo(Value.EMPTY);
        }
        try (Visit again = House.visit(workspace, House.FIRST, Visit.Keep.AT_ONCE)) {
            assertThat(sheet(again).worksheet().orElseThrow().lines()).hasSize(4);
        }
    }

    @Test
    void whatIsKnownOfWagesAndPaymentsIsListedOnce() {
        try (Visit visit = House.visit(workspace, House.FIRST, Visit.Keep.AT_ONCE)) {
            visit.answer(visit.find("outcome", "").getFirst(), Value.text("01"));
            var sheet = sheet(visit);
            assertThat(sheet.listKnown()).isEqualTo(6);
            assertThat(sheet.listKnown()).isZero();

            assertThat(sheet.worksheet().orElseThrow().lines().stream().map(WorksheetTest::words))
                    .containsExactlyInAnyOrder(
                            "wage_income 陆大山 务工 8",
                            "wage_income 陆大山 公益岗位 3",
                            "dibao_income 陆大山 低保金 —",
                            "dibao_income 韦老太 低保金 —",
                            "pension_income 韦老太 养老金 —",
                            "ecological_income 退耕还林补助 2");
            assertThat(sheet.worksheet().orElseThrow().sums()).isEmpty();
        }
    }

    @Test
    void aCropBringsItsCostRateAndSaysWhereItIsFrom() {
        try (Visit visit = House.visit(workspace, House.FIRST, Visit.Keep.AT_ONCE)) {
            visit.answer(visit.find("outcome", "").getFirst(), Value.text("01"));
            List<CostRate> rates = visit.pack().costRates();
            assertThat(rates).isNotEmpty().noneMatch(CostRate::verified);
            CostRate tobacco =
                    rates.stream().filter(r -> r.item().equals("烤烟")).findFirst().orElseThrow();
            String row = sheet(visit).addRate(tobacco);

            visit.answer(visit.find("line_money", row).getFirst(), Value.number(1000));
            Line line = sheet(visit).worksheet().orElseThrow().lines().getFirst();
            assertThat(line.expense())
                    .hasValueSatisfying(e -> assertThat(e).isEqualByComparingTo("450"));
            assertThat(visit.value(visit.find("line_note", row).getFirst()).plain())
                    .contains("45%", "待核");
        }
    }

    @Test
    void windowAndFillGiveTheSameFacts() {
        House.fill(workspace, House.FIRST, LINES);
        var window = House.workspace(folder.resolve("b.zhuhu"));
        try (window) {
            try (Visit visit = House.visit(window, House.FIRST, Visit.Keep.AT_ONCE)) {
                visit.answer(visit.find("outcome", "").getFirst(), Value.text("01"));
                visit.answer(
                        visit.find("identification_conclusion", "").getFirst(), Value.text("01"));
                visit.answer(visit.find("income_members", "").getFirst(), Value.number(2));
                Visit typed = visit;
                line(
                        typed,
                        "line_kind=wage_income",
                        "line_what=陆大山 务工",
                        "line_amount=8",
                        "line_unit=月",
                        "line_price=1200.55");
                line(
                        typed,
                        "line_kind=business_income",
                        "line_what=玉米",
                        "line_amount=3",
                        "line_price=800",
                        "line_share=51");
                line(
                        typed,
                        "line_kind=business_income",
                        "line_what=卖猪",
                        "line_money=2600",
                        "line_cost=1000");
                line(typed, "line_kind=pension_income", "line_what=韦老太 养老金", "line_unit=月");
                House.done(visit.finalise());
            }
            assertThat(dump(window)).isEqualTo(dump(workspace));
        }
    }

    @Test
    void yearsStandBesideEachOtherWithTheirLeaps() {
        House.fill(
                workspace, House.FIRST, "'income_members':2,'wage_income':9000,'dibao_income':480");
        try (Visit visit = House.visit(workspace, House.FIRST, Visit.Keep.AT_ONCE)) {
            visit.answer(visit.find("wage_income", "").getFirst(), Value.number(2000));
            IncomeYears years = visit.incomeYears();
            IncomeYears now = years.with(sheet(visit).worksheet().orElseThrow());

            assertThat(years.years().stream().map(IncomeYears.Year::year))
                    .containsExactly(2015, 2016);
            assertThat(years.years().getLast().line().orElseThrow().amount()).isEqualTo(3146);
            assertThat(cell(years, IncomeYears.STATED, 1).isLeap()).isTrue();
            assertThat(plain(cell(years, "wage_income", 1))).isEqualTo("9000");
            assertThat(plain(cell(now, "wage_income", 1))).isEqualTo("2000");
            assertThat(plain(cell(now, IncomeYears.STATED, 0))).isEqualTo("2000");
        }
    }

    private static String plain(IncomeYears.Cell cell) {
        return cell.amount().map(BigDecimal::toPlainString).orElse("—");
    }

    private static IncomeYears.Cell cell(IncomeYears years, String property, int at) {
        return years.rows().stream()
                .filter(r -> r.property().equals(property))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(at);
    }

    private static void line(Visit visit, String... answers) {
        String row = visit.addRow("worksheet");
        for (String answer : answers) {
            String name = answer.substring(0, answer.indexOf('='));
            String text = answer.substring(answer.indexOf('=') + 1);
            boolean number =
                    List.of("line_amount", "line_price", "line_share", "line_money", "line_cost")
                            .contains(name);
            visit.answer(
                    visit.find(name, row).getFirst(),
                    number ? Value.number(new BigDecimal(text)) : Value.text(text));
        }
    }

    private static String words(Line line) {
        Optional<String> amount = line.amount().map(BigDecimal::toPlainString);
        return line.kind() + " " + line.what() + " " + amount.orElse("—");
    }

    private static FillWorksheet sheet(Visit visit) {
        return new FillWorksheet(visit, Texts.chinese());
    }

    private static Value value(Visit visit, String question) {
        return visit.value(visit.find(question, "").getFirst());
    }

    private static List<String> dump(Workspace workspace) {
        var lines = new ArrayList<String>();
        workspace.dump(lines::add);
        return lines;
    }
}
