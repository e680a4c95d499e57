package zhuhu.workbook.read;

import java.time.LocalDate;
import java.util.List;
import zhuhu.base.CitizenId;
import zhuhu.base.Plain;
import zhuhu.workbook.export.CellText;
import zhuhu.workbook.roster.IdReading;
import zhuhu.workbook.sheet.Cell;
import zhuhu.workbook.sheet.SheetRow;

/// What a row without a key can be known by.
final class NumbersReader {

    static final RowWord.Numbers NOTHING = new RowWord.Numbers("", "", "", "", "");

    private NumbersReader() {}

    static RowWord.Numbers of(SheetRow row, List<Column> columns) {
        String household = "";
        String person = "";
        String id = "";
        String first = "";
        String name = "";
        for (Column column : columns) {
            Cell cell = row.cell(column.index());
            String text = Plain.text(cell.text());
            if (text.isEmpty() || text.equals(CellText.NOT_ASKED)) {
                continue;
            }
            switch (column.property()) {
                case "household_no" -> household = text;
                case "person_no" -> person = text;
                case "person_name", "village_name" -> name = text;
                case "head_name" -> name = name.isEmpty() ? text : name;
                case "id_no" -> {
                    switch (IdReading.of(cell, LocalDate.EPOCH)) {
                        case IdReading.Damaged(_, String digits) -> first = digits;
                        case IdReading.Whole _ -> id = CitizenId.normal(text);
                        case IdReading.None() -> {}
                    }
                }
                default -> {}
            }
        }
        return new RowWord.Numbers(household, person, id, first, name);
    }
}
