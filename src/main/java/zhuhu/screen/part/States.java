package zhuhu.screen.part;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import zhuhu.base.Texts;

/// The states of a household in a round, in words and as badges.
public final class States {

    /// In the order in which lists offer them; "" is not due.
    public static final List<String> ORDER =
            List.of(
                    "todo",
                    "draft",
                    "done",
                    "absent",
                    "refused",
                    "moved",
                    "dead",
                    "notfound",
                    "returned",
                    "answered",
                    "approved",
                    "edited",
                    "");

    private States() {}

    public static String words(Texts texts, String state) {
        return state.isEmpty() ? texts.of("state.notdue") : texts.of("state." + state);
    }

    public static Label badge(Texts texts, String state) {
        var badge = new Label(words(texts, state));
        badge.getStyleClass().add("badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        if (!state.isEmpty()) {
            badge.getStyleClass().add("state-" + state);
        }
        return badge;
    }
}
