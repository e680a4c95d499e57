package zhuhu.workbook.export;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import zhuhu.base.Texts;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;
import zhuhu.pack.Headings;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
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
import zhuhu.workbook.read.BookTerms;

/// An invented village of three households, with every kind of cell that a workbook has: empty,
/// unknown, not asked, contested, long, formula-like, beyond the basic plane.
public final class SampleBook {

    static final LocalDateTime AT = LocalDateTime.of(2017, 5, 4, 16, 30);
    static final RecordId VILLAGE = Ids.village("望北县", "石桥镇", "大坪村");
    static final RecordId FIRST = Ids.householdByNumber("5299010001");
    static final RecordId SECOND = Ids.householdByNumber("5299010002");
    static final RecordId THIRD = Ids.householdByNumber("5299010003");
    static final RecordId WIFE = Ids.personByIdNo("990101198203040028");
    static final RecordId VISIT = Ids.visit("sample", "household_visit", FIRST, "r1");
    static final Stamp ROSTER = Stamp.of("县扶贫办名册", null, "2017-04-01", How.ROSTER, "0a".repeat(32));
    static final Stamp ZHANG = Stamp.of("张三", "device-1", "2017-05-02T10:00", How.TYPED, null);
    static final Stamp LI = Stamp.of("李四", "device-2", "2017-05-03T09:30", How.TYPED, null);

    private final List<Revision> revisions = new ArrayList<>();
    private final List<Attestation> attestations = new ArrayList<>();
    private final List<Withdrawal> withdrawals = new ArrayList<>();
    private final List<TakeBack> takeBacks = new ArrayList<>();

    private SampleBook() {}

    /// The source of the sample.
    public static MemoryBook of(BookHead.Use use) {
        var sample = new SampleBook();
        sample.village();
        sample.households();
        sample.persons();
        sample.visit();
        Facts facts =
                Facts.of(
                        sample.revisions,
                        sample.attestations,
                        sample.withdrawals,
                        sample.takeBacks);
        return new MemoryBook(head(use), schema(), facts, findings());
    }

    /// The words to read it with.
    public static BookTerms terms(Texts texts) {
        return new BookTerms(schema(), Headings.shipped(), Set.of("outcome"), texts);
    }

    static BookHead head(BookHead.Use use) {
        return new BookHead(
                "zhuhu 0.1.0",
                "sample",
                "某州 2017 年逐村逐户大走访",
                "ab".repeat(32),
                List.of(new BookHead.FormVersion("household_visit", "2017.1", "cd".repeat(32))),
                "r1",
                "第一轮（4 月）",
                "2017-06-30",
                new BookHead.Author("张三", "大坪村驻村工作队", "13900000000", "device-1"),
                AT,
                use,
                List.of("大坪村"),
                List.of(new BookHead.Progress("大坪村", 1, 3)),
                List.of(
                        new BookHead.Standard("一达标：收入", 1, 0, 0),
                        new BookHead.Standard("不愁吃", 1, 0, 0),
                        new BookHead.Standard("住房安全", 0, 1, 0)),
                List.of("王五户（2017-05-04 开始，已答 3 屏）"));
    }

    private static List<BookSource.FindingRow> findings() {
        return List.of(
                new BookSource.FindingRow(
                        "R20",
                        "存疑",
                        FIRST.shortKey(),
                        "赵大山",
                        "income@2016",
                        "人均纯收入比上年下降一半以上",
                        "请核实各项收入",
                        "其长子年初返乡，务工收入中断"));
    }

    private void village() {
        say(
                VILLAGE,
                "basics",
                ROSTER,
                "village_name",
                "大坪村",
                "village_code",
                "990101200001",
                "township",
                "石桥镇");
        say(VILLAGE, "population", ROSTER, "households_total", 312, "population_total", 1204);
    }

    private void households() {
        household(FIRST, "5299010001", "一组", "赵大山", "01");
        household(SECOND, "5299010002", "=cmd|'/c calc'!A1", "钱二妹", "unknown");
        household(THIRD, "5299010003", "三组", "𠮷永生", "02");
        Revision stated = say(FIRST, "cause", ROSTER, "main_cause", "01");
        Revision mine =
                new Revisions(FIRST, "cause").on(stated, "main_cause", "02", "remark", "张三所见");
        Revision theirs = new Revisions(FIRST, "cause").on(stated, "main_cause", "unknown");
        keep(mine, ZHANG);
        keep(theirs, LI);
        say(FIRST, "income@2016", ZHANG, "wage_income", 12800, "net_income", "12650.5");
        say(SECOND, "income@2015", ROSTER, "wage_income", 0, "net_income", "");
        say(
                THIRD,
                "cause",
                ZHANG,
                "main_cause",
                "02",
                "other_causes",
                List.of("01", "03"),
                "remark",
                "");
        say(SECOND, "cause", ZHANG, "remark", "长".repeat(40_000));
        say(FIRST, "roster_other", ROSTER, "包保干部", "周干部");
    }

    private void household(RecordId id, String no, String group, String head, String type) {
        say(id, "number", ROSTER, "household_no", no);
        say(id, "place", ROSTER, "village", VILLAGE.text(), "group_name", group, "head_name", head);
        say(id, "status", ROSTER, "household_type", type, "exit_year", "2017");
    }

    private void persons() {
        person(Ids.personByIdNo("990101197501010019"), FIRST, "赵大山", "01", "01");
        person(WIFE, FIRST, "孙小妹", "02", "02");
        person(Ids.personByIdNo("990101196807120043"), SECOND, "钱二妹", "01", "56");
        Revision wrong = say(WIFE, "health", ZHANG, "health", "02");
        Attestation said = attestations.getLast();
        Withdrawal undone = Withdrawal.of(List.of(said.id()), "李四", null, "2017-05-03", "录错人");
        withdrawals.add(undone);
        takeBacks.add(TakeBack.of(undone.id(), "李四", null, "2017-05-04"));
        assert wrong.isSound();
    }

    private void person(
            RecordId id, RecordId household, String name, String relation, String ethnicity) {
        say(id, "residence", ROSTER, "household", household.text(), "relation", relation);
        say(
                id,
                "identity",
                ROSTER,
                "person_name",
                name,
                "id_no",
                "990101198203040028",
                "ethnicity",
                ethnicity);
    }

    private void visit() {
        say(
                VISIT,
                "about",
                ZHANG,
                "form",
                "household_visit",
                "round",
                "r1",
                "subject",
                FIRST.text());
        say(
                VISIT,
                "doorstep",
                ZHANG,
                "visited_on",
                "2017-05-02",
                "outcome",
                "01",
                "signed",
                "OK",
                "satisfaction",
                "unknown");
        keep(
                Revision.of(
                        VISIT,
                        "education@" + WIFE.text(),
                        List.of(),
                        values("school_status", "01", "note", "+86 在读_x0041_\u0001")),
                ZHANG);
        say(VISIT, "finalised", ZHANG, "finalised", 1);
        RecordId issue = Ids.ofVisit(Kind.ISSUE, VISIT, "issues", 1);
        say(issue, "issue", ZHANG, "household", FIRST.text(), "title", "住房漏雨", "due", "2017-08-31");
    }

    private Revision say(RecordId record, String section, Stamp stamp, Object... pairs) {
        Revision said = Revision.of(record, section, List.of(), values(pairs));
        keep(said, stamp);
        return said;
    }

    private void keep(Revision revision, Stamp stamp) {
        revisions.add(revision);
        attestations.add(Attestation.of(revision.id(), stamp));
    }

    private record Revisions(RecordId record, String section) {
        Revision on(Revision below, Object... pairs) {
            return Revision.of(record, section, List.of(below.id()), values(pairs));
        }
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
            case List<?> names -> Value.many(names.stream().map(String::valueOf).toList());
            default ->
                    raw.equals("12650.5")
                            ? Value.number(new java.math.BigDecimal("12650.5"))
                            : Value.text(raw.toString());
        };
    }

    static Schema schema() {
        return new Schema(
                List.of(
                        section(
                                Kind.VILLAGE,
                                "basics",
                                "基本信息",
                                text("village_name", "行政村"),
                                text("village_code", "村编号"),
                                text("township", "乡镇")),
                        section(
                                Kind.VILLAGE,
                                "population",
                                "人口",
                                number("households_total", "总户数"),
                                number("population_total", "总人口")),
                        section(Kind.HOUSEHOLD, "number", "户编号", text("household_no", "户编号")),
                        section(
                                Kind.HOUSEHOLD,
                                "place",
                                "住址",
                                text("village", "行政村"),
                                text("group_name", "村民小组"),
                                text("head_name", "户主姓名")),
                        section(
                                Kind.HOUSEHOLD,
                                "status",
                                "贫困状况",
                                one("household_type", "贫困户属性", "一般贫困户", "低保贫困户"),
                                text("exit_year", "脱贫年度")),
                        section(
                                Kind.HOUSEHOLD,
                                "cause",
                                "致贫原因",
                                one("main_cause", "主要致贫原因", "因病", "因残", "因学"),
                                many("other_causes", "其他致贫原因", "因病", "因残", "因学"),
                                text("remark", "备注")),
                        new Schema.Section(
                                Kind.HOUSEHOLD,
                                "income",
                                "收入",
                                Schema.Authority.VISIT,
                                true,
                                false,
                                List.of(
                                        number("wage_income", "工资性收入"),
                                        number("net_income", "纯收入"))),
                        section(
                                Kind.PERSON,
                                "residence",
                                "所在户",
                                text("household", "户"),
                                one("relation", "与户主关系", "户主", "配偶")),
                        section(
                                Kind.PERSON,
                                "identity",
                                "身份",
                                text("person_name", "姓名"),
                                text("id_no", "证件号码"),
                                one("ethnicity", "民族", ethnicGroups())),
                        section(Kind.PERSON, "health", "健康", one("health", "健康状况", "健康", "长期慢性病")),
                        section(
                                Kind.VISIT,
                                "doorstep",
                                "入户",
                                new Schema.Property(
                                        "visited_on",
                                        "入户日期",
                                        AnswerKind.DATE,
                                        List.of(),
                                        false,
                                        ""),
                                one("outcome", "入户结果", "已访", "外出无人"),
                                new Schema.Property(
                                        "signed",
                                        "已签字",
                                        AnswerKind.ACKNOWLEDGE,
                                        List.of(),
                                        false,
                                        ""),
                                one("satisfaction", "满意度", "满意", "不满意")),
                        new Schema.Section(
                                Kind.VISIT,
                                "education",
                                "教育",
                                Schema.Authority.ROUND,
                                false,
                                true,
                                List.of(
                                        one("school_status", "在校情况", "在校", "不在校"),
                                        text("note", "备注"))),
                        section(
                                Kind.ISSUE,
                                "issue",
                                "问题",
                                text("household", "户"),
                                text("title", "问题"),
                                text("due", "整改期限"))));
    }

    private static String[] ethnicGroups() {
        var names = new String[56];
        Arrays.setAll(names, i -> "民族名称示例" + (i + 1));
        return names;
    }

    private static Schema.Section section(
            Kind kind, String name, String label, Schema.Property... properties) {
        return new Schema.Section(
                kind, name, label, Schema.Authority.EVENT, false, false, List.of(properties));
    }

    private static Schema.Property text(String name, String label) {
        return new Schema.Property(name, label, AnswerKind.TEXT, List.of(), false, "");
    }

    private static Schema.Property number(String name, String label) {
        return new Schema.Property(name, label, AnswerKind.DECIMAL, List.of(), false, "");
    }

    private static Schema.Property one(String name, String label, String... choices) {
        return new Schema.Property(name, label, AnswerKind.ONE, choices(choices), false, "");
    }

    private static Schema.Property many(String name, String label, String... choices) {
        return new Schema.Property(name, label, AnswerKind.MANY, choices(choices), false, "");
    }

    private static List<Choice> choices(String... labels) {
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < labels.length; i++) {
            choices.add(new Choice("%02d".formatted(i + 1), labels[i]));
        }
        choices.add(new Choice("unknown", "不清楚"));
        return choices;
    }
}
