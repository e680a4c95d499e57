@NullMarked
package zhuhu.flow.merge;

import org.jspecify.annotations.NullMarked;
