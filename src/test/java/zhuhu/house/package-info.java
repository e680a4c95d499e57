/// Tests of the house as a whole: its rooms, its words, its documents.
@NullMarked
package zhuhu.house;

import org.jspecify.annotations.NullMarked;
