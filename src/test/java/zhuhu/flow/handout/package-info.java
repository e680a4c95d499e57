@NullMarked
package zhuhu.flow.handout;

import org.jspecify.annotations.NullMarked;
