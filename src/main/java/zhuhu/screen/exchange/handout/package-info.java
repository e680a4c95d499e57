/// Rounds, task workbooks that go out, and task workbooks that come in.
@NullMarked
package zhuhu.screen.exchange.handout;

import org.jspecify.annotations.NullMarked;
