/// 村: a village's card, its own visit, the list on which every household owed is accounted for, and
/// adding a household that no roster lists.
@NullMarked
package zhuhu.screen.village;

import org.jspecify.annotations.NullMarked;
