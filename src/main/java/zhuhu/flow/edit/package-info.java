/// Acts on the register that are no visit: a section corrected, a new head, members who come and
/// go, each with its reason, each in one transaction.
@NullMarked
package zhuhu.flow.edit;

import org.jspecify.annotations.NullMarked;
