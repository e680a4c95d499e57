package zhuhu.workbook.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Sha256;

/// What people and programs do to the cells of a workbook, each by name. Rows and columns are found
/// by what they hold, so that one damage does not depend on another's place.
final class Damages {

    private static final String HOUSEHOLDS = "户";
    private static final String PERSONS = "人";
    private static final String VISITS = "回访";
    private static final int TOP = 3;

    private final SequencedMap<String, Consumer<Workbook>> all = new LinkedHashMap<>();
    private final Workbook neighbour;

    /// `neighbour`: the workbook of another village, to paste from.
    Damages(Workbook neighbour) {
        this.neighbour = neighbour;
        harmless();
        forms();
        edits();
        held();
        rows();
        headers();
        hidden();
        facts();
    }

    SequencedMap<String, Consumer<Workbook>> all() {
        return all;
    }

    private void harmless() {
        all.put("untouched", _ -> {});
        all.put(
                "sorted",
                book -> {
                    reverse(book.getSheet(HOUSEHOLDS));
                    reverse(book.getSheet(PERSONS));
                });
        all.put("filtered", book -> book.getSheet(PERSONS).getRow(5).setZeroHeight(true));
        all.put("columns-hidden", book -> book.getSheet(HOUSEHOLDS).setColumnHidden(5, true));
        all.put(
                "columns-moved",
                book -> moveColumn(book.getSheet(HOUSEHOLDS), "contact.phone", 40));
        all.put(
                "column-inserted",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    insertColumn(sheet, column(sheet, "contact.phone"));
                    for (int r = TOP; r <= sheet.getLastRowNum(); r++) {
                        set(sheet, r, column(sheet, "contact.phone_note") - 2, "已核 " + r);
                    }
                });
        all.put("column-deleted", book -> eraseColumn(book.getSheet(HOUSEHOLDS), "cause.remark"));
        all.put(
                "rows-deleted",
                book -> {
                    Sheet sheet = book.getSheet(PERSONS);
                    sheet.removeRow(sheet.getRow(7));
                    sheet.shiftRows(8, sheet.getLastRowNum(), -1);
                });
        all.put(
                "rows-copied",
                book -> {
                    Sheet sheet = book.getSheet(PERSONS);
                    copyRow(sheet.getRow(5), sheet.createRow(sheet.getLastRowNum() + 1));
                });
        all.put(
                "blank-rows",
                book -> {
                    Sheet sheet = book.getSheet(PERSONS);
                    sheet.shiftRows(6, sheet.getLastRowNum(), 2);
                });
        all.put(
                "sheet-copied",
                book -> {
                    Sheet copy = book.cloneSheet(book.getSheetIndex(HOUSEHOLDS));
                    book.setSheetName(book.getSheetIndex(copy), "户 (2)");
                });
    }

    private void forms() {
        all.put(
                "numbers-for-text",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    each(
                            sheet,
                            "number.household_no",
                            cell -> number(cell, Double.parseDouble(cell.getStringCellValue())));
                    each(
                            sheet,
                            "contact.phone",
                            cell -> number(cell, Double.parseDouble(cell.getStringCellValue())));
                });
        all.put(
                "text-for-numbers",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    int column = column(sheet, "income@2016.wage_income");
                    List<String> spellings =
                            List.of("8000", "８１００", "8,200", "8300.00", " 8400 ", "'8500");
                    for (int i = 0; i < spellings.size(); i++) {
                        set(sheet, rowOf(sheet, "990101000" + (i + 1)), column, spellings.get(i));
                    }
                });
        all.put(
                "dates-in-five-spellings",
                book -> {
                    Sheet sheet = book.getSheet(VISITS);
                    int column = column(sheet, "doorstep.visited_on");
                    for (int r = TOP; r <= sheet.getLastRowNum(); r++) {
                        Cell cell = sheet.getRow(r).getCell(column);
                        int day = Integer.parseInt(cell.getStringCellValue().substring(9));
                        switch (day) {
                            case 1 -> set(sheet, r, column, "2017/5/1");
                            case 2 -> set(sheet, r, column, "2017年5月2日");
                            case 3 -> set(sheet, r, column, "20170503");
                            case 4 -> date(book, cell, 42859);
                            case 5 -> number(cell, 42860);
                            default -> set(sheet, r, column, "２０１７．５．６");
                        }
                    }
                });
        all.put(
                "full-width",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    set(
                            sheet,
                            rowOf(sheet, "9901010001"),
                            column(sheet, "contact.phone"),
                            "１３８００００００００　");
                    set(
                            sheet,
                            rowOf(sheet, "9901010002"),
                            column(sheet, "number.household_no"),
                            "９９０１０１０００２");
                });
        all.put(
                "choices-by-code",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    set(sheet, rowOf(sheet, "9901010001"), column(sheet, "cause.main_cause"), "01");
                    set(
                            sheet,
                            rowOf(sheet, "9901010001"),
                            column(sheet, "cause.other_causes"),
                            "因学、因病");
                    set(
                            sheet,
                            rowOf(sheet, "9901010004"),
                            column(sheet, "cause.main_cause"),
                            " 因病 ");
                });
        all.put(
                "merged-cells",
                book -> {
                    Sheet sheet = book.getSheet(PERSONS);
                    int column = column(sheet, "residence.household");
                    for (int r = TOP; r < sheet.getLastRowNum(); r++) {
                        int end = r;
                        String first = text(sheet, r, column);
                        while (end < sheet.getLastRowNum()
                                && text(sheet, end + 1, column).equals(first)) {
                            end++;
                            sheet.getRow(end).getCell(column).setBlank();
                        }
                        if (end > r) {
                            sheet.addMergedRegion(new CellRangeAddress(r, end, column, column));
                        }
                        r = end;
                    }
                });
        all.put(
                "formulas",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    int column = column(sheet, "income@2016.wage_income");
                    formula(sheet, rowOf(sheet, "9901010001"), column, "4000*2");
                    formula(sheet, rowOf(sheet, "9901010002"), column, "4000*2+500");
                    Cell broken = sheet.getRow(rowOf(sheet, "9901010003")).getCell(column);
                    broken.setCellFormula("1/0");
                    book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(broken);
                });
    }

    private void edits() {
        all.put(
                "edited",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    set(
                            sheet,
                            rowOf(sheet, "9901010001"),
                            column(sheet, "contact.phone"),
                            "13711112222");
                    set(
                            sheet,
                            rowOf(sheet, "9901010003"),
                            column(sheet, "status.poverty_status"),
                            "返贫");
                    set(
                            sheet,
                            rowOf(sheet, "9901010004"),
                            column(sheet, "income@2016.wage_income"),
                            "9,100.5");
                    set(
                            sheet,
                            rowOf(sheet, "9901010005"),
                            column(sheet, "cause.remark"),
                            "=不是公式\n第二行");
                });
        all.put(
                "written-over-by-poi",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    sheet.getRow(TOP)
                            .getCell(column(sheet, "contact.phone"))
                            .setCellValue("13711117777");
                });
        all.put(
                "cleared",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    sheet.getRow(rowOf(sheet, "9901010001"))
                            .getCell(column(sheet, "contact.phone"))
                            .setBlank();
                    sheet.getRow(rowOf(sheet, "9901010003"))
                            .getCell(column(sheet, "cause.other_causes"))
                            .setBlank();
                });
        all.put(
                "dashes",
                book -> {
                    Sheet sheet = book.getSheet("回访成员");
                    set(sheet, TOP, column(sheet, "education.school_note"), "—");
                    Sheet households = book.getSheet(HOUSEHOLDS);
                    set(
                            households,
                            rowOf(households, "9901010005"),
                            column(households, "cause.remark"),
                            "—");
                    set(
                            households,
                            rowOf(households, "9901010001"),
                            column(households, "contact.phone"),
                            "—");
                });
        all.put(
                "register-unchanged",
                book -> {
                    Sheet sheet = book.getSheet(VISITS);
                    set(sheet, TOP, column(sheet, "doorstep.people"), "5");
                    Sheet rows = book.getSheet("回访成员");
                    set(rows, TOP, column(rows, "education.school_status"), "不清楚");
                });
        all.put(
                "contested",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    int row = rowOf(sheet, "9901010002");
                    set(sheet, row, column(sheet, "cause.main_cause"), "缺资金");
                });
        all.put(
                "long-text",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    set(
                            sheet,
                            rowOf(sheet, "9901010001"),
                            column(sheet, "cause.remark"),
                            "新".repeat(32_000));
                });
        all.put(
                "unasked-answered",
                book -> {
                    Sheet sheet = book.getSheet("问题台账");
                    set(sheet, TOP, column(sheet, "issue.due"), "2017/9/1");
                    Sheet village = book.getSheet("村");
                    set(village, TOP, column(village, "population.population_total"), "1205");
                });
    }

    private void held() {
        all.put(
                "identity-changed",
                book -> {
                    Sheet persons = book.getSheet(PERSONS);
                    set(persons, TOP, column(persons, "identity.person_name"), "改名换姓");
                    set(persons, TOP + 1, column(persons, "identity.id_no"), "990101199001010011");
                    set(
                            persons,
                            TOP + 2,
                            column(persons, "residence.household"),
                            otherThan(persons, TOP + 2, "residence.household"));
                    Sheet households = book.getSheet(HOUSEHOLDS);
                    set(households, TOP, column(households, "number.household_no"), "9901019999");
                    set(households, TOP + 1, column(households, "place.village"), "别的村");
                    set(households, TOP + 1, column(households, "contact.phone"), "13711113333");
                });
        all.put(
                "id-rounded",
                book -> {
                    Sheet sheet = book.getSheet(PERSONS);
                    int column = column(sheet, "identity.id_no");
                    Cell first = sheet.getRow(TOP).getCell(column);
                    number(first, Double.parseDouble(rounded(first.getStringCellValue())));
                    set(sheet, TOP + 1, column, rounded(text(sheet, TOP + 1, column)));
                    set(sheet, TOP + 2, column, "9.90E+17");
                });
        all.put(
                "unreadable",
                book -> {
                    Sheet households = book.getSheet(HOUSEHOLDS);
                    set(households, TOP, column(households, "cause.main_cause"), "说不上来");
                    set(households, TOP + 1, column(households, "income@2016.wage_income"), "八千多");
                    set(households, TOP + 2, column(households, "income@2016.wage_income"), "8,00");
                    Sheet visits = book.getSheet(VISITS);
                    set(visits, TOP, column(visits, "doorstep.visited_on"), "5月初");
                    set(visits, TOP + 1, column(visits, "doorstep.signed"), "签了");
                    set(visits, TOP + 2, column(visits, "doorstep.people"), "2.5");
                });
        all.put(
                "one-column-sorted",
                book -> {
                    Sheet sheet = book.getSheet(PERSONS);
                    int column = column(sheet, "health.height_cm");
                    List<Double> sorted = new ArrayList<>();
                    each(sheet, "health.height_cm", cell -> sorted.add(cell.getNumericCellValue()));
                    sorted.sort(Comparator.naturalOrder());
                    IntStream.range(0, sorted.size())
                            .forEach(i ->
                                    sheet.getRow(TOP + i)
                                            .getCell(column)
                                            .setCellValue(sorted.get(i)));
                });
        all.put(
                "many-in-a-column",
                book -> {
                    Sheet sheet = book.getSheet(PERSONS);
                    for (int i = 0; i < 12; i++) {
                        set(
                                sheet,
                                TOP + i,
                                column(sheet, "health.height_cm"),
                                String.valueOf(100 + i));
                    }
                    set(sheet, TOP + 13, column(sheet, "health.health"), "患有大病");
                });
        all.put(
                "ten-in-a-column",
                book -> {
                    Sheet sheet = book.getSheet(PERSONS);
                    for (int i = 0; i < 10; i++) {
                        set(
                                sheet,
                                TOP + i,
                                column(sheet, "health.height_cm"),
                                String.valueOf(100 + i));
                    }
                });
        all.put(
                "for-reading-only",
                book -> {
                    Sheet visits = book.getSheet(VISITS);
                    set(
                            visits,
                            TOP,
                            column(visits, "doorstep.tries"),
                            "date=2017-05-09；visitor=王五");
                    set(visits, TOP + 1, column(visits, "finalised.finalised"), "0");
                    set(visits, TOP + 2, column(visits, "about.round"), "r2");
                    Sheet households = book.getSheet(HOUSEHOLDS);
                    set(households, TOP, column(households, "income@2016.total_income"), "99999");
                });
        all.put(
                "cut-text-changed",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    Cell cell =
                            sheet.getRow(rowOf(sheet, "9901010006"))
                                    .getCell(column(sheet, "cause.remark"));
                    set(
                            sheet,
                            cell.getRowIndex(),
                            cell.getColumnIndex(),
                            "短" + cell.getStringCellValue().substring(1));
                });
    }

    private void rows() {
        all.put(
                "rows-copied-and-changed",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    Row copy = sheet.createRow(sheet.getLastRowNum() + 1);
                    copyRow(sheet.getRow(TOP), copy);
                    set(sheet, TOP, column(sheet, "contact.phone"), "13711110001");
                    set(sheet, copy.getRowNum(), column(sheet, "contact.phone"), "13711110002");
                });
        all.put(
                "rows-pasted-from-another-village",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    copyRow(
                            neighbour.getSheet(HOUSEHOLDS).getRow(TOP),
                            sheet.createRow(sheet.getLastRowNum() + 1));
                });
        all.put(
                "second-header",
                book -> {
                    Sheet sheet = book.getSheet(PERSONS);
                    sheet.shiftRows(9, sheet.getLastRowNum(), 3);
                    for (int i = 0; i < 3; i++) {
                        copyRow(sheet.getRow(i), sheet.createRow(9 + i));
                    }
                });
        all.put(
                "totals-and-notes",
                book -> {
                    Sheet sheet = book.getSheet(PERSONS);
                    Row row = sheet.createRow(sheet.getLastRowNum() + 2);
                    row.createCell(column(sheet, "health.height_cm")).setCellValue("合计 18 人");
                    sheet.createRow(row.getRowNum() + 1).createCell(0).setCellValue("制表人：张三");
                });
        all.put(
                "row-typed-in",
                book -> {
                    Sheet sheet = book.getSheet(PERSONS);
                    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                    row.createCell(column(sheet, "identity.person_name")).setCellValue("新来人");
                    row.createCell(column(sheet, "identity.id_no"))
                            .setCellValue("99010120150101001X");
                    row.createCell(column(sheet, "identity.sex")).setCellValue("男");
                });
        all.put(
                "key-mistyped",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    set(sheet, TOP, 0, mistyped(text(sheet, TOP, 0)));
                    set(sheet, TOP + 1, 0, mistyped(text(sheet, TOP + 1, 0)));
                    sheet.getRow(TOP + 1).getCell(1).setBlank();
                });
        all.put(
                "key-of-another",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    set(sheet, TOP, 0, text(sheet, TOP + 1, 0));
                });
        all.put(
                "row-in-the-wrong-sheet",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    copyRow(
                            book.getSheet(PERSONS).getRow(TOP),
                            sheet.createRow(sheet.getLastRowNum() + 1));
                });
        all.put(
                "bases-lost",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    set(sheet, TOP, column(sheet, "contact.phone"), "13711114444");
                    eraseColumn(sheet, "_base");
                });
        all.put(
                "bases-typed-over",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    set(sheet, TOP, 1, "请勿改动");
                    set(sheet, TOP, column(sheet, "contact.phone"), "13711114444");
                });
        all.put(
                "keys-lost",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    set(sheet, TOP, column(sheet, "contact.phone"), "13711115555");
                    eraseColumn(sheet, "_key");
                });
        all.put(
                "keys-and-bases-lost",
                book -> {
                    Sheet sheet = book.getSheet(PERSONS);
                    eraseColumn(sheet, "_key");
                    eraseColumn(sheet, "_base");
                });
    }

    private void headers() {
        all.put(
                "labels-renamed",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    Row labels = sheet.getRow(2);
                    IntStream.range(0, labels.getLastCellNum())
                            .forEach(c -> set(sheet, 2, c, "改名" + c));
                    set(sheet, 1, 0, "某某村台账");
                });
        all.put(
                "names-lost",
                book -> {
                    for (String name : List.of(HOUSEHOLDS, PERSONS, VISITS)) {
                        Sheet sheet = book.getSheet(name);
                        sheet.removeRow(sheet.getRow(0));
                        sheet.shiftRows(1, sheet.getLastRowNum(), -1);
                    }
                });
        all.put(
                "names-lost-and-a-label-synonym",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    set(sheet, 2, column(sheet, "cause.main_cause"), "主要致贫原因（必填）");
                    set(sheet, 2, column(sheet, "number.household_no"), "户编码");
                    sheet.removeRow(sheet.getRow(0));
                });
        all.put(
                "names-moved-down",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    Row names = sheet.createRow(sheet.getLastRowNum() + 1);
                    copyRow(sheet.getRow(0), names);
                    sheet.removeRow(sheet.getRow(0));
                });
        all.put(
                "title-inserted-on-top",
                book -> {
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    sheet.shiftRows(0, sheet.getLastRowNum(), 2);
                    sheet.createRow(0).createCell(0).setCellValue("大坪村花名册（核对稿）");
                });
    }

    private void hidden() {
        all.put(
                "hidden-sheets-lost",
                book -> {
                    drop(book, "_revisions");
                    drop(book, "_package");
                });
        all.put(
                "hidden-sheets-lost-and-edited",
                book -> {
                    drop(book, "_revisions");
                    drop(book, "_package");
                    Sheet sheet = book.getSheet(HOUSEHOLDS);
                    set(sheet, TOP, column(sheet, "contact.phone"), "13711116666");
                });
        all.put("package-lost", book -> drop(book, "_package"));
        all.put("revisions-lost", book -> drop(book, "_revisions"));
        all.put(
                "cover-lost-too",
                book -> {
                    drop(book, "_revisions");
                    drop(book, "_package");
                    drop(book, "说明");
                });
        all.put(
                "package-changed",
                book -> {
                    Sheet sheet = book.getSheet("_package");
                    sheet.forEach(row -> {
                        if (row.getCell(0).getStringCellValue().equals("round")) {
                            set(sheet, row.getRowNum(), 1, "r9");
                        }
                    });
                });
        all.put(
                "hidden-sheets-shown",
                book -> {
                    for (String name : List.of("_revisions", "_package")) {
                        book.setSheetVisibility(
                                book.getSheetIndex(name),
                                org.apache.poi.ss.usermodel.SheetVisibility.VISIBLE);
                    }
                });
        all.put(
                "newer-format",
                book -> {
                    Sheet sheet = book.getSheet("_package");
                    set(sheet, 0, 1, "2");
                });
        all.put(
                "none-of-ours",
                book -> {
                    for (int i = book.getNumberOfSheets() - 1; i > 0; i--) {
                        book.removeSheetAt(i);
                    }
                    book.getSheetAt(0)
                            .forEach(row -> row.forEach(cell -> cell.setCellValue("别的表")));
                });
    }

    private void facts() {
        all.put(
                "fact-changed",
                book -> {
                    Row row = fact(book, "\"section\":\"contact\"", "13800000001");
                    set(
                            row.getSheet(),
                            row.getRowNum(),
                            0,
                            text(row.getSheet(), row.getRowNum(), 0)
                                    .replace("13800000001", "13800000009"));
                });
        all.put(
                "fact-forged",
                book -> {
                    Row row = fact(book, "\"section\":\"contact\"", "13800000001");
                    String forged =
                            row.getCell(0)
                                    .getStringCellValue()
                                    .replace("13800000001", "13800000009");
                    set(row.getSheet(), row.getRowNum(), 0, forged);
                    set(
                            row.getSheet(),
                            row.getRowNum(),
                            1,
                            java.util.HexFormat.of().formatHex(Sha256.of(forged), 0, 8));
                });
        all.put(
                "fact-deleted",
                book -> {
                    Row row =
                            fact(
                                    book,
                                    "\"section\":\"contact\"",
                                    "\"supersedes\":[],",
                                    "13900000001");
                    book.getSheet("_revisions").removeRow(row);
                });
        all.put(
                "stamp-deleted",
                book -> {
                    Row row = fact(book, "\"type\":\"stamp\"", "李四");
                    book.getSheet("_revisions").removeRow(row);
                });
        all.put("facts-sorted", book -> reverse(book.getSheet("_revisions"), 0));
        all.put(
                "fact-of-a-newer-kind",
                book -> {
                    Sheet sheet = book.getSheet("_revisions");
                    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                    String json = "{\"type\":\"blessing\"}";
                    row.createCell(0).setCellValue(json);
                    row.createCell(1)
                            .setCellValue(
                                    java.util.HexFormat.of().formatHex(Sha256.of(json), 0, 8));
                });
    }

    // ---- hands

    private static Row fact(Workbook book, String... words) {
        for (Row row : book.getSheet("_revisions")) {
            String text = row.getCell(0).getStringCellValue();
            if (List.of(words).stream().allMatch(text::contains)) {
                return row;
            }
        }
        throw new AssertionError(List.of(words).toString());
    }

    private static void drop(Workbook book, String sheet) {
        book.removeSheetAt(book.getSheetIndex(sheet));
    }

    private static String rounded(String id) {
        return id.substring(0, 15) + "000";
    }

    private static String mistyped(String key) {
        return (key.charAt(0) == '7' ? '8' : '7') + key.substring(1);
    }

    static int column(Sheet sheet, String name) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(name);
    }

    private static int rowOf(Sheet sheet, String householdNo) {
        int column = column(sheet, "number.household_no");
        for (int r = TOP; r <= sheet.getLastRowNum(); r++) {
            if (text(sheet, r, column).equals(householdNo)) {
                return r;
            }
        }
        throw new AssertionError(householdNo);
    }

    private static String text(Sheet sheet, int row, int column) {
        @Nullable Cell cell = sheet.getRow(row).getCell(column);
        return cell != null && cell.getCellType() == CellType.STRING
                ? cell.getStringCellValue()
                : "";
    }

    private static String otherThan(Sheet sheet, int row, String name) {
        int column = column(sheet, name);
        for (int r = TOP; r <= sheet.getLastRowNum(); r++) {
            if (!text(sheet, r, column).equals(text(sheet, row, column))) {
                return text(sheet, r, column);
            }
        }
        throw new AssertionError(name);
    }

    private static void set(Sheet sheet, int row, int column, String text) {
        fresh(sheet.getRow(row), column).setCellValue(text);
    }

    /// Reason: POI leaves our inline text in a cell that it writes over, and LibreOffice then reads
    /// neither; one golden file has it so, the others are as Excel writes them.
    private static Cell fresh(Row row, int column) {
        @Nullable Cell old = row.getCell(column);
        if (old == null) {
            return row.createCell(column);
        }
        var style = old.getCellStyle();
        row.removeCell(old);
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    private static void number(Cell cell, double number) {
        fresh(cell.getRow(), cell.getColumnIndex()).setCellValue(number);
    }

    private static void date(Workbook book, Cell cell, double serial) {
        var style = book.createCellStyle();
        style.setDataFormat((short) 14);
        Cell fresh = fresh(cell.getRow(), cell.getColumnIndex());
        fresh.setCellValue(serial);
        fresh.setCellStyle(style);
    }

    private static void formula(Sheet sheet, int row, int column, String formula) {
        Cell cell = sheet.getRow(row).getCell(column);
        cell.setCellFormula(formula);
        sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
    }

    private static void each(Sheet sheet, String name, Consumer<Cell> cells) {
        int column = column(sheet, name);
        for (int r = TOP; r <= sheet.getLastRowNum(); r++) {
            @Nullable Cell cell = sheet.getRow(r).getCell(column);
            if (cell != null) {
                cells.accept(cell);
            }
        }
    }

    private static void reverse(Sheet sheet) {
        reverse(sheet, TOP);
    }

    private static void reverse(Sheet sheet, int top) {
        int spare = sheet.getLastRowNum() + 1;
        for (int a = top, b = spare - 1; a < b; a++, b--) {
            Row between = sheet.createRow(spare);
            copyRow(sheet.getRow(a), between);
            copyRow(sheet.getRow(b), sheet.createRow(a));
            copyRow(between, sheet.createRow(b));
            sheet.removeRow(between);
        }
    }

    private static void copyRow(Row from, Row to) {
        from.forEach(cell -> copyCell(cell, to.createCell(cell.getColumnIndex())));
    }

    private static void copyCell(Cell from, Cell to) {
        if (from.getSheet().getWorkbook() == to.getSheet().getWorkbook()) {
            to.setCellStyle(from.getCellStyle());
        }
        switch (from.getCellType()) {
            case NUMERIC -> to.setCellValue(from.getNumericCellValue());
            case STRING -> to.setCellValue(from.getStringCellValue());
            default -> to.setBlank();
        }
    }

    private static void onRows(Sheet sheet, BiConsumer<Integer, Row> rows) {
        for (int r = 0; r <= sheet.getLastRowNum(); r++) {
            @Nullable Row row = sheet.getRow(r);
            if (row != null) {
                rows.accept(r, row);
            }
        }
    }

    private static void eraseColumn(Sheet sheet, String name) {
        int column = column(sheet, name);
        onRows(
                sheet,
                (_, row) -> {
                    @Nullable Cell cell = row.getCell(column);
                    if (cell != null) {
                        row.removeCell(cell);
                    }
                });
    }

    private static void moveColumn(Sheet sheet, String name, int to) {
        int column = column(sheet, name);
        onRows(
                sheet,
                (_, row) -> {
                    @Nullable Cell cell = row.getCell(column);
                    if (cell != null) {
                        copyCell(cell, row.createCell(to));
                        row.removeCell(cell);
                    }
                });
    }

    private static void insertColumn(Sheet sheet, int before) {
        while (sheet.getNumMergedRegions() > 0) {
            sheet.removeMergedRegion(0);
        }
        onRows(
                sheet,
                (_, row) -> {
                    for (int c = row.getLastCellNum() - 1; c >= before; c--) {
                        @Nullable Cell cell = row.getCell(c);
                        if (cell != null) {
                            copyCell(cell, row.createCell(c + 1));
                            row.removeCell(cell);
                        }
                    }
                });
    }
}
