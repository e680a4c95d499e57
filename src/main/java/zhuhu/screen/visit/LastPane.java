package zhuhu.screen.visit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.flow.LastTime;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;

/// Last time's answer beside a question: whether it differs, and both sides where people said
/// different things. Picking one answers the question.
final class LastPane {

    private final Seat seat;
    private final VBox root = new VBox();
    private @Nullable Seen shown;

    /// What the pane was built from; equal means nothing to build.
    private record Seen(Ref ref, Value value, Optional<LastTime> last, boolean masked) {}

    LastPane(Seat seat) {
        this.seat = seat;
        root.getStyleClass().add("last-time");
    }

    Node root() {
        return root;
    }

    void show(Asked asked, Optional<LastTime> known) {
        var seen = new Seen(asked.ref(), asked.value(), known, seat.masked().get());
        if (seen.equals(shown)) {
            return;
        }
        shown = seen;
        root.getChildren().clear();
        boolean fixed = Field.isFixed(asked);
        // Reason: what is only read here and is as it was needs no second telling.
        var last = known.filter(l -> !fixed || !l.value().equals(asked.value()));
        boolean contested = last.map(l -> !l.sides().isEmpty()).orElse(false);
        boolean changed = last.filter(l -> !l.value().equals(asked.value())).isPresent();
        root.pseudoClassStateChanged(Looks.KNOWN, last.isPresent());
        root.pseudoClassStateChanged(Looks.CONTESTED, contested);
        root.pseudoClassStateChanged(Looks.CHANGED, changed && !contested);
        if (contested) {
            showSides(asked, last.get());
        } else {
            last.ifPresent(l -> showOne(asked, l, changed));
        }
    }

    private void showOne(Asked asked, LastTime last, boolean changed) {
        String words = words(asked, last.value());
        if (!changed) {
            root.getChildren().add(line(seat.texts().of("visit.asLast", words), "last-same"));
            return;
        }
        var mark = line(seat.texts().of("visit.differs"), "last-mark");
        if (Field.isFixed(asked)) {
            root.getChildren().addAll(mark, line(words, "last-was"));
            return;
        }
        var back = pick(asked, last.value(), words);
        root.getChildren().addAll(mark, back);
    }

    private void showSides(Asked asked, LastTime last) {
        root.getChildren().add(line(seat.texts().of("visit.contested"), "last-mark"));
        for (LastTime.Side side : last.sides()) {
            var button = pick(asked, side.value(), "");
            button.setGraphic(
                    new VBox(
                            line(words(asked, side.value()), "last-said"),
                            line((side.by() + " " + day(side.at())).strip(), "last-who")));
            button.getStyleClass().add("side");
            button.setFocusTraversable(true);
            button.pseudoClassStateChanged(Looks.CHOSEN, side.value().equals(asked.value()));
            button.setDisable(Field.isFixed(asked));
            root.getChildren().add(button);
        }
    }

    private Button pick(Asked asked, Value value, String words) {
        var button = new Button(words);
        button.getStyleClass().add("last-pick");
        button.setWrapText(true);
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> seat.model().answer(asked, value));
        return button;
    }

    private String words(Asked asked, Value value) {
        String words = seat.words().of(asked.question(), value);
        return seat.masked().get() && Words.isPrivate(asked.question())
                ? Words.masked(words)
                : words;
    }

    private static String day(String at) {
        return at.length() > 10 ? at.substring(0, 10) : at;
    }

    private static Label line(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
