/// 定冲突: conflicts side by side, settled one by one or by rule, and what lost.
@NullMarked
package zhuhu.screen.exchange.settle;

import org.jspecify.annotations.NullMarked;
