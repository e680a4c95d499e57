/// The session that runs a form, over JavaRosa.
@NullMarked
package zhuhu.form.engine;

import org.jspecify.annotations.NullMarked;
