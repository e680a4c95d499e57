/// Sending visits back, approving them, and taking a workbook out again.
@NullMarked
package zhuhu.screen.exchange.review;

import org.jspecify.annotations.NullMarked;
