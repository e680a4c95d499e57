package zhuhu.flow.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhuhu.base.Problem;
import zhuhu.flow.roster.RosterBook.Style;
import zhuhu.record.Kind;

/// What clerks and Excel do to rosters.
class RosterQuirksTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aRenamedNameColumnIsToldByNameAndNothingIsTaken(String type) {
        try (var township = new Township(folder)) {
            RosterBook book = family(Style.B);
            book.headings.set(book.column("姓名"), "户主（成员）名字");
            Path file = book.write(folder.resolve("r." + type));

            List<Problem> problems =
                    Township.problems(township.run(ImportRosters.Request.of(file)));

            assertThat(problems)
                    .anySatisfy(p -> {
                        assertThat(p.code()).isEqualTo("R111");
                        assertThat(p.args()).containsExactly("姓名");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aSheetThatPeopleHaveHandledIsReadAllTheSame(String type) {
        try (var township = new Township(folder)) {
            RosterBook book = family(Style.B);
            book.headings.add(2, "备注说明");
            book.headings.set(book.column("务工时间（月）"), "务工时间(月)");
            book.headings.set(book.column("证件号码"), "公民身份号码");
            book.headings.set(book.column("人编号"), "人口编号");
            book.rows.forEach(r -> {
                r.put("公民身份号码", String.valueOf(r.get("证件号码")).toLowerCase(java.util.Locale.ROOT));
                r.put("人口编号", r.get("人编号"));
                r.put("备注说明", "看过");
            });
            book.rows.getFirst().put("姓名", "王　大山");
            Path file =
                    book.write(
                            folder.resolve("r." + type),
                            (sheet, first) -> {
                                sheet.getRow(first + 1).setZeroHeight(true);
                                RosterBook.cell(
                                        sheet, first, book.column("文化程度"), c -> c.setCellValue(2));
                                RosterBook.cell(
                                        sheet,
                                        first,
                                        book.column("务工时间(月)"),
                                        c -> c.setCellFormula("3*2"));
                                sheet.getWorkbook()
                                        .getCreationHelper()
                                        .createFormulaEvaluator()
                                        .evaluateAll();
                                sheet.shiftRows(first + 2, first + 2, 3);
                            });

            ImportedRoster done = township.take(file);

            assertThat(done.persons()).isEqualTo(new Counts(3, 0, 0));
            assertThat(done.households()).isEqualTo(new Counts(1, 0, 0));
            assertThat(done.unknownColumns()).containsExactly("备注说明");
            assertThat(Township.codes(done.doubts()))
                    .containsExactlyInAnyOrder("R118", "R118", "R115");
            var head = township.named("王大山");
            assertThat(township.shown(head, "education").plain("education")).isEqualTo("02");
            assertThat(township.shown(head, "labour").plain("work_months")).isEqualTo("6");
            assertThat(township.shown(head, "roster_other").plain("备注说明")).isEqualTo("看过");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void mergedCellsLendTheirTextToTheRowsTheyCover(String type) {
        try (var township = new Township(folder)) {
            RosterBook book = family(Style.A);
            for (int i = 1; i < 3; i++) {
                for (String heading : List.of("行政村", "镇(乡)", "县(市、区、旗)", "人数")) {
                    book.rows.get(i).put(heading, "");
                }
            }
            Path file =
                    book.write(
                            folder.resolve("r." + type),
                            (sheet, first) -> {
                                for (String heading : List.of("行政村", "镇(乡)", "县(市、区、旗)", "人数")) {
                                    int column = book.column(heading);
                                    sheet.addMergedRegion(
                                            new CellRangeAddress(first, first + 2, column, column));
                                }
                                sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 20));
                            });

            ImportedRoster done = township.take(file);

            assertThat(done.persons()).isEqualTo(new Counts(3, 0, 0));
            assertThat(Township.codes(done.doubts())).containsExactly("rosterMerged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void headingsInTwoRowsAreJoined(String type) {
        try (var township = new Township(folder)) {
            RosterBook book = family(Style.B);
            Path file =
                    book.write(
                            folder.resolve("r." + type),
                            (sheet, first) -> {
                                int name = book.column("姓名");
                                sheet.shiftRows(first - 1, sheet.getLastRowNum(), 1);
                                for (int c = 0; c < book.headings.size(); c++) {
                                    int column = c;
                                    String text =
                                            c < name
                                                    ? book.headings.get(c)
                                                    : c == name ? "家庭成员" : "";
                                    RosterBook.cell(
                                            sheet,
                                            first - 1,
                                            column,
                                            cell -> cell.setCellValue(text));
                                    if (c < name) {
                                        RosterBook.cell(
                                                sheet, first, column, cell -> cell.setBlank());
                                        sheet.addMergedRegion(
                                                new CellRangeAddress(first - 1, first, c, c));
                                    }
                                }
                                sheet.addMergedRegion(
                                        new CellRangeAddress(
                                                first - 1,
                                                first - 1,
                                                name,
                                                book.headings.size() - 1));
                            });

            ImportedRoster done = township.take(file);

            assertThat(done.rows()).isEqualTo(3);
            assertThat(done.persons()).isEqualTo(new Counts(3, 0, 0));
            assertThat(done.doubts()).isEmpty();
            assertThat(done.unknownColumns()).isEmpty();
        }
    }

    @Test
    void wordsThatFitNoOptionAreKeptAndTold() {
        try (var township = new Township(folder)) {
            RosterBook book = family(Style.B);
            book.rows.getFirst().putAll(Map.of("文化程度", "大学肄业", "务工时间（月）", "半年", "民族", "苗"));

            ImportedRoster done = township.take(book.write(folder.resolve("r.xlsx")));

            var head = township.named("王大山");
            assertThat(township.shown(head, "roster_other").plain("文化程度")).isEqualTo("大学肄业");
            assertThat(township.shown(head, "roster_other").plain("务工时间（月）")).isEqualTo("半年");
            assertThat(township.shown(head, "education").get("education")).isEmpty();
            assertThat(Township.codes(done.doubts())).contains("R112", "R112");
            Problem problem = Township.coded(done.doubts(), "R112").findFirst().orElseThrow();
            assertThat(problem.place()).isNotNull().extracting("row").isEqualTo(4);
        }
    }

    @Test
    void everyRowIsInExactlyOneClass() {
        try (var township = new Township(folder)) {
            RosterBook book = family(Style.B);
            book.person(Map.of("户编号", "77", "姓名", "", "与户主关系", "户主"));
            book.person(Map.of("户编号", "78", "姓名", "孤单", "行政村", "", "与户主关系", "户主"));
            book.person(Map.of("户编号", "", "姓名", "合计"));

            ImportedRoster done = township.take(book.write(folder.resolve("r.xlsx")));

            assertThat(done.rows()).isEqualTo(6);
            assertThat(done.persons().all() + done.held().size() + done.refused().size())
                    .isEqualTo(done.rows());
            assertThat(Township.codes(done.refused()))
                    .containsExactlyInAnyOrder("rosterNoName", "rosterNoVillage", "rosterNoPerson");
        }
    }

    @Test
    void householdsWithoutNumberRunFromHeadToHeadAndAreCounted() {
        try (var township = new Township(folder)) {
            RosterBook book = family(Style.A);
            book.person(
                    Map.of("姓名", "李四", "证件号码", RosterBook.id(1960, 400), "人数", "3", "与户主关系", "户主"));
            book.person(
                    Map.of("姓名", "李小", "证件号码", RosterBook.id(1990, 401), "人数", "3", "与户主关系", "之子"));

            ImportedRoster done = township.take(book.write(folder.resolve("r.xls")));

            assertThat(done.households()).isEqualTo(new Counts(2, 0, 0));
            assertThat(Township.codes(done.doubts())).containsExactly("R19");
            assertThat(done.doubts().getFirst().args()).containsExactly("3", "2");
        }
    }

    @Test
    void whoIsAnOrdinaryFarmerIsNotRegistered() {
        try (var township = new Township(folder)) {
            RosterBook book = family(Style.B);
            book.rows.forEach(r -> r.put("贫困户属性", "一般农户"));
            book.rows.forEach(r -> r.put("脱贫属性", "已脱贫（不享受政策）"));

            township.take(book.write(folder.resolve("r.xlsx")));

            var household = township.all(Kind.HOUSEHOLD).getFirst();
            assertThat(township.shown(household, "identification").plain("registered"))
                    .isEqualTo("0");
            assertThat(township.shown(household, "status").plain("poverty_status")).isEqualTo("1");
            assertThat(township.shown(household, "status").plain("enjoys_policy")).isEqualTo("0");
        }
    }

    @Test
    void sheetsThatAreNoRosterAreNamedAndHiddenOnesLeft() {
        try (var township = new Township(folder)) {
            RosterBook book = family(Style.B);
            Path file =
                    book.write(
                            folder.resolve("r.xlsx"),
                            (sheet, _) -> {
                                var other = sheet.getWorkbook().createSheet("说明");
                                other.createRow(0).createCell(0).setCellValue("填表说明");
                                var hidden = sheet.getWorkbook().createSheet("旧表");
                                var row = hidden.createRow(0);
                                for (String heading : List.of("姓名", "行政村", "民族", "户编号")) {
                                    row.createCell(Math.max(row.getLastCellNum(), 0))
                                            .setCellValue(heading);
                                }
                                sheet.getWorkbook().setSheetHidden(2, true);
                            });

            ImportedRoster done = township.take(file);

            assertThat(done.persons().fresh()).isEqualTo(3);
            assertThat(Township.codes(done.doubts()))
                    .containsExactlyInAnyOrder("rosterNoHeader", "rosterHiddenSheet");
        }
    }

    @Test
    void aRosterWithoutItsDayIsRefusedUntilSomebodySaysIt() {
        try (var township = new Township(folder)) {
            RosterBook book = family(Style.B);
            book.titles.remove(1);
            Path file = book.write(folder.resolve("r.xlsx"));

            var refused = township.run(ImportRosters.Request.of(file));
            var told =
                    township.run(
                            ImportRosters.Request.of(file)
                                    .dated(java.time.LocalDate.of(2017, 2, 20)));

            assertThat(Township.codes(Township.problems(refused))).containsExactly("rosterNoDate");
            assertThat(Township.value(told).getFirst().date()).isEqualTo("2017-02-20");
        }
    }

    @Test
    void aTrainingRosterNeverEntersRealWork() throws java.io.IOException {
        Path file = folder.resolve("practice.xlsx");
        RosterBook book = family(Style.B);
        zhuhu.workbook.PlainBook.write(
                file,
                new zhuhu.workbook.PlainBook.Content(
                        "名册",
                        "贫困人口名册",
                        "数据日期：2017-03-01",
                        book.headings,
                        book.rows.stream()
                                .map(r ->
                                        book.headings.stream()
                                                .map(h -> r.getOrDefault(h, ""))
                                                .toList())
                                .toList()),
                true);
        try (var real = Township.real(folder.resolve("real.zhuhu"));
                var practice = new Township(folder)) {
            var refused = real.run(ImportRosters.Request.of(file));

            assertThat(Township.codes(Township.problems(refused)))
                    .containsExactly("rosterTraining");
            assertThat(practice.take(file).persons()).isEqualTo(new Counts(3, 0, 0));
        }
    }

    static RosterBook family(Style style) {
        return new RosterBook(style)
                .person(member("王大山", "户主", RosterBook.id(1968, 1), "01"))
                .person(member("陈秀英", "配偶", RosterBook.id(1970, 2), "02"))
                .person(member("王小山", "之子", RosterBook.id(1995, 3), "03"));
    }

    static Map<String, String> member(String name, String relation, String idNo, String number) {
        return Map.of(
                "户编号",
                "52230000000001",
                "人编号",
                "522300000000" + number,
                "姓名",
                name,
                "证件号码",
                idNo,
                "人数",
                "3",
                "与户主关系",
                relation);
    }
}
