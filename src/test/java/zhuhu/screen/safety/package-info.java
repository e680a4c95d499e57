@NullMarked
package zhuhu.screen.safety;

import org.jspecify.annotations.NullMarked;
