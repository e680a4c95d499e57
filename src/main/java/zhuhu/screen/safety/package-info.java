/// Copies, passphrases, slips and the lock: what keeps a file from being lost or read.
@NullMarked
package zhuhu.screen.safety;

import org.jspecify.annotations.NullMarked;
