package zhuhu.workbook.read;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import zhuhu.base.CitizenId;
import zhuhu.base.Texts;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;
import zhuhu.pack.Headings;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Facts;
import zhuhu.record.How;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.record.Withdrawal;
import zhuhu.workbook.export.BookHead;
import zhuhu.workbook.export.MemoryBook;

/// An invented village of six households and eighteen persons with visits: what the broken
/// workbooks are made from. The same for the same village name.
final class SixHouseholds {

    static final LocalDateTime AT = LocalDateTime.of(2017, 5, 4, 16, 30);
    static final String VISIT_FORM = "household_visit";
    private static final Stamp ROSTER =
            Stamp.of("县扶贫办名册", null, "2017-04-01", How.ROSTER, "0a".repeat(32));
    private static final Stamp ZHANG =
            Stamp.of("张三", "device-1", "2017-05-02T10:00", How.TYPED, null);
    private static final Stamp LI = Stamp.of("李四", "device-2", "2017-05-03T09:30", How.TYPED, null);
    private static final List<String> FAMILIES = List.of("赵", "钱", "孙", "李", "周", "吴");
    private static final List<String> GIVEN = List.of("大山", "小妹", "永生", "秀英", "建国", "春花");

    private final String village;
    private final String numbers;
    private final RecordId villageId;
    private final List<Revision> revisions = new ArrayList<>();
    private final List<Attestation> attestations = new ArrayList<>();
    private final List<Withdrawal> withdrawals = new ArrayList<>();
    private final List<TakeBack> takeBacks = new ArrayList<>();

    private SixHouseholds(String village, String numbers) {
        this.village = village;
        this.numbers = numbers;
        this.villageId = Ids.village("望北县", "石桥镇", village);
    }

    /// The village that workbooks are broken of.
    static MemoryBook book() {
        return of("大坪村", "990101", BookHead.Use.WORK);
    }

    /// Another village, of which rows are pasted in.
    static MemoryBook neighbour() {
        return of("小坪村", "990102", BookHead.Use.WORK);
    }

    static MemoryBook training() {
        return of("大坪村", "990101", BookHead.Use.TRAINING);
    }

    private static MemoryBook of(String village, String numbers, BookHead.Use use) {
        var made = new SixHouseholds(village, numbers);
        Facts facts = made.facts();
        return new MemoryBook(made.head(use), schema(), facts, List.of());
    }

    static Facts factsOfBook() {
        return new SixHouseholds("大坪村", "990101").facts();
    }

    private Facts facts() {
        state(villageId, "basics", ROSTER, "village_name", village, "township", "石桥镇");
        state(villageId, "population", ROSTER, "households_total", 312, "population_total", 1204);
        for (int i = 0; i < 6; i++) {
            household(i);
        }
        contest();
        return Facts.of(revisions, attestations, withdrawals, takeBacks);
    }

    RecordId householdId(int i) {
        return Ids.householdByNumber(numbers + "000" + (i + 1));
    }

    private void household(int i) {
        RecordId id = householdId(i);
        String head = FAMILIES.get(i) + GIVEN.get(i);
        state(id, "number", ROSTER, "household_no", numbers + "000" + (i + 1));
        state(
                id,
                "place",
                ROSTER,
                "village",
                villageId.text(),
                "group_name",
                List.of("一组", "二组", "三组").get(i % 3),
                "head_name",
                head);
        state(
                id,
                "status",
                ROSTER,
                "poverty_status",
                String.valueOf(i % 3),
                "exit_year",
                i % 3 == 1 ? 2016 : Value.EMPTY);
        Revision phone =
                state(id, "contact", ROSTER, "phone", "1390000000" + i, "phone_note", "=号码" + i);
        stateOn(phone, ZHANG, "phone", "1380000000" + i, "phone_note", "=号码" + i);
        int wages = 8000 + 100 * i;
        state(
                id,
                "income@2016",
                ZHANG,
                "wage_income",
                wages,
                "business_income",
                new BigDecimal("1250.5"),
                "total_income",
                new BigDecimal(wages + ".5").add(new BigDecimal(1250)));
        state(
                id,
                "cause",
                ZHANG,
                "main_cause",
                List.of("01", "02", "unknown").get(i % 3),
                "other_causes",
                List.of("01", "03"),
                "remark",
                i == 5 ? "长".repeat(40_000) : i == 4 ? Value.EMPTY : "记事" + i);
        for (int m = 0; m < 3; m++) {
            person(id, i, m);
        }
        visit(id, i);
    }

    RecordId personId(int household, int member) {
        return Ids.personByIdNo(idNo(household, member));
    }

    private String idNo(int household, int member) {
        String first = numbers + (1950 + 10 * member + household) + "0101" + "00" + (household + 1);
        return first + CitizenId.check(first + "0");
    }

    private void person(RecordId household, int i, int m) {
        RecordId id = personId(i, m);
        state(id, "residence", ROSTER, "household", household.text(), "relation", "0" + (m + 1));
        state(
                id,
                "identity",
                ROSTER,
                "person_name",
                FAMILIES.get(i) + GIVEN.get((i + m) % 6),
                "id_no",
                idNo(i, m),
                "sex",
                m == 1 ? "2" : "1");
        Revision health =
                state(id, "health", ROSTER, "health", List.of("01"), "height_cm", 160 + m);
        if (i == 0 && m == 0) {
            Revision wrong = stateOn(health, LI, "health", List.of("02"), "height_cm", 160);
            Withdrawal undone =
                    Withdrawal.of(
                            List.of(Attestation.of(wrong.id(), LI).id()),
                            "李四",
                            null,
                            "2017-05-03",
                            "录错人");
            withdrawals.add(undone);
        }
        if (i == 1 && m == 0) {
            Revision wrong = stateOn(health, LI, "health", List.of("02"), "height_cm", 171);
            Withdrawal undone =
                    Withdrawal.of(
                            List.of(Attestation.of(wrong.id(), LI).id()), "李四", null, null, "录错");
            withdrawals.add(undone);
            takeBacks.add(TakeBack.of(undone.id(), "李四", null, "2017-05-04"));
        }
    }

    private void visit(RecordId household, int i) {
        RecordId visit = Ids.visit("sample", VISIT_FORM, household, "r1");
        state(
                visit,
                "about",
                ZHANG,
                "form",
                VISIT_FORM,
                "round",
                "r1",
                "subject",
                household.text());
        var tries = new ArrayList<Values>();
        tries.add(values("date", "2017-05-0" + (i + 1), "visitor", "张三"));
        state(
                visit,
                "doorstep",
                ZHANG,
                "visited_on",
                "2017-05-0" + (i + 1),
                "called_at",
                "09:3" + i,
                "outcome",
                "01",
                "signed",
                "OK",
                "people",
                3,
                "tries",
                new Value.Rows(tries));
        for (int m = 0; m < 2; m++) {
            state(
                    visit,
                    "education@" + personId(i, m).text(),
                    ZHANG,
                    "school_status",
                    m == 0 ? "02" : "01",
                    "school_note",
                    "备" + m);
        }
        if (i == 0) {
            note(visit, "2017-05-01T10:00", "老人在屋后", "11111111-1111-4111-8111-111111111111");
            note(visit, "2017-05-02T08:00", "答应周末修屋", "22222222-2222-4222-8222-222222222222");
        }
        state(visit, "finalised", ZHANG, "finalised", 1);
        RecordId issue = Ids.ofVisit(Kind.ISSUE, visit, "issues", 1);
        state(
                issue,
                "issue",
                ZHANG,
                "household",
                household.text(),
                "title",
                "房屋漏雨" + i,
                "due",
                "2017-08-31");
    }

    private void note(RecordId visit, String at, String text, String id) {
        state(visit, "note@" + id, ZHANG, "note_at", at, "note_by", "张三", "note_text", text);
    }

    /// The second household's causes are contested.
    private void contest() {
        Revision stated =
                revisions.stream()
                        .filter(r -> r.record().equals(householdId(1)))
                        .filter(r -> r.section().equals("cause"))
                        .findFirst()
                        .orElseThrow();
        stateOn(stated, ZHANG, "main_cause", "03", "remark", "张三所见");
        stateOn(stated, LI, "main_cause", "01", "remark", "李四所见");
    }

    private Revision state(RecordId record, String section, Stamp stamp, Object... pairs) {
        return keep(Revision.of(record, section, List.of(), values(pairs)), stamp);
    }

    private Revision stateOn(Revision below, Stamp stamp, Object... pairs) {
        return keep(
                Revision.of(
                        below.record(),
                        below.section(),
                        List.<FactId>of(below.id()),
                        values(pairs)),
                stamp);
    }

    private Revision keep(Revision revision, Stamp stamp) {
        revisions.add(revision);
        attestations.add(Attestation.of(revision.id(), stamp));
        return revision;
    }

    static Values values(Object... pairs) {
        Map<String, Value> map = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], value(pairs[i + 1]));
        }
        return Values.of(map);
    }

    private static Value value(Object raw) {
        return switch (raw) {
            case Integer number -> Value.number(number);
            case BigDecimal number -> Value.number(number);
            case List<?> names -> Value.many(names.stream().map(String::valueOf).toList());
            case Value value -> value;
            default -> Value.text(raw.toString());
        };
    }

    private BookHead head(BookHead.Use use) {
        return new BookHead(
                "zhuhu 0.1.0",
                "sample",
                "某州 2017 年逐村逐户大走访",
                "ab".repeat(32),
                List.of(new BookHead.FormVersion(VISIT_FORM, "2017.1", "cd".repeat(32))),
                "r1",
                "第一轮（4 月）",
                "2017-06-30",
                new BookHead.Author("张三", village + "驻村工作队", "13900000000", "device-1"),
                AT,
                use,
                List.of(village),
                List.of(new BookHead.Progress(village, 6, 6)),
                List.of(),
                List.of());
    }

    /// The words to read it with.
    static BookTerms terms(Texts texts) {
        return new BookTerms(schema(), Headings.shipped(), Set.of("people"), texts);
    }

    static Schema schema() {
        return new Schema(
                List.of(
                        section(
                                Kind.VILLAGE,
                                "basics",
                                "基本信息",
                                text("village_name", "行政村"),
                                text("township", "乡镇")),
                        section(
                                Kind.VILLAGE,
                                "population",
                                "人口",
                                plain("households_total", "总户数", AnswerKind.INTEGER),
                                plain("population_total", "总人口", AnswerKind.INTEGER)),
                        new Schema.Section(
                                Kind.HOUSEHOLD,
                                "number",
                                "编号",
                                Schema.Authority.SYSTEM,
                                false,
                                false,
                                List.of(text("household_no", "户编号"))),
                        section(
                                Kind.HOUSEHOLD,
                                "place",
                                "住址与户主",
                                text("village", "所在村"),
                                text("group_name", "村民小组"),
                                text("head_name", "户主姓名")),
                        new Schema.Section(
                                Kind.HOUSEHOLD,
                                "status",
                                "脱贫状态",
                                Schema.Authority.SYSTEM,
                                false,
                                false,
                                List.of(
                                        choice(
                                                "poverty_status",
                                                "脱贫状态",
                                                AnswerKind.ONE,
                                                0,
                                                "未脱贫",
                                                "脱贫",
                                                "预脱贫",
                                                "返贫"),
                                        plain("exit_year", "脱贫年度", AnswerKind.INTEGER))),
                        section(
                                Kind.HOUSEHOLD,
                                "contact",
                                "联系电话",
                                text("phone", "联系电话"),
                                text("phone_note", "电话备注")),
                        new Schema.Section(
                                Kind.HOUSEHOLD,
                                "income",
                                "收入",
                                Schema.Authority.VISIT,
                                true,
                                false,
                                List.of(
                                        plain("wage_income", "工资性收入", AnswerKind.DECIMAL),
                                        plain("business_income", "生产经营性收入", AnswerKind.DECIMAL),
                                        new Schema.Property(
                                                "total_income",
                                                "年收入",
                                                AnswerKind.DECIMAL,
                                                List.of(),
                                                true,
                                                ""))),
                        section(
                                Kind.HOUSEHOLD,
                                "cause",
                                "致贫原因",
                                choice(
                                        "main_cause",
                                        "主要致贫原因",
                                        AnswerKind.ONE,
                                        1,
                                        "因病",
                                        "因残",
                                        "因学",
                                        "缺资金"),
                                choice(
                                        "other_causes",
                                        "其他致贫原因",
                                        AnswerKind.MANY,
                                        1,
                                        "因病",
                                        "因残",
                                        "因学",
                                        "缺资金"),
                                text("remark", "说明")),
                        section(
                                Kind.PERSON,
                                "residence",
                                "所在户",
                                text("household", "所在户"),
                                choice("relation", "与户主关系", AnswerKind.ONE, 1, "户主", "配偶", "子女")),
                        section(
                                Kind.PERSON,
                                "identity",
                                "身份",
                                text("person_name", "姓名"),
                                text("id_no", "证件号码"),
                                choice("sex", "性别", AnswerKind.ONE, -1, "男", "女")),
                        section(
                                Kind.PERSON,
                                "health",
                                "健康",
                                choice("health", "健康状况", AnswerKind.MANY, 1, "健康", "长期慢性病", "患有大病"),
                                plain("height_cm", "身高", AnswerKind.INTEGER)),
                        section(
                                Kind.VISIT,
                                "about",
                                "回访",
                                text("form", "表"),
                                text("round", "轮次"),
                                text("subject", "对象")),
                        section(
                                Kind.VISIT,
                                "doorstep",
                                "入户",
                                plain("visited_on", "入户日期", AnswerKind.DATE),
                                plain("called_at", "到达时间", AnswerKind.TIME),
                                choice("outcome", "入户结果", AnswerKind.ONE, 1, "已访", "外出无人"),
                                plain("signed", "已签字", AnswerKind.ACKNOWLEDGE),
                                plain("people", "在家人数", AnswerKind.INTEGER),
                                plain("tries", "上门记录", AnswerKind.NONE)),
                        new Schema.Section(
                                Kind.VISIT,
                                "education",
                                "教育",
                                Schema.Authority.VISIT,
                                false,
                                true,
                                List.of(
                                        choice(
                                                "school_status",
                                                "在校情况",
                                                AnswerKind.ONE,
                                                1,
                                                "在校",
                                                "不在校"),
                                        text("school_note", "备注"))),
                        new Schema.Section(
                                Kind.VISIT,
                                "note",
                                "随手记",
                                Schema.Authority.VISIT,
                                false,
                                true,
                                List.of(
                                        text("note_at", "时间"),
                                        text("note_by", "记的人"),
                                        text("note_text", "随手记"))),
                        section(Kind.VISIT, "finalised", "完成", text("finalised", "已完成")),
                        section(
                                Kind.ISSUE,
                                "issue",
                                "问题",
                                text("household", "所属户"),
                                text("title", "问题"),
                                plain("due", "整改期限", AnswerKind.DATE))));
    }

    private static Schema.Section section(
            Kind kind, String name, String label, Schema.Property... properties) {
        return new Schema.Section(
                kind, name, label, Schema.Authority.VISIT, false, false, List.of(properties));
    }

    private static Schema.Property text(String name, String label) {
        return plain(name, label, AnswerKind.TEXT);
    }

    private static Schema.Property plain(String name, String label, AnswerKind kind) {
        return new Schema.Property(name, label, kind, List.of(), false, "");
    }

    /// Shape: names from `first` on, with two digits where `first` is 1, one digit otherwise; -1
    /// begins at 1 with one digit.
    private static Schema.Property choice(
            String name, String label, AnswerKind kind, int first, String... labels) {
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < labels.length; i++) {
            String code =
                    first == 1 ? "%02d".formatted(i + 1) : String.valueOf(Math.abs(first) + i);
            choices.add(new Choice(code, labels[i]));
        }
        choices.add(new Choice("unknown", "不清楚"));
        return new Schema.Property(name, label, kind, choices, false, "");
    }
}
