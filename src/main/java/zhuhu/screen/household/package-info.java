/// The list of households and the card of one.
@NullMarked
package zhuhu.screen.household;

import org.jspecify.annotations.NullMarked;
