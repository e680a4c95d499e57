/// 重复: two records side by side, and whether they are one.
@NullMarked
package zhuhu.screen.exchange.link;

import org.jspecify.annotations.NullMarked;
