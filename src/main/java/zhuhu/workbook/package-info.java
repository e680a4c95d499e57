/// Sheets to values and back. The only room that knows POI and its kin.
@NullMarked
package zhuhu.workbook;

import org.jspecify.annotations.NullMarked;
