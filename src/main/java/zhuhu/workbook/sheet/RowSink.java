package zhuhu.workbook.sheet;

/// Takes what a spreadsheet file holds, sheet by sheet in the file's order, rows from top to
/// bottom, blank rows left out.
public interface RowSink {

    /// A sheet begins. Returns whether its rows are wanted.
    boolean sheet(String name, boolean hidden);

    /// Returns whether to go on reading this sheet.
    boolean row(SheetRow row);
}
