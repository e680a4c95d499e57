/// The page 县里的表 of 交换.
@NullMarked
package zhuhu.screen.exchange.report;

import org.jspecify.annotations.NullMarked;
