/// 回访: one household's visit, walked screen by screen.
@NullMarked
package zhuhu.screen.visit;

import org.jspecify.annotations.NullMarked;
