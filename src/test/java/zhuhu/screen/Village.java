package zhuhu.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import zhuhu.base.Outcome;
import zhuhu.base.Pinyin;
import zhuhu.check.Finding;
import zhuhu.flow.CheckWorkspace;
import zhuhu.flow.FourChecks;
import zhuhu.flow.HouseholdCard;
import zhuhu.flow.HouseholdCard.Block;
import zhuhu.flow.HouseholdCard.Member;
import zhuhu.flow.HouseholdCard.Row;
import zhuhu.flow.HouseholdList.Filter;
import zhuhu.flow.HouseholdList.Line;
import zhuhu.flow.Today;
import zhuhu.flow.query.AskHouseholds.Answer;
import zhuhu.flow.query.Conditions;
import zhuhu.flow.query.Fields;
import zhuhu.pack.Level;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.pack.Schema;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Stamp;
import zhuhu.screen.household.Asking;
import zhuhu.screen.household.Households;
import zhuhu.store.Workspace.Found;
import zhuhu.store.Workspace.Question;

/// Invented households in memory, always the same, for looking at screens.
public final class Village implements Households, Asking {

    private static final List<String> SURNAMES =
            List.of("韦", "岑", "陆", "班", "王", "罗", "黄", "杨", "覃", "欧阳", "陈", "吴");
    private static final List<String> GIVEN =
            List.of("国平", "阿妹", "正荣", "秀兰", "光明", "小妹", "德才", "桂花", "永福", "玉珍", "吉祥");
    private static final List<String> STATES =
            List.of(
                    "todo", "todo", "done", "todo", "draft", "done", "absent", "todo", "",
                    "refused");
    private static final List<String> TYPES = List.of("一般贫困户", "低保贫困户", "五保贫困户");

    private static final Stamp ROSTER = Stamp.of("roster", null, "2017-02-20", How.ROSTER, null);

    private static final RecordId MOTHER =
            new RecordId(Kind.PERSON, new UUID(0x5000_8000L, 0x9000_0000_0000_0002L));

    private static final Fields FIELDS = new Fields(schema());

    private final Map<String, String> kept = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();

    public Village(int villages, int households) {
        for (int i = 0; i < households; i++) {
            lines.add(line(i, i * villages / Math.max(households, 1), villages));
        }
    }

    private static Schema schema() {
        return switch (PackReader.read("qianxinan-2017")) {
            case Outcome.Done<Pack>(Pack pack) -> pack.schema();
            case Outcome.Failed<Pack>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static Line line(int i, int village, int villages) {
        var id = new RecordId(Kind.HOUSEHOLD, new UUID(0x5000_8000L, 0x8000_0000_0000_0000L + i));
        String name = SURNAMES.get(i * 7 % SURNAMES.size()) + GIVEN.get(i * 5 % GIVEN.size());
        return new Line(
                id,
                id.shortKey(),
                name,
                List.of("坡脚村", "纳料村", "者要村", "洛央村").get(village % Math.max(villages, 1)),
                "第" + "一二三四五六".charAt(i / 3 % 6) + "组",
                1 + i * 3 % 7,
                i % 4 == 2 ? "已脱贫" : "未脱贫",
                TYPES.get(i % 3),
                STATES.get(i % STATES.size()),
                i % 17 == 5);
    }

    /// In the middle of a round.
    public Today today() {
        var states = new TreeMap<String, Integer>();
        lines.stream()
                .filter(l -> !l.state().isEmpty())
                .forEach(l -> states.merge(l.state(), 1, Integer::sum));
        states.merge("done", -1, Integer::sum);
        states.merge("returned", 1, Integer::sum);
        return new Today(
                states,
                77,
                12,
                checks(38, 31, 29, 26),
                List.of(
                        open(4, "家庭成员", "2017-03-10T09:12:00"),
                        open(14, "收入", "2017-03-09T20:41:00")),
                List.of(open(2, "收入：低保金与存折对不上，请补存折流水；住房：请写鉴定书编号", "")),
                List.of(lines.getFirst().id()),
                1,
                lines.size(),
                Optional.of("2017-03-06T21:40:05"));
    }

    /// With nothing left but the hand-in.
    public Today finished() {
        return new Today(
                Map.of("approved", 90, "done", 18, "moved", 2, "dead", 1, "refused", 2),
                0,
                0,
                checks(108, 108, 108, 108),
                List.of(),
                List.of(),
                List.of(),
                1,
                lines.size(),
                Optional.of("2017-03-10T01:40:05"));
    }

    private static List<FourChecks.Check> checks(int one, int two, int three, int four) {
        return List.of(
                new FourChecks.Check("recheck_identification", "①再核准：识别与退出", one),
                new FourChecks.Check("settle_measures", "②再落实：帮扶项目与措施", two),
                new FourChecks.Check("verify_results", "③再核实：脱贫实效与现状", three),
                new FourChecks.Check("strengthen_followup", "④再强化：后续巩固", four));
    }

    private Today.Open open(int i, String words, String at) {
        Line line = lines.get(i);
        return new Today.Open(
                line.id(), line.head(), line.village() + " " + line.group(), words, at);
    }

    /// Something odd that nobody explained.
    public CheckWorkspace.Line doubt(int i, String rule) {
        Line line = lines.get(i);
        var finding =
                new Finding(
                        rule,
                        Level.DOUBT,
                        line.id().text(),
                        line.id().text(),
                        "income",
                        "wage_income",
                        "工资性收入是 0，家里却有人务工 3 个月以上，请核对。",
                        "核实后改正，或写明原因。",
                        List.of(),
                        "");
        return new CheckWorkspace.Line(
                finding, line.id(), line.id(), line.head(), "", line.village(), line.group());
    }

    @Override
    public List<Line> lines(Filter filter) {
        return lines.stream()
                .filter(l -> filter.text().isEmpty() || l.head().contains(filter.text()))
                .filter(l -> filter.state().map(l.state()::equals).orElse(true))
                .filter(l -> filter.village().map(l.village()::equals).orElse(true))
                .filter(l -> filter.group().map(l.group()::equals).orElse(true))
                .toList();
    }

    @Override
    public Map<RecordId, Found> find(String text) {
        var found = new HashMap<RecordId, Found>();
        for (Line line : lines) {
            if (line.head().contains(text)) {
                found.put(line.id(), new Found(line.id(), line.id(), line.head(), 1));
            } else if (Pinyin.reads("岑秀英", text)) {
                found.put(line.id(), new Found(line.id(), MOTHER, "岑秀英", 2));
            }
        }
        return found;
    }

    /// Households in each state.
    public Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        lines.forEach(l -> counts.merge(l.state(), 1, Integer::sum));
        return counts;
    }

    @Override
    public Fields fields() {
        return FIELDS;
    }

    /// Conditions on 脱贫状态 are held against the lines; any other finds every third.
    @Override
    public Answer ask(Conditions conditions) {
        boolean ofMembers = conditions.toString().contains("medical_insurance");
        var found = new HashMap<RecordId, Integer>();
        for (int i = 0; i < lines.size(); i++) {
            boolean poor = lines.get(i).poverty().equals("未脱贫");
            if (conditions.toString().contains("poverty_status")
                    ? poor && i % 3 == 0
                    : i % 3 == 0) {
                found.put(lines.get(i).id(), ofMembers ? 1 : 0);
            }
        }
        if (conditions.toString().contains("没有这样的")) {
            found.clear();
        }
        return new Answer(found, ofMembers);
    }

    @Override
    public List<Question> questions() {
        return kept.entrySet().stream().map(e -> new Question(e.getKey(), e.getValue())).toList();
    }

    @Override
    public void keep(Question question) {
        kept.put(question.name(), question.expression());
    }

    @Override
    public void drop(String name) {
        kept.remove(name);
    }

    @Override
    public boolean warm() {
        return false;
    }

    @Override
    public HouseholdCard card(RecordId household) {
        Line line = lines.stream().filter(l -> l.id().equals(household)).findFirst().orElseThrow();
        return new HouseholdCard(
                line.id(),
                line.key(),
                line.head(),
                line.village() + " " + line.group(),
                line.state(),
                List.of(
                        block(
                                "identification",
                                "识别",
                                false,
                                row("registered", "是否建档立卡", "是"),
                                row("identify_standard", "识别标准", "国家标准"),
                                row("household_type", "贫困户属性", line.type()),
                                row("identify_year", "识别年度", "2014")),
                        block(
                                "status",
                                "脱贫状态",
                                false,
                                row("poverty_status", "脱贫状态", line.poverty()),
                                row("exit_year", "脱贫年度", "—"),
                                row("planned_exit_year", "计划脱贫年度", "2018")),
                        block(
                                "cause",
                                "致贫原因",
                                line.contested(),
                                row("main_cause", "主要致贫原因", "缺技术"),
                                row("other_causes", "其他致贫原因", "缺劳力、交通条件落后")),
                        block("contact", "联系方式", false, row("phone", "联系电话", "13900000001")),
                        block(
                                "bank",
                                "银行",
                                false,
                                row("bank", "开户银行", ""),
                                row("bank_account", "银行账号", "9990010100200300456")),
                        block(
                                "housing",
                                "住房",
                                false,
                                row("house_area", "住房面积（㎡）", "86"),
                                row("unsafe_house", "是否危房户", "否"),
                                row("house_structure", "房屋结构", "砖混"))),
                List.of(
                        member(1, line.head(), "户主", "男", 52, "990101196501010017"),
                        member(2, "岑秀英", "配偶", "女", 49, "990101196803030025"),
                        member(3, "韦小龙", "之子", "男", 17, "99010119990505003X"),
                        member(4, "韦老太", "之父母", "女", -1, "")));
    }

    private static Member member(
            int n, String name, String relation, String sex, int age, String idNo) {
        return new Member(
                new RecordId(Kind.PERSON, new UUID(0x5000_8000L, 0x9000_0000_0000_0000L + n)),
                name,
                relation,
                sex,
                age,
                idNo,
                List.of(
                        block(
                                "education",
                                "文化教育",
                                false,
                                row("education", "文化程度", "初中"),
                                row("school_status", "在校生状况", "非在校")),
                        block("health", "健康", false, row("health", "健康状况", "长期慢性病"))));
    }

    private static Block block(String name, String label, boolean contested, Row... rows) {
        return new Block(name, label, List.of(rows), Optional.of(ROSTER), contested);
    }

    private static Row row(String property, String label, String text) {
        return new Row(property, label, text);
    }
}
