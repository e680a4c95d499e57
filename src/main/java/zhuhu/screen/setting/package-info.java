/// Who, how it looks, and the care of the file.
@NullMarked
package zhuhu.screen.setting;

import org.jspecify.annotations.NullMarked;
