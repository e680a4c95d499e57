package zhuhu.screen.visit;

import javafx.css.PseudoClass;

/// States that the style sheet knows.
final class Looks {

    static final PseudoClass COVERED = PseudoClass.getPseudoClass("covered");
    static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    static final PseudoClass AIMED = PseudoClass.getPseudoClass("aimed");
    static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    static final PseudoClass CONTESTED = PseudoClass.getPseudoClass("contested");
    static final PseudoClass KNOWN = PseudoClass.getPseudoClass("known");
    static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");
    static final PseudoClass REQUIRED = PseudoClass.getPseudoClass("required");

    private Looks() {}
}
