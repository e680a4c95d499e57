/// Statements that differ: shown side by side, settled one by one or by a rule, taken back, and the
/// whole history of a record with what lost. Source: `docs/decisions/0019-settling.md`.
@NullMarked
package zhuhu.flow.settle;

import org.jspecify.annotations.NullMarked;
