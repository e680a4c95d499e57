package zhuhu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import zhuhu.base.CitizenId;
import zhuhu.base.Outcome;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.roster.ImportedRoster;
import zhuhu.pack.Headings;
import zhuhu.pack.PackReader;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;
import zhuhu.workbook.roster.RosterReader;
import zhuhu.workbook.sheet.SpreadsheetFile;

/// How long the import of a roster takes (read, matched, stored encrypted, indexed), against
/// reading the same file with POI's event API alone. Arguments: the number of persons (100000).
public final class ImportBench {

    private static final PrintStream OUT = System.out;
    private static final String[] HEADINGS = {
        "序号",
        "数据日期",
        "县(市、区、旗)",
        "乡(镇)",
        "行政村",
        "自然村",
        "户编号",
        "人编号",
        "姓名",
        "证件号码",
        "人数",
        "与户主关系",
        "民族",
        "文化程度",
        "在校生状况",
        "健康状况",
        "劳动技能",
        "务工时间（月）",
        "是否参加大病保险",
        "致贫原因1",
        "危房户",
        "是否解决安全饮用水",
        "人均纯收入",
        "户联系电话",
        "人联系电话",
        "首次识别时间",
        "人员识别时间",
        "户类型",
        "监测对象类型",
        "风险是否消除"
    };

    private ImportBench() {}

    /// Writes the file and the workspace into a folder of its own and deletes them.
    public static void main(String[] args) throws Exception {
        int persons = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Path folder = Files.createTempDirectory("import-bench");
        Path file = folder.resolve("roster.xlsx");
        write(file, persons);
        OUT.printf(
                Locale.ROOT,
                "%d persons, %d columns, %d KiB%n",
                persons,
                HEADINGS.length,
                Files.size(file) >> 10);
        Took first = Took.by(() -> poi(file));
        Took reading = Took.by(() -> ours(file));
        Took importing = Took.by(() -> take(folder, file));
        Took second = Took.by(() -> poi(file));
        OUT.println("POI event API     " + first + ", again " + second);
        OUT.println("our reading alone " + reading);
        OUT.println("import            " + importing);
        OUT.println(
                "import : POI      " + importing.over(first) + ", again " + importing.over(second));
        Runtime machine = Runtime.getRuntime();
        OUT.printf(
                Locale.ROOT,
                "heap %d MiB of %d%n",
                (machine.totalMemory() - machine.freeMemory()) >> 20,
                machine.maxMemory() >> 20);
        try (var all = Files.list(folder)) {
            for (Path left : all.toList()) {
                Files.delete(left);
            }
        }
        Files.delete(folder);
    }

    private interface Act {
        void run() throws Exception;
    }

    /// Seconds by the clock, and by the processors (which other programs do not disturb).
    private record Took(double wall, double cpu) {

        static Took by(Act act) throws Exception {
            var machine =
                    (com.sun.management.OperatingSystemMXBean)
                            ManagementFactory.getOperatingSystemMXBean();
            long start = System.nanoTime();
            long cpu = machine.getProcessCpuTime();
            act.run();
            return new Took(
                    (System.nanoTime() - start) / 1e9, (machine.getProcessCpuTime() - cpu) / 1e9);
        }

        String over(Took other) {
            return "%.2f (cpu %.2f)".formatted(wall / other.wall, cpu / other.cpu);
        }

        @Override
        public String toString() {
            return "%.2f s (cpu %.2f)".formatted(wall, cpu);
        }
    }

    private static void take(Path folder, Path file) {
        var pack = value(PackReader.read("qianxinan-2017"));
        var passphrase = Passphrase.of("training").orElseThrow();
        try (Workspace workspace =
                value(Workspace.create(folder.resolve("bench.zhuhu"), passphrase, pack, true))) {
            var author = new Author("bench", "", "", "bench");
            var act = new ImportRosters(workspace, author, Clock.system(ZoneOffset.UTC));
            ImportedRoster done =
                    value(act.run(ImportRosters.Request.of(file), Progress.NONE)).getFirst();
            OUT.println(done.persons() + " " + done.households() + " " + done.villages());
        }
    }

    private static void ours(Path file) {
        var headings = Headings.of(value(PackReader.read("qianxinan-2017")));
        var reader = new RosterReader(headings, _ -> {}, () -> false);
        SpreadsheetFile opened = value(SpreadsheetFile.open(file, Optional.empty()));
        OUT.println(value(reader.read(opened, Optional.empty())).rows() + " rows");
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    private static void poi(Path file)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var strings = new ReadOnlySharedStringsTable(opened);
            var reader = new XSSFReader(opened);
            var count = new long[1];
            var sheets = reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    XMLReader xml = XMLHelper.newXMLReader();
                    xml.setContentHandler(
                            new XSSFSheetXMLHandler(
                                    reader.getStylesTable(), strings, new Counting(count), false));
                    xml.parse(new InputSource(sheet));
                }
            }
            OUT.println(count[0] + " cells by POI");
        }
    }

    private record Counting(long[] count) implements XSSFSheetXMLHandler.SheetContentsHandler {
        @Override
        public void startRow(int row) {}

        @Override
        public void endRow(int row) {}

        @Override
        public void cell(
                @Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            count[0] += value == null ? 0 : 1;
        }
    }

    private static void write(Path file, int persons) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                var book = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("Sheet1");
            for (int c = 0; c < HEADINGS.length; c++) {
                sheet.value(0, c, HEADINGS[c]);
            }
            int household = 0;
            int member = 0;
            for (int n = 0; n < persons; n++) {
                List<String> row = row(n, household, member, Math.min(4, persons - n + member));
                for (int c = 0; c < row.size(); c++) {
                    if (!row.get(c).isEmpty()) {
                        sheet.value(n + 1, c, row.get(c));
                    }
                }
                member = (member + 1) % 4;
                household += member == 0 ? 1 : 0;
            }
        }
    }

    private static List<String> row(int n, int household, int member, int size) {
        String seventeen =
                "990101%04d%02d%02d%03d"
                        .formatted(
                                1940 + n % 70, 1 + n / 70 % 12, 1 + n / 840 % 28, n / 23_520 + 1);
        int village = household / 250;
        return List.of(
                Integer.toString(n + 1),
                "2017-03-01",
                "石门县",
                "白云乡",
                "第" + village + "村",
                household % 7 + "组",
                "52%012d".formatted(household),
                "53%012d".formatted(n),
                name(n),
                seventeen + CitizenId.check(seventeen),
                Integer.toString(size),
                member == 0 ? "户主" : member == 1 ? "配偶" : member == 2 ? "之子" : "之女",
                n % 3 == 0 ? "布依族" : "汉族",
                n % 2 == 0 ? "小学" : "初中",
                "非在校生",
                n % 9 == 0 ? "长期慢性病" : "健康",
                n % 5 == 0 ? "无劳动力" : "普通劳动力",
                n % 4 == 0 ? "6" : "",
                "是",
                household % 2 == 0 ? "因病" : "缺技术",
                household % 6 == 0 ? "是" : "否",
                "是",
                Integer.toString(2000 + household % 3000),
                "138%08d".formatted(household),
                "139%08d".formatted(n),
                "2014",
                "2014",
                "脱贫户",
                "",
                "");
    }

    private static String name(int n) {
        String family = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
        return ""
                + family.charAt(n % 32)
                + (char) (0x4E00 + n / 32 % 3000)
                + (char) (0x5200 + n % 2000);
    }
}
