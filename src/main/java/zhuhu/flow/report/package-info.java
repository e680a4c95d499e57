/// The county's own tables: a template read, its columns mapped, filled from the register.
@NullMarked
package zhuhu.flow.report;

import org.jspecify.annotations.NullMarked;
