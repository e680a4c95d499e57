/// 核查: what the checks find, each with the way to its question.
@NullMarked
package zhuhu.screen.check;

import org.jspecify.annotations.NullMarked;
