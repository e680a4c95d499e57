/// The law of records, tried on many histories, and vectors that another program can check.
@NullMarked
package zhuhu.record;

import org.jspecify.annotations.NullMarked;
