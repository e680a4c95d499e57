/// Findings from named queries, and the reasons that people gave for them.
@NullMarked
package zhuhu.check;

import org.jspecify.annotations.NullMarked;
