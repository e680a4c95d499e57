/// The engine behind [zhuhu.form.FormSession]: JavaRosa, fenced by one lock, with its traps mended.
@NullMarked
package zhuhu.form.engine;

import org.jspecify.annotations.NullMarked;
