@NullMarked
package zhuhu.screen.check;

import org.jspecify.annotations.NullMarked;
