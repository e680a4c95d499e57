/// 台账: issues, measures and helpers of the whole workspace, and what is done about them.
@NullMarked
package zhuhu.flow.ledger;

import org.jspecify.annotations.NullMarked;
