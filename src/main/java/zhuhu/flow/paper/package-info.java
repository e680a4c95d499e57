/// Acts that end on paper: visit sheets to take along, finished visits for the household's file,
/// lists.
@NullMarked
package zhuhu.flow.paper;

import org.jspecify.annotations.NullMarked;
