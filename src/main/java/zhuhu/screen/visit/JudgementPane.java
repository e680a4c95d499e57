package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.flow.Judgement;
import zhuhu.flow.Judgement.Standard;
import zhuhu.flow.Visit.ScreenState;
import zhuhu.form.Failure;
import zhuhu.pack.Level;
import zhuhu.screen.part.Icon;
import zhuhu.screen.visit.Snapshot.Remark;

/// Right: which standards hold by what was answered so far, and what this screen still warns of.
final class JudgementPane {

    private static final int MOST = 12;

    private final Seat seat;
    private final VBox list = new VBox();
    private final ScrollPane root = new ScrollPane(list);
    private @Nullable Seen shown;

    /// What the pane was built from; equal means nothing to build.
    private record Seen(
            Judgement judgement, List<Failure> failures, List<Remark> remarks, boolean masked) {}

    JudgementPane(Seat seat) {
        this.seat = seat;
        list.getStyleClass().add("judgement");
        root.getStyleClass().add("judgement-scroll");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setFocusTraversable(false);
    }

    Region root() {
        return root;
    }

    void show(Snapshot now) {
        var seen =
                new Seen(
                        now.judgement(),
                        seat.model().faults().told(),
                        remarks(now),
                        seat.masked().get());
        if (!seen.equals(shown)) {
            shown = seen;
            build(now);
        }
    }

    private void build(Snapshot now) {
        var nodes = new ArrayList<Node>();
        nodes.add(words(seat.texts().of("visit.judgement"), "subheading"));
        nodes.addAll(standards(now.judgement(), seat));
        nodes.add(words(seat.texts().of("visit.judgementNote"), "judgement-line"));
        var failures = seat.model().faults().told();
        if (!failures.isEmpty()) {
            nodes.add(words(seat.texts().of("visit.stopsHere"), "subheading"));
            failures.forEach(f -> nodes.add(warning(f)));
        }
        List<Remark> remarks = remarks(now);
        if (!remarks.isEmpty()) {
            nodes.add(words(seat.texts().of("visit.remarks", remarks.size()), "subheading"));
            remarks.stream().limit(MOST).forEach(r -> nodes.add(remark(r, now)));
            if (remarks.size() > MOST) {
                nodes.add(
                        words(
                                seat.texts().of("visit.remarks.more", remarks.size() - MOST),
                                "judgement-line"));
            }
        }
        list.getChildren().setAll(nodes);
    }

    /// Errors and doubts of screens that were begun, those of the open screen first.
    private List<Remark> remarks(Snapshot now) {
        String open = now.screen().name();
        return seat.model().remarks().get().stream()
                .filter(r -> r.finding().level() != Level.HINT)
                .filter(r -> isBegun(now, r.spot().screen()))
                .sorted(Comparator.comparing(r -> !r.spot().screen().equals(open)))
                .toList();
    }

    private static boolean isBegun(Snapshot now, String screen) {
        return now.screen().name().equals(screen)
                || now.states().getOrDefault(screen, ScreenState.UNTOUCHED)
                        != ScreenState.UNTOUCHED;
    }

    private Node remark(Remark remark, Snapshot now) {
        boolean here = remark.spot().screen().equals(now.screen().name());
        var text = words(DoubtCard.said(seat, remark), "jump-words");
        HBox.setHgrow(text, Priority.ALWAYS);
        Runnable go =
                here
                        ? () -> seat.model().jump(remark.spot().ref())
                        : () ->
                                seat.model()
                                        .goTo(
                                                remark.spot().screen(),
                                                Optional.of(remark.spot().ref()));
        var row = new JumpRow(go, Icon.WARNING.of(15), text);
        row.getStyleClass().addAll(remark.stops() ? "icon-red" : "icon-amber", "remark");
        row.setFocusTraversable(false);
        return row;
    }

    /// The standards, one a row, with the line they are judged by.
    static List<Node> standards(Judgement judgement, Seat seat) {
        var nodes = new ArrayList<Node>();
        if (judgement.standards().isEmpty()) {
            nodes.add(words(seat.texts().of("visit.noJudgement"), "judgement-line"));
            return nodes;
        }
        judgement.standards().forEach(s -> nodes.add(standard(s, seat)));
        if (!judgement.line().isEmpty()) {
            nodes.add(words(judgement.line(), "judgement-line"));
        }
        return nodes;
    }

    private static Node standard(Standard standard, Seat seat) {
        var label = words(standard.label(), "standard-label");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        var state = words(stateWords(standard.state(), seat), "badge");
        state.getStyleClass().add(badge(standard.state()));
        state.setWrapText(false);
        state.setMinWidth(Region.USE_PREF_SIZE);
        var top = new HBox(label, state);
        top.getStyleClass().add("standard-top");
        var box = new VBox(top);
        box.getStyleClass().add("standard");
        if (!standard.why().isEmpty()) {
            box.getChildren().add(words(standard.why(), "standard-why"));
        }
        return box;
    }

    private static String badge(Judgement.State state) {
        return switch (state) {
            case HOLDS -> "good";
            case FAILS -> "bad";
            case UNKNOWN -> "open";
        };
    }

    private static String stateWords(Judgement.State state, Seat seat) {
        return switch (state) {
            case HOLDS -> seat.texts().of("visit.holds");
            case FAILS -> seat.texts().of("visit.fails");
            case UNKNOWN -> seat.texts().of("visit.unsure");
        };
    }

    private Node warning(Failure failure) {
        var text = words(seat.words().of(failure), "jump-words");
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new JumpRow(() -> seat.model().jump(failure.ref()), Icon.WARNING.of(15), text);
        row.getStyleClass().add("icon-amber");
        row.setFocusTraversable(false);
        return row;
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
