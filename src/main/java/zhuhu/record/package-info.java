/// Records, sections, revisions, attestations, heads, conflicts, union: nobody overwrites anybody.
/// Everything here is pure: no clock, no chance, no input or output.
@NullMarked
package zhuhu.record;

import org.jspecify.annotations.NullMarked;
