/// The forms that a workspace carries: their versions, what differs between two, trying one out.
@NullMarked
package zhuhu.flow.form;

import org.jspecify.annotations.NullMarked;
