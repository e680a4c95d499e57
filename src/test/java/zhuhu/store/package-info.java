/// What the encrypted file keeps, and how it fails.
@NullMarked
package zhuhu.store;

import org.jspecify.annotations.NullMarked;
