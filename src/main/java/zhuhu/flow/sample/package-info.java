/// An invented township: rosters, answers and seeded errors, the same for the same seed.
@NullMarked
package zhuhu.flow.sample;

import org.jspecify.annotations.NullMarked;
