@NullMarked
package zhuhu.screen.visit;

import org.jspecify.annotations.NullMarked;
