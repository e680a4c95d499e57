package zhuhu.screen;

import zhuhu.base.Texts;
import zhuhu.screen.part.Icon;

/// The places of the rail, in their order. A place comes in when its room is built.
public enum Place {
    HOME(Icon.HOME),
    HOUSEHOLDS(Icon.HOUSEHOLD),
    VILLAGE(Icon.TOWNSHIP),
    LEDGER(Icon.BOOK),
    CHECKS(Icon.SHIELD),
    EXCHANGE(Icon.EXCHANGE),
    SETTINGS(Icon.SETTING);

    private final Icon icon;

    Place(Icon icon) {
        this.icon = icon;
    }

    Icon icon() {
        return icon;
    }

    String words(Texts texts) {
        return switch (this) {
            case HOME -> texts.of("shell.home");
            case HOUSEHOLDS -> texts.of("shell.households");
            case VILLAGE -> texts.of("shell.village");
            case LEDGER -> texts.of("shell.ledger");
            case CHECKS -> texts.of("shell.checks");
            case EXCHANGE -> texts.of("shell.exchange");
            case SETTINGS -> texts.of("shell.settings");
        };
    }
}
