package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.flow.Visit.ScreenState;
import zhuhu.form.PartView;
import zhuhu.form.PartView.ScreenName;
import zhuhu.screen.part.Icon;

/// Left: the parts and their screens with a dot for how far each has come, and the last page.
final class ScreensPane {

    private final Seat seat;
    private final VBox list = new VBox();
    private final ScrollPane root = new ScrollPane(list);
    private final Runnable beforeLeaving;
    private @Nullable Seen shown;

    /// What the list was built from; equal means nothing to build.
    private record Seen(
            List<PartView> parts,
            Map<String, ScreenState> states,
            String screen,
            VisitModel.Page page) {}

    ScreensPane(Seat seat, Runnable beforeLeaving) {
        this.seat = seat;
        this.beforeLeaving = beforeLeaving;
        list.getStyleClass().add("screens");
        root.getStyleClass().add("screens-scroll");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setFocusTraversable(false);
    }

    Region root() {
        return root;
    }

    void show(Snapshot now, VisitModel.Page page) {
        var seen = new Seen(now.parts(), now.states(), now.screen().name(), page);
        if (!seen.equals(shown)) {
            shown = seen;
            build(now, page);
        }
    }

    private void build(Snapshot now, VisitModel.Page page) {
        var nodes = new ArrayList<Node>();
        for (PartView part : now.parts()) {
            var label = new Label(part.label());
            label.getStyleClass().add("part-label");
            label.setWrapText(true);
            nodes.add(label);
            for (ScreenName screen : part.screens()) {
                boolean open =
                        page == VisitModel.Page.SCREEN && screen.name().equals(now.screen().name());
                var state = now.states().getOrDefault(screen.name(), ScreenState.UNTOUCHED);
                nodes.add(entry(screen, state, open));
            }
        }
        nodes.add(last(page != VisitModel.Page.SCREEN));
        list.getChildren().setAll(nodes);
        nodes.stream().filter(ScreensPane::isOpen).findFirst().ifPresent(this::reveal);
    }

    private static boolean isOpen(Node node) {
        return node instanceof ToggleButton button && button.isSelected();
    }

    /// Scrolls the list until the open screen's entry can be seen.
    private void reveal(Node entry) {
        root.applyCss();
        root.layout();
        double range = list.getHeight() - root.getViewportBounds().getHeight();
        if (range > 0) {
            double top =
                    entry.getBoundsInParent().getCenterY()
                            - root.getViewportBounds().getHeight() / 2;
            root.setVvalue(Math.clamp(top / range, 0, 1));
        }
    }

    private ToggleButton entry(ScreenName screen, ScreenState state, boolean open) {
        var number = new Label(String.valueOf(screen.number()));
        number.getStyleClass().add("screen-number");
        var head = new HBox(dot(state), number);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("screen-head");
        var button = button(screen.label(), head, open);
        button.setAccessibleText(screen.label() + " " + words(state));
        button.setOnAction(_ -> {
            button.setSelected(open);
            beforeLeaving.run();
            seat.model().goTo(screen.name(), java.util.Optional.empty());
        });
        return button;
    }

    private ToggleButton last(boolean open) {
        var button = button(seat.texts().of("visit.review"), Icon.CHECK.of(15), open);
        button.getStyleClass().add("last-entry");
        button.setOnAction(_ -> {
            button.setSelected(open);
            beforeLeaving.run();
            seat.model().openReview();
        });
        return button;
    }

    private static ToggleButton button(String text, Node graphic, boolean open) {
        var button = new ToggleButton(text, graphic);
        button.getStyleClass().add("screen-entry");
        button.setSelected(open);
        button.setMaxWidth(Double.MAX_VALUE);
        // Reason: Tab belongs to the questions; the screens have Page Up and Page Down.
        button.setFocusTraversable(false);
        return button;
    }

    private static Node dot(ScreenState state) {
        var dot = new Region();
        dot.getStyleClass()
                .addAll(
                        "dot",
                        switch (state) {
                            case UNTOUCHED -> "untouched";
                            case STARTED -> "started";
                            case STOPPED -> "stopped";
                            case CONFIRMED -> "confirmed";
                        });
        return dot;
    }

    private String words(ScreenState state) {
        return switch (state) {
            case UNTOUCHED -> seat.texts().of("visit.untouched");
            case STARTED -> seat.texts().of("visit.started");
            case STOPPED -> seat.texts().of("visit.stopped");
            case CONFIRMED -> seat.texts().of("visit.confirmed");
        };
    }

    /// Confirmed screens, of how many.
    static int[] progress(Snapshot now) {
        List<ScreenName> all = now.parts().stream().flatMap(p -> p.screens().stream()).toList();
        long done =
                all.stream()
                        .filter(s -> now.states().get(s.name()) == ScreenState.CONFIRMED)
                        .count();
        return new int[] {(int) done, all.size()};
    }
}
