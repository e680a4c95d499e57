/// A campaign folder read and checked: forms, lists, rounds, the schema of the register.
@NullMarked
package zhuhu.pack;

import org.jspecify.annotations.NullMarked;
