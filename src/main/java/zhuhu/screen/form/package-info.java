/// Forms on the settings page: load, try, compare, write out.
@NullMarked
package zhuhu.screen.form;

import org.jspecify.annotations.NullMarked;
