package zhuhu.screen.exchange.merge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;

/// Workbooks in memory: a name that holds 密码 opens with “123456”, 坏 is refused, 名册 is no workbook
/// of ours, 重交 brings nothing new. A folder holds what `inFolder` says.
final class Books implements Merging {

    final List<Path> inFolder = new ArrayList<>();
    final List<List<Order>> merged = new ArrayList<>();
    Open open = new Open(3, 5, 2);

    @Override
    public Outcome<List<Path>> books(List<Path> chosen) {
        List<Path> found =
                chosen.stream()
                        .flatMap(p ->
                                p.toString().endsWith(".xlsx") ? Stream.of(p) : inFolder.stream())
                        .distinct()
                        .toList();
        return found.isEmpty()
                ? Outcome.failed(Problem.said("mergeNoBooks", "里面没有工作簿。", "请选放着工作簿的文件夹。"))
                : Outcome.done(found);
    }

    @Override
    public Lock lock(Order order) {
        if (!order.file().toString().contains("密码")) {
            return Lock.OPEN;
        }
        return order.password()
                .map(p -> p.equals("123456") ? Lock.OPEN : Lock.WRONG_PASSWORD)
                .orElse(Lock.WANTS_PASSWORD);
    }

    @Override
    public List<Book> tryOut(List<Order> orders, Progress progress) {
        var books = new ArrayList<Book>();
        for (Order order : orders) {
            progress.about(String.valueOf(order.file().getFileName()));
            progress.at("import.running", books.size(), orders.size());
            books.add(read(order, books.size()));
        }
        return books;
    }

    @Override
    public List<Book> merge(List<Order> orders, Progress progress) {
        merged.add(List.copyOf(orders));
        return tryOut(orders, progress).stream()
                .map(b ->
                        b.canMerge()
                                ? new Book(
                                        b.path(),
                                        Standing.MERGED,
                                        b.about(),
                                        b.counts(),
                                        b.rows(),
                                        b.problems())
                                : b)
                .toList();
    }

    @Override
    public Open open() {
        return open;
    }

    private static Book read(Order order, int n) {
        String name = String.valueOf(order.file().getFileName());
        if (name.contains("坏")) {
            return refused(
                    order, Problem.said("bookDamaged", "文件不完整，读到一半断了", "请让村里重新拷贝一份再交。其余文件照常合并。"));
        }
        if (name.contains("名册")) {
            return refused(order, Problem.said("readNotOurs", "不是本程序写出的工作簿", "如果是花名册，请从“花名册”读入。"));
        }
        String village = name.substring(0, name.indexOf('_'));
        var about = new About(village, "第一轮", "韦国平", "2017-03-0" + (1 + n % 9), "a".repeat(32));
        if (name.contains("重交")) {
            return new Book(
                    order.file(),
                    Standing.KNOWN,
                    about,
                    new Counts(Map.of(RowClass.SAME, 312)),
                    List.of(),
                    List.of());
        }
        List<Row> rows = rows(n);
        var counts = new EnumMap<RowClass, Integer>(RowClass.class);
        rows.forEach(r -> counts.merge(r.is(), 1, Integer::sum));
        counts.put(RowClass.SAME, 260 + n);
        return new Book(order.file(), Standing.READY, about, new Counts(counts), rows, List.of());
    }

    private static Book refused(Order order, Problem why) {
        return new Book(
                order.file(),
                Standing.REFUSED,
                About.NOTHING,
                Counts.NONE,
                List.of(),
                List.of(why));
    }

    private static List<Row> rows(int n) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < 12 + n; i++) {
            rows.add(row("回访", 4 + i, RowClass.NEW, "陆正荣", List.of(), List.of()));
        }
        rows.add(
                row(
                        "户",
                        31,
                        RowClass.HAND_EDITED,
                        "班光明",
                        List.of(
                                new CellChange("住房 · 住房面积（㎡）", "86", "68", Taken.TAKEN),
                                new CellChange("联系方式 · 联系电话", "13900000001", "", Taken.TAKEN)),
                        List.of()));
        if (n % 3 == 0) {
            rows.add(
                    row(
                            "人",
                            77,
                            RowClass.DAMAGED,
                            "岑秀兰",
                            List.of(new CellChange("基本 · 姓名", "岑秀兰", "岑秀英", Taken.HELD)),
                            List.of(
                                    Problem.said(
                                            "heldIdentity", "改了姓名，可能是另一个人。", "请与村里核对后采纳或拒绝。"))));
            rows.add(
                    row(
                            "户",
                            12,
                            RowClass.CONFLICT,
                            "韦国平",
                            List.of(),
                            List.of(
                                    Problem.said(
                                            "twoSides",
                                            "『收入』一屏与先前合并的说法不同：两名入户人、两种答案。",
                                            "合并后在“冲突”里并排看，由人来定。"))));
        }
        return rows;
    }

    private static Row row(
            String sheet,
            int row,
            RowClass is,
            String label,
            List<CellChange> changes,
            List<Problem> reasons) {
        return new Row(sheet, row, is, label, Optional.empty(), changes, reasons);
    }
}
