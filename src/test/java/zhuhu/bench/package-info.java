/// Measurements, run by hand: ratios of the same run on the same machine.
@NullMarked
package zhuhu.bench;

import org.jspecify.annotations.NullMarked;
