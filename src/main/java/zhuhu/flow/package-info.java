/// One class an act of the user, the same for window and command line.
@NullMarked
package zhuhu.flow;

import org.jspecify.annotations.NullMarked;
