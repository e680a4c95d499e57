/// Merging in the window: what the files would bring, then bringing it.
@NullMarked
package zhuhu.screen.exchange.merge;

import org.jspecify.annotations.NullMarked;
