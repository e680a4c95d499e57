/// What the township says of visits, what the village answers, and taking a whole workbook back.
@NullMarked
package zhuhu.flow.review;

import org.jspecify.annotations.NullMarked;
