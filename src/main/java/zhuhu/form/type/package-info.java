/// The question types that forms may use, one small file each.
@NullMarked
package zhuhu.form.type;

import org.jspecify.annotations.NullMarked;
