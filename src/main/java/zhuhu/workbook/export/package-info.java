/// Writes the workbook that travels: sheets for people, and behind them every fact for merging.
/// Format: `docs/workbook-format.md`.
@NullMarked
package zhuhu.workbook.export;

import org.jspecify.annotations.NullMarked;
