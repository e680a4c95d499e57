/// The page 变更清单 of 交换.
@NullMarked
package zhuhu.screen.exchange.change;

import org.jspecify.annotations.NullMarked;
