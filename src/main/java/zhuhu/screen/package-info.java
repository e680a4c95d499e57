/// The window: a folder a screen.
@NullMarked
package zhuhu.screen;

import org.jspecify.annotations.NullMarked;
