/// A county's own template: where its header, rows and places to fill are, and the filled copy with
/// everything else as it was.
@NullMarked
package zhuhu.workbook.template;

import org.jspecify.annotations.NullMarked;
