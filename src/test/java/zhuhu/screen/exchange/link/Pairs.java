package zhuhu.screen.exchange.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;
import zhuhu.flow.link.AnswerDuplicate.Answered;
import zhuhu.flow.link.AnswerDuplicate.Stands;
import zhuhu.flow.link.Compared;
import zhuhu.flow.link.Compared.Row;
import zhuhu.flow.link.Compared.Side;
import zhuhu.flow.link.Pair;
import zhuhu.record.FactId;
import zhuhu.record.Ids;
import zhuhu.record.Link;
import zhuhu.record.RecordId;

/// Invented pairs in memory: answered ones are gone, and come back when that is undone.
final class Pairs implements Linking {

    static final RecordId ONE = Ids.personByNumber("990101000101");
    static final RecordId OTHER = Ids.personByNumber("990101000201");

    final List<String> heard = new ArrayList<>();
    private final Map<RecordId, Line> open = new HashMap<>();
    private final List<RecordId> order = new ArrayList<>();
    private final List<RecordId> later = new ArrayList<>();
    private final Map<RecordId, Line> answered = new HashMap<>();
    boolean refuses;

    Pairs(int count) {
        for (int i = 0; i < count; i++) {
            boolean home = i % 3 == 1;
            RecordId one = home ? Ids.householdByNumber("99010100" + i) : person(i, 1);
            RecordId other = home ? Ids.householdByNumber("99010200" + i) : person(i, 2);
            var pair =
                    new Pair(
                            one,
                            other,
                            home
                                    ? List.of(
                                            "疑似拆户：名册把王小丽、王小军从“三组 王示范 9901010012”移到“三组 王小军 9901010098”，原户还有 3 人",
                                            "两户都有：王小丽")
                                    : List.of(
                                            "证件号码相同：11010519491231002X",
                                            "同村同名（王示范），同一天出生（1949-12-31）",
                                            "分在两户：三组 王示范 9901010012；五组 赵二妹 9901010044"),
                            false);
            var line = new Line(pair, "王示范", home ? "王小军" : "王示范");
            open.put(pair.link(), line);
            order.add(pair.link());
        }
    }

    private static RecordId person(int i, int side) {
        return i == 0 ? side == 1 ? ONE : OTHER : Ids.personByNumber("9901" + side + "0000" + i);
    }

    @Override
    public List<Line> pairs(Progress progress) {
        var lines = new ArrayList<Line>();
        for (boolean put : List.of(false, true)) {
            for (RecordId link : order) {
                Line line = open.get(link);
                if (line != null && later.contains(link) == put) {
                    Pair pair = line.pair();
                    lines.add(
                            new Line(
                                    new Pair(pair.first(), pair.second(), pair.evidence(), put),
                                    line.first(),
                                    line.second()));
                }
            }
        }
        return lines;
    }

    @Override
    public Compared compared(Pair pair) {
        return new Compared(
                new Side(pair.first(), "王示范", "坡脚村 三组 王示范", "镇扶贫站 2017-02-20"),
                new Side(pair.second(), "王示范", "坡脚村 五组 赵二妹", "李志远 2017-03-02"),
                List.of(
                        new Row("身份", "姓名", "王示范", "王示范"),
                        new Row("身份", "证件号码", "11010519491231002X", "11010519491231002X"),
                        new Row("身份", "性别", "男", "—"),
                        new Row("人编号", "人编号", "990101000101", "990101000201"),
                        new Row("所在户", "所在户", "王示范 HYJA-MEEA-NC4X-H6", "赵二妹 B0DR-4MJN-KE6E-8E"),
                        new Row("所在户", "与户主关系", "户主", "之父"),
                        new Row("教育", "文化程度", "小学", "小学"),
                        new Row("健康", "健康状况", "长期慢性病、残疾", "健康")),
                List.of("人编号", "所在户", "健康"));
    }

    @Override
    public Outcome<Answered> same(Pair pair, Stands stands) {
        heard.add("same " + stands);
        return answer(pair, true, stands == Stands.OPEN ? List.of("人编号") : List.of());
    }

    @Override
    public Outcome<Answered> notTheSame(Pair pair) {
        heard.add("not");
        return answer(pair, false, List.of());
    }

    private Outcome<Answered> answer(Pair pair, boolean same, List<String> conflicts) {
        if (refuses) {
            return Outcome.failed(Problem.of("linkThroughOthers", "HYJA-MEEA-NC4X-H6"));
        }
        Line line = open.remove(pair.link());
        if (line != null) {
            answered.put(pair.link(), line);
        }
        return Outcome.done(
                new Answered(
                        new Link(pair.first(), pair.second(), same),
                        List.of(new FactId("0".repeat(32))),
                        0,
                        conflicts));
    }

    @Override
    public void later(Pair pair, boolean put) {
        heard.add("later " + put);
        later.remove(pair.link());
        if (put) {
            later.add(pair.link());
        }
    }

    @Override
    public void undo(Answered done) {
        heard.add("undo");
        Line line = answered.remove(done.link().id());
        if (line != null) {
            open.put(done.link().id(), line);
        }
    }
}
