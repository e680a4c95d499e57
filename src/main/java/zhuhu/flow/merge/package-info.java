/// Merging workbooks that came back: what each brings, what of it waits, and for whom.
@NullMarked
package zhuhu.flow.merge;

import org.jspecify.annotations.NullMarked;
