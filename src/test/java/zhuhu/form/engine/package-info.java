@NullMarked
package zhuhu.form.engine;

import org.jspecify.annotations.NullMarked;
