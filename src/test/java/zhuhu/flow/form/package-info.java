@NullMarked
package zhuhu.flow.form;

import org.jspecify.annotations.NullMarked;
