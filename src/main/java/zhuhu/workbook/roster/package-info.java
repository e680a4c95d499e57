/// Rosters of the national system read into statements about villages, households and persons.
@NullMarked
package zhuhu.workbook.roster;

import org.jspecify.annotations.NullMarked;
