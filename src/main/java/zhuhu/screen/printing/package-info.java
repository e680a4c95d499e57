/// Printing from the window: what, with which numbers, into which file.
@NullMarked
package zhuhu.screen.printing;

import org.jspecify.annotations.NullMarked;
