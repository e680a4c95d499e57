package zhuhu.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;
import zhuhu.flow.roster.Counts;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.roster.ImportedRoster;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.screen.exchange.Exchange;
import zhuhu.store.Workspace.PackageRow;

/// Files that come and go in memory: a file whose name holds 无日期 wants a date, one with 密码 wants
/// “123456”, one with 坏 is refused.
public final class Trade implements Exchange {

    public final List<ImportRosters.Request> asked = new ArrayList<>();
    public final List<Order> ordered = new ArrayList<>();

    @Override
    public Outcome<List<ImportedRoster>> importRosters(
            ImportRosters.Request request, Progress progress) {
        asked.add(request);
        progress.at("roster.reading", 12, 0);
        String name = String.valueOf(request.files().getFirst().getFileName());
        if (name.contains("无日期") && request.date().isEmpty()) {
            return Outcome.failed(Problem.of("rosterNoDate", name));
        }
        if (name.contains("密码") && !request.password().equals(Optional.of("123456"))) {
            return Outcome.failed(
                    Problem.of(
                            request.password().isEmpty()
                                    ? "sheetNeedsPassword"
                                    : "sheetWrongPassword",
                            name));
        }
        if (name.contains("坏")) {
            return Outcome.failed(
                    Problem.said(
                            "notAWorkbook", "“" + name + "”不是 Excel 文件。", "请重新拷贝后再试，没有读入任何内容。"));
        }
        return Outcome.done(List.of(taken(name)));
    }

    private static ImportedRoster taken(String name) {
        return new ImportedRoster(
                name,
                "2017-02-20",
                431,
                new Counts(1, 0, 0),
                new Counts(98, 3, 12),
                new Counts(402, 9, 15),
                List.of(
                        Problem.said("heldNumber", "户编号 99010100012 已属于另一户。", "请核对是不是拆户，再手工登记。")
                                .at(Place.cell("名册", 88, 5))),
                List.of(
                        Problem.said("idCheck", "证件号码“99010119650101001X”的校验码不对。", "请对照证件逐位核实。")
                                .at(Place.cell("名册", 11, 7)),
                        Problem.said(
                                        "idDamaged",
                                        "证件号码“9.90101E+17”被 Excel 改坏了。",
                                        "请对照证件补上完整号码，并把这一列设为文本格式。")
                                .at(Place.cell("名册", 21, 7))),
                List.of(
                        Problem.said("noName", "没有姓名，这一行没有读入。", "请补上姓名后再导入一次。")
                                .at(new Place("名册", 203, null))),
                List.of("户类型", "监测对象类型"),
                List.of());
    }

    @Override
    public Outcome<Written> export(Order order, Progress progress) {
        ordered.add(order);
        return order.out().toString().contains("只读")
                ? Outcome.failed(
                        Problem.said(
                                "cannotWrite",
                                "写不进“" + order.out().getFileName() + "”。",
                                "请换一个位置，或先关掉正打开它的程序。"))
                : Outcome.done(new Written(order.out(), order.content(), 126, 504));
    }

    @Override
    public List<VillageLine> villages() {
        return List.of(line(1, "坡脚村", 42), line(2, "纳料村", 42), line(3, "者要村", 42));
    }

    private static VillageLine line(int n, String name, int households) {
        var id = new RecordId(Kind.VILLAGE, new UUID(0x5000_8000L, 0x8000_0000_0000_0000L + n));
        return new VillageLine(id, name, households);
    }

    @Override
    public List<PackageRow> packages() {
        return List.of(
                new PackageRow(
                        "b",
                        "out",
                        "workbook",
                        "坡脚村_工作簿_2017-03-09.xlsx",
                        "",
                        "2017-03-09T17:40:00",
                        "李志远",
                        "42 户 168 人"),
                new PackageRow(
                        "a",
                        "in",
                        "roster",
                        "坡脚村贫困人口名册.xlsx",
                        "2017-02-20",
                        "2017-03-01T09:12:00",
                        "李志远",
                        "新增 126 户 504 人"));
    }
}
