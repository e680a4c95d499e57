package zhuhu.workbook.sheet;

import java.util.function.Predicate;

/// Takes the rows of a sheet that was asked for by itself.
record OneSheet(Predicate<SheetRow> rows) implements RowSink {

    @Override
    public boolean sheet(String name, boolean hidden) {
        return true;
    }

    @Override
    public boolean row(SheetRow row) {
        return rows.test(row);
    }
}
