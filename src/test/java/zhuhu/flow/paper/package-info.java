@NullMarked
package zhuhu.flow.paper;

import org.jspecify.annotations.NullMarked;
