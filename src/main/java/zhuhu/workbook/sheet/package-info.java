/// Any spreadsheet file (`.xlsx`, `.xls`, encrypted or not) as rows of plain cells.
@NullMarked
package zhuhu.workbook.sheet;

import org.jspecify.annotations.NullMarked;
