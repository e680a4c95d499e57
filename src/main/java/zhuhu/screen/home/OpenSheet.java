package zhuhu.screen.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.Today;
import zhuhu.record.Kind;
import zhuhu.screen.part.States;
import zhuhu.screen.part.Words;

/// Visits to go on with: what came back, and what is half filled. A click opens the visit where it
/// was left.
final class OpenSheet {

    private static final int SHOWN = 6;

    private final Texts texts;
    private final HomeWays ways;

    OpenSheet(Texts texts, HomeWays ways) {
        this.texts = texts;
        this.ways = ways;
    }

    /// Empty where there is none.
    Optional<Region> of(Today today) {
        var rows = new ArrayList<Node>();
        today.returned().forEach(open -> rows.add(row(open, "returned")));
        today.drafts().forEach(open -> rows.add(row(open, "draft")));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var shown = new VBox(1);
        shown.getChildren().setAll(List.copyOf(rows.subList(0, Math.min(SHOWN, rows.size()))));
        if (rows.size() > SHOWN) {
            shown.getChildren()
                    .add(
                            Words.label(
                                    texts.of("home.open.more", rows.size() - SHOWN),
                                    "faint",
                                    "small"));
        }
        return Optional.of(Rows.sheet(texts.of("home.open"), shown));
    }

    private Node row(Today.Open open, String state) {
        String name =
                open.subject().kind() == Kind.VILLAGE
                        ? texts.of("home.open.village", open.label())
                        : open.label();
        return Rows.line(
                name,
                () -> ways.visit(open.subject()),
                States.badge(texts, state),
                Rows.whole(name, "strong"),
                Rows.shy(open.place(), "soft"),
                Words.spring(),
                Rows.shy(open.words(), "soft", "small"));
    }
}
