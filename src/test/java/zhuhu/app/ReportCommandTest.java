package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Counties' own tables, filled through the command line and read back.
class ReportCommandTest {

    @TempDir Path folder;
    private Path file;
    private Path out;

    @BeforeEach
    void township() {
        file = folder.resolve("镇.zhuhu");
        out = folder.resolve("上报.xlsx");
        make(file, new SmallRoster("2017-03-01").write(folder.resolve("名册.xlsx")));
    }

    private static void make(Path file, Path roster) {
        assertThat(Cli.PLAIN.run("new", file, "--pack", "qianxinan-2017", "--training").status())
                .isZero();
        Cli.Ran ran = Cli.PLAIN.run("import", roster, "--into", file, "--json");
        assertThat(ran.status()).as(ran.toString()).isLessThan(2);
    }

    private Cli.Ran report(Path template, Object... more) {
        var words = new ArrayList<Object>(List.of("report", file, "--json", "--out", out));
        words.addAll(List.of("--template", template, "--date", "2017-06-30"));
        words.addAll(List.of(more));
        return Cli.PLAIN.run(words.toArray());
    }

    private Path template(Consumer<Sheet> build) {
        Path made = folder.resolve("县表.xlsx");
        try (var book = new XSSFWorkbook();
                OutputStream to = Files.newOutputStream(made)) {
            build.accept(book.createSheet("汇总"));
            book.write(to);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Sheet sheet, int at, String... cells) {
        Row row = sheet.createRow(at);
        for (int c = 0; c < cells.length; c++) {
            Cell cell = row.createCell(c);
            if (cells[c].startsWith("=")) {
                cell.setCellFormula(cells[c].substring(1));
            } else if (!cells[c].isEmpty()) {
                cell.setCellValue(cells[c]);
            }
        }
    }

    private List<String> rows(String name) {
        try (var book = new XSSFWorkbook(Files.newInputStream(out))) {
            var rows = new ArrayList<String>();
            for (Row row : book.getSheet(name)) {
                var cells = new ArrayList<String>();
                for (int c = 0; c < Math.max(0, row.getLastCellNum()); c++) {
                    cells.add(text(row.getCell(c)));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC ->
                    "#"
                            + java.math.BigDecimal.valueOf(cell.getNumericCellValue())
                                    .stripTrailingZeros()
                                    .toPlainString();
            case FORMULA -> "=" + cell.getCellFormula();
            default -> "";
        };
    }

    /// Titles, a header of two merged rows, an example row, a sum and a line to sign.
    private Path county() {
        return template(sheet -> {
            row(sheet, 0, "石门县贫困户台账");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 6));
            row(sheet, 1, "填报单位：${填报单位}", "", "", "", "日期：${日期}");
            row(sheet, 2, "序号", "户主情况", "", "家庭人口", "联系方式", "人均纯收入", "备注情况");
            row(sheet, 3, "", "姓名", "身份证号码");
            sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
            for (int c : List.of(0, 3, 4, 5, 6)) {
                sheet.addMergedRegion(new CellRangeAddress(2, 3, c, c));
            }
            row(sheet, 4, "1", "张某某", "样例", "3", "1390", "3000", "");
            row(sheet, 5, "合计", "", "", "=SUM(D5:D5)", "", "=AVERAGE(F5:F5)", "");
            row(sheet, 6, "审核人签字：", "", "", "填表人：${填报人}");
            CellStyle lined = sheet.getWorkbook().createCellStyle();
            lined.setBorderBottom(BorderStyle.MEDIUM);
            lined.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0.00"));
            sheet.getRow(4).getCell(5).setCellStyle(lined);
            sheet.getRow(4).setHeightInPoints(27);
            sheet.setColumnWidth(1, 5000);
            sheet.getPrintSetup().setLandscape(true);
            sheet.getWorkbook().setPrintArea(0, "$A$1:$G$7");
        });
    }

    @Test
    void aCountysTableIsFilledAndItsFootersMoveDown() throws IOException {
        Cli.Ran ran = report(county(), "--rows", "household");

        assertThat(ran.status()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.codes()).containsExactly("reportHeading");
        assertThat(ran.json().at("/problems/0/column").asText()).isEqualTo("G");
        assertThat(rows("汇总"))
                .containsExactly(
                        "石门县贫困户台账",
                        "填报单位：||||日期：2017-06-30",
                        "序号|户主情况||家庭人口|联系方式|人均纯收入|备注情况",
                        "|姓名|身份证号码",
                        "#1|陆大山|" + SmallRoster.id(1970, 3) + "|#2|13800000001|#2680|",
                        "#2|韦三妹|" + SmallRoster.id(1965, 6) + "|#2||#2680|",
                        "合计|||=SUM(D5:D6)||=AVERAGE(F5:F6)|",
                        "审核人签字：|||填表人：");
        try (var book = new XSSFWorkbook(Files.newInputStream(out))) {
            Sheet sheet = book.getSheetAt(0);
            for (int row : List.of(4, 5)) {
                CellStyle style = sheet.getRow(row).getCell(5).getCellStyle();
                assertThat(style.getBorderBottom()).isEqualTo(BorderStyle.MEDIUM);
                assertThat(style.getDataFormatString()).isEqualTo("0.00");
                assertThat(sheet.getRow(row).getHeightInPoints()).isEqualTo(27);
                assertThat(sheet.getRow(row).getCell(2).getCellType()).isEqualTo(CellType.STRING);
                assertThat(sheet.getRow(row).getCell(2).getCellStyle().getDataFormatString())
                        .isEqualTo("@");
            }
            assertThat(sheet.getColumnWidth(1)).isEqualTo(5000);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(book.getPrintArea(0)).isEqualTo("汇总!$A$1:$G$8");
            assertThat(sheet.getMergedRegions()).hasSize(7);
        }
    }

    @Test
    void aCorrectionIsRememberedByTheHeaderNotByTheFile() throws IOException {
        Cli.Ran first = report(county(), "--rows", "household", "--map", "备注情况=脱贫状态");
        assertThat(first.status()).as(first.toString()).isZero();
        Path renamed = Files.move(folder.resolve("县表.xlsx"), folder.resolve("另一个名字.xlsx"));

        Cli.Ran second = report(renamed);

        assertThat(second.status()).as(second.toString()).isZero();
        assertThat(second.json().at("/sheets/0/remembered").asBoolean()).isTrue();
        assertThat(rows("汇总").get(4)).endsWith("|未脱贫");
    }

    @Test
    void householdColumnsAreMergedWhereTheTemplateMergesThem() throws IOException {
        Path template =
                template(sheet -> {
                    row(sheet, 0, "户编号", "户主", "姓名", "与户主关系", "年龄加十");
                    row(sheet, 1, "", "", "", "", "=ROW()*10+LEN(C2)");
                    row(sheet, 2, "", "", "", "", "=ROW()*10+LEN(C3)");
                    sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
                    sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
                });

        report(template);

        assertThat(rows("汇总").subList(1, 5))
                .containsExactly(
                        SmallRoster.FIRST + "|陆大山|陆大山|户主|=ROW()*10+LEN(C2)",
                        SmallRoster.FIRST + "|陆大山|陆小山|之子|=ROW()*10+LEN(C3)",
                        SmallRoster.SECOND + "|韦三妹|韦三妹|户主|=ROW()*10+LEN(C4)",
                        SmallRoster.SECOND + "|韦三妹|韦小满|之女|=ROW()*10+LEN(C5)");
        try (var book = new XSSFWorkbook(Files.newInputStream(out))) {
            assertThat(
                            book.getSheetAt(0).getMergedRegions().stream()
                                    .map(CellRangeAddress::formatAsString))
                    .containsExactlyInAnyOrder("A2:A3", "B2:B3", "A4:A5", "B4:B5");
        }
    }

    @Test
    void placesInARowAreFilledForEachHousehold() {
        Path template =
                template(sheet -> {
                    row(sheet, 0, "${行政村}共 ${总户数} 户");
                    row(sheet, 1, "甲", "乙");
                    row(sheet, 2, "${户主姓名}（${household.household_no}）", "${人数}");
                });

        Cli.Ran ran = report(template);

        assertThat(ran.status()).as(ran.toString()).isZero();
        assertThat(rows("汇总"))
                .containsExactly(
                        "青岩村共 2 户",
                        "甲|乙",
                        "陆大山（" + SmallRoster.FIRST + "）|#2",
                        "韦三妹（" + SmallRoster.SECOND + "）|#2");
    }

    @Test
    void aFormAboutOneHouseholdIsCopiedForEach() {
        Path template =
                template(sheet -> {
                    row(sheet, 0, "户主", "${户主姓名}");
                    row(sheet, 1, "成员", "${成员2.姓名}", "${成员2.与户主关系}");
                    row(sheet, 2, "填报", "${日期}");
                });

        Cli.Ran ran = report(template);

        assertThat(ran.status()).as(ran.toString()).isZero();
        assertThat(rows("陆大山")).containsExactly("户主|陆大山", "成员|陆小山|之子", "填报|2017-06-30");
        assertThat(rows("韦三妹")).contains("成员|韦小满|之女");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "flat"})
    void aNationalTableFilledAndReadAgainGivesTheSameRegister(String style) throws IOException {
        Path template = Path.of("national-" + style);
        assertThat(report(template).status()).isLessThan(2);
        Path source = folder.resolve("源.zhuhu");
        make(
                source,
                new SmallRoster("2017-03-01").only(headings()).write(folder.resolve("源.xlsx")));
        file = source;
        Cli.Ran ran = report(template);
        assertThat(ran.status()).as(ran.toString()).isLessThan(2);
        Path other = folder.resolve("又一个.zhuhu");
        make(other, out);

        String again = Cli.PLAIN.run("dump", other).out();
        assertThat(again.lines().count()).isEqualTo(7);
        assertThat(again).isEqualTo(Cli.PLAIN.run("dump", source).out());
    }

    /// The headings of what was written last.
    private List<String> headings() {
        return rows("贫困人口信息").stream()
                .filter(row -> row.contains("|姓名|"))
                .map(row -> List.of(row.split("\\|", -1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsNoTemplateIsRefusedWithWords() throws IOException {
        Path text = Files.writeString(folder.resolve("字.xlsx"), "不是表格");
        Path nothing = template(sheet -> row(sheet, 0, "会议记录", "地点"));

        assertThat(report(text).codes()).containsExactly("sheetNoSpreadsheet");
        assertThat(report(nothing).codes()).containsExactly("templateNothing");
        assertThat(report(folder.resolve("无.xlsx")).codes()).containsExactly("sheetNoFile");
        assertThat(report(county(), "--map", "没有这列=姓名").codes())
                .containsExactly("reportMapHeading");
        assertThat(report(county(), "--map", "备注情况=不知道").codes()).containsExactly("reportMap");
        assertThat(out).doesNotExist();
    }
}
