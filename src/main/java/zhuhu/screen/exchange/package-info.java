/// What comes in and goes out: rosters, workbooks.
@NullMarked
package zhuhu.screen.exchange;

import org.jspecify.annotations.NullMarked;
