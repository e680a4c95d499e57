/// Parts that several screens share: fields, icons, chips, empty states.
@NullMarked
package zhuhu.screen.part;

import org.jspecify.annotations.NullMarked;
