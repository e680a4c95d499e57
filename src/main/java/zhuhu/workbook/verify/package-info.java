/// Reads the hidden sheets of a workbook back, and tells whether they are whole.
@NullMarked
package zhuhu.workbook.verify;

import org.jspecify.annotations.NullMarked;
