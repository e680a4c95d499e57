package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Other programs open a filled county table and reckon its sums. Each runs where it is found.
class OtherProgramsReportTest {

    private static final String PYTHON =
            """
            import sys, openpyxl
            sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
            for row in sheet.iter_rows(values_only=True):
                print('|'.join('' if v is None else str(v) for v in row))
            """;

    @TempDir Path folder;
    private Path out = Path.of("");

    @BeforeEach
    void fill() throws IOException {
        Path file = folder.resolve("镇.zhuhu");
        Cli.PLAIN.run("new", file, "--pack", "qianxinan-2017", "--training");
        Cli.PLAIN.run(
                "import",
                new SmallRoster("2017-03-01").write(folder.resolve("名册.xlsx")),
                "--into",
                file);
        Path template = folder.resolve("县表.xlsx");
        try (var book = new XSSFWorkbook();
                OutputStream to = Files.newOutputStream(template)) {
            var sheet = book.createSheet("表");
            var head = sheet.createRow(0);
            var names = List.of("户编号", "户主", "家庭人口");
            for (int c = 0; c < names.size(); c++) {
                head.createCell(c).setCellValue(names.get(c));
            }
            sheet.createRow(1).createCell(0).setCellValue("");
            var sum = sheet.createRow(2);
            sum.createCell(0).setCellValue("合计");
            sum.createCell(2).setCellFormula("SUM(C2:C2)");
            book.write(to);
        }
        out = folder.resolve("out.xlsx");
        Cli.Ran ran = Cli.PLAIN.run("report", file, "--template", template, "--out", out);
        assertThat(ran.status()).as(ran.toString()).isZero();
    }

    @Test
    void openpyxlReadsWhatWasFilled() throws IOException, InterruptedException {
        Optional<String> read = run(List.of("/usr/bin/python3", "-c", PYTHON, out.toString()));
        if (read.isEmpty()) {
            System.out.println("not checked: openpyxl (not found here)");
            return;
        }
        assertThat(read.get().lines())
                .containsExactly(
                        "户编号|户主|家庭人口",
                        SmallRoster.FIRST + "|陆大山|2",
                        SmallRoster.SECOND + "|韦三妹|2",
                        "合计||=SUM(C2:C3)");
    }

    @Test
    void libreOfficeReckonsTheSum() throws IOException, InterruptedException {
        Optional<String> ran =
                run(
                        List.of(
                                "/usr/bin/soffice",
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                "csv:Text - txt - csv (StarCalc):44,34,76",
                                "--outdir",
                                folder.resolve("csv").toString(),
                                out.toString()));
        if (ran.isEmpty()) {
            System.out.println("not checked: LibreOffice (not found here)");
            return;
        }
        assertThat(Files.readString(folder.resolve("csv/out.csv"))).contains("合计,,4");
    }

    private Optional<String> run(List<String> command) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(command.getFirst()))) {
            return Optional.empty();
        }
        Path printed = Files.createTempFile(folder, "out", ".txt");
        var builder = new ProcessBuilder(command);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        builder.redirectOutput(printed.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.empty();
        }
        return process.exitValue() == 0
                ? Optional.of(Files.readString(printed, StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
