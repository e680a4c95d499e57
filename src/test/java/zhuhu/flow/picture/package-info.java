@NullMarked
package zhuhu.flow.picture;

import org.jspecify.annotations.NullMarked;
