/// From the cells of an XLSForm to a checked form and its XForm text; used through `FormCompiler`.
@NullMarked
package zhuhu.form.compile;

import org.jspecify.annotations.NullMarked;
