package zhuhu.screen.exchange.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;
import zhuhu.flow.review.ReturnSlips;
import zhuhu.flow.review.ReviewList;
import zhuhu.flow.review.ReviewPoint;
import zhuhu.flow.review.SendBack;
import zhuhu.flow.review.WithdrawBook;
import zhuhu.flow.review.Withdrawing;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;

/// Invented visits, and a workbook that can be taken out, kept in memory.
final class TownReviews implements Reviewing, Withdrawals {

    private static final List<String> HEADS =
            List.of("韦阿妹", "罗老三", "王桂花", "岑学明", "陆小翠", "黄志强", "杨秀英", "梁国富", "蒙老大", "班玉兰");

    private final Map<RecordId, ReviewList.Line> lines = new LinkedHashMap<>();
    final List<String> said = new ArrayList<>();
    private boolean out;

    TownReviews() {
        List<String> states =
                List.of("received", "answered", "approved", "returned", "edited", "received");
        for (int i = 0; i < 24; i++) {
            var visit = new RecordId(Kind.VISIT, new UUID(1, i));
            String state = states.get(i % states.size());
            boolean about = state.equals("returned") || state.equals("answered");
            lines.put(
                    visit,
                    new ReviewList.Line(
                            visit,
                            new RecordId(Kind.HOUSEHOLD, new UUID(2, i)),
                            HEADS.get(i % HEADS.size()),
                            i < 14 ? "坡脚村" : "纳料村",
                            (i % 4 + 1) + "组",
                            "见到本人",
                            i % 2 == 0 ? "李志远" : "陈永红",
                            "2017-03-0" + (i % 8 + 1),
                            state,
                            about ? "收入：务工收入与务工月数对不上，请核对" : "",
                            false));
        }
    }

    @Override
    public List<ReviewList.Line> lines() {
        return List.copyOf(lines.values());
    }

    @Override
    public List<ReviewPoint> points(RecordId visit) {
        ReviewList.Line line = lines.get(visit);
        if (line == null || line.comment().isEmpty()) {
            return List.of();
        }
        boolean answered = line.state().equals("answered");
        return List.of(
                new ReviewPoint(
                        visit,
                        line.household(),
                        line.head(),
                        line.village() + " " + line.group(),
                        "income",
                        "收入",
                        "务工收入与务工月数对不上，请核对",
                        "王示范",
                        "2017-03-09 10:20",
                        line.state(),
                        answered ? "少算了两个月，已按工资条改" : "",
                        answered ? line.by() : "",
                        answered ? "2017-03-11 16:05" : "",
                        answered
                                ? List.of(
                                        new ReviewPoint.Difference(
                                                "收入", "务工收入（元）", "9600", "14400"),
                                        new ReviewPoint.Difference("收入", "务工月数", "4", "6"))
                                : List.of()));
    }

    @Override
    public List<Screen> screens(RecordId visit) {
        return List.of(
                new Screen("*", "整份回访"),
                new Screen("arrival", "上门情况"),
                new Screen("house", "住房"),
                new Screen("income", "收入"),
                new Screen("member_health@1", "健康（韦小妹）"));
    }

    @Override
    public List<String> comments() {
        return List.of("数字前后对不上，请核对", "填写不全，请补齐", "与台账不一致，请核实后改正");
    }

    private void state(RecordId visit, String state, String comment) {
        lines.computeIfPresent(
                visit,
                (_, l) ->
                        new ReviewList.Line(
                                l.visit(),
                                l.household(),
                                l.head(),
                                l.village(),
                                l.group(),
                                l.outcome(),
                                l.by(),
                                l.at(),
                                state,
                                comment,
                                l.contested()));
    }

    @Override
    public Outcome<Integer> back(List<RecordId> visits, List<String> sections, String comment) {
        said.add("back " + visits.size() + " " + sections + " " + comment);
        visits.forEach(v -> state(v, "returned", comment));
        return Outcome.done(visits.size());
    }

    @Override
    public SendBack.Approved approve(List<RecordId> visits, SendBack.Open open, Progress progress) {
        said.add("approve " + visits.size() + " " + open);
        var approved = new ArrayList<RecordId>();
        var left = new ArrayList<SendBack.LeftOut>();
        for (RecordId visit : visits) {
            ReviewList.Line line = lines.get(visit);
            if (open == SendBack.Open.LEFT_OUT && line != null && line.state().equals("returned")) {
                left.add(
                        new SendBack.LeftOut(
                                visit,
                                List.of(Problem.of("sendbackUnanswered", line.head(), "收入"))));
            } else {
                approved.add(visit);
                state(visit, "approved", "");
            }
        }
        return new SendBack.Approved(approved, left, List.of());
    }

    @Override
    public int takeBack(List<RecordId> visits) {
        said.add("takeBack " + visits.size());
        visits.forEach(v -> state(v, "received", ""));
        return visits.size();
    }

    @Override
    public Outcome<ReturnSlips.Written> slips(
            Path folder, List<String> villages, Progress progress) {
        said.add("slips " + villages);
        return Outcome.failed(Problem.of("sendbackNoSlip"));
    }

    @Override
    public List<WithdrawBook.Book> books() {
        return List.of(
                new WithdrawBook.Book(
                        "a1".repeat(16), "坡脚村_工作簿.xlsx", List.of(1L), out, out ? "交错了村" : ""));
    }

    @Override
    public Outcome<Withdrawing> preview(WithdrawBook.Book book, Progress progress) {
        var changes = new ArrayList<Withdrawing.SectionChange>();
        for (int i = 0; i < 30; i++) {
            changes.add(
                    new Withdrawing.SectionChange(
                            new RecordId(Kind.HOUSEHOLD, new UUID(2, i)),
                            HEADS.get(i % HEADS.size()),
                            "income@2016",
                            "收入 2016",
                            "务工收入：14400；务工月数：6",
                            i % 3 == 0 ? "—" : "务工收入：9600；务工月数：4"));
        }
        var one = new RecordId(Kind.HOUSEHOLD, new UUID(2, 1));
        return Outcome.done(
                new Withdrawing(
                        book.id(),
                        book.file(),
                        412,
                        37,
                        9,
                        changes,
                        List.of(),
                        List.of(new Withdrawing.Contest(one, "罗老三", "house", "住房")),
                        List.of(
                                new Withdrawing.Resting(
                                        one, "罗老三", "place", "住址", "王示范", "2017-03-11 09:00"))));
    }

    @Override
    public Outcome<Withdrawing> turn(WithdrawBook.Book book, String why, Progress progress) {
        said.add((out ? "restore " : "withdraw ") + why);
        out = !out;
        return preview(book, progress);
    }
}
