/// Pictures that answers name: taken from a file, kept in the workspace, written beside a workbook.
@NullMarked
package zhuhu.flow.picture;

import org.jspecify.annotations.NullMarked;
