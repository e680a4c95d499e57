/// The expressions of forms: their syntax, and the functions they may call.
@NullMarked
package zhuhu.form.xpath;

import org.jspecify.annotations.NullMarked;
