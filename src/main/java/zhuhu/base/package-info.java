/// Values that every room shares: problems, outcomes, texts, citizen ids, short keys. No input or
/// output beyond reading our own message file.
@NullMarked
package zhuhu.base;

import org.jspecify.annotations.NullMarked;
