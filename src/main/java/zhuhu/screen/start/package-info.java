/// The first start: four doors, a new workspace, unlocking, who is at the keyboard.
@NullMarked
package zhuhu.screen.start;

import org.jspecify.annotations.NullMarked;
