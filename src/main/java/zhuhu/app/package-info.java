/// Main, wiring by hand, command line, the last border for errors.
@NullMarked
package zhuhu.app;

import org.jspecify.annotations.NullMarked;
