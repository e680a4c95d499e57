/// What a township tells the county: what came in, what is covered, and the proof of it.
@NullMarked
package zhuhu.flow.upward;

import org.jspecify.annotations.NullMarked;
