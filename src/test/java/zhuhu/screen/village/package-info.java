/// The page of a village before it is shown to anybody.
@NullMarked
package zhuhu.screen.village;

import org.jspecify.annotations.NullMarked;
