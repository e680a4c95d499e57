/// 变更清单 as a workbook.
@NullMarked
package zhuhu.workbook.change;

import org.jspecify.annotations.NullMarked;
