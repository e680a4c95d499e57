/// What came in, what is covered, and the proof of it, in the window.
@NullMarked
package zhuhu.screen.exchange.account;

import org.jspecify.annotations.NullMarked;
