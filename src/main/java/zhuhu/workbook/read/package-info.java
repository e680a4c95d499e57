/// Reads a workbook of ours back: what it says of itself, its facts, and what people changed in its
/// cells. All of it is a function of the file alone.
@NullMarked
package zhuhu.workbook.read;

import org.jspecify.annotations.NullMarked;
