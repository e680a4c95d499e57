/// 台账: issues, measures and helpers in tables.
@NullMarked
package zhuhu.screen.ledger;

import org.jspecify.annotations.NullMarked;
