/// 变更清单: what visits and acts found different from the last roster, to be keyed into the national
/// system, and what became of it.
@NullMarked
package zhuhu.flow.change;

import org.jspecify.annotations.NullMarked;
