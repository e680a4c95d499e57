/// Writes an `.xlsx` file as a stream: styled cells, lists to choose from, notes, print set-up;
/// knows nothing of records.
@NullMarked
package zhuhu.workbook.export.xlsx;

import org.jspecify.annotations.NullMarked;
