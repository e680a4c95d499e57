/// The encrypted workspace file. The only room that knows SQL and keys.
@NullMarked
package zhuhu.store;

import org.jspecify.annotations.NullMarked;
