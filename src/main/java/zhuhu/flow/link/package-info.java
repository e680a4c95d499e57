/// Records that may be one and the same: proposed with evidence, answered by a person, remembered.
@NullMarked
package zhuhu.flow.link;

import org.jspecify.annotations.NullMarked;
