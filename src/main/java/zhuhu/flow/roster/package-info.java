/// Rosters of the national system taken into the workspace: matched, compared, stated.
@NullMarked
package zhuhu.flow.roster;

import org.jspecify.annotations.NullMarked;
