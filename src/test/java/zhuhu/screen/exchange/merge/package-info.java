@NullMarked
package zhuhu.screen.exchange.merge;

import org.jspecify.annotations.NullMarked;
