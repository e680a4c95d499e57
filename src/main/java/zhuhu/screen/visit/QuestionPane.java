package zhuhu.screen.visit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import zhuhu.flow.LastTime;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.screen.part.Icon;

/// One question: number, label and hint, its field, what is wrong with the answer, and last time's
/// answer.
final class QuestionPane {

    /// Tiles up to this width stand beside the label, measured at the text's size.
    private static final double MOST_SIDE_EMS = 19;

    private static final double TILE_EDGE_EMS = 2.5;

    private final Seat seat;
    private final Field field;
    private final HBox root = new HBox();
    private final Label label = new Label();
    private final Label hint = new Label();
    private final Label wrong = new Label();
    private final Label guidance = new Label();
    private final ToggleButton more;
    private final LastPane last;
    private String labelled = "";

    QuestionPane(Asked asked, Optional<LastTime> lastTime, Seat seat) {
        this.seat = seat;
        this.field = Field.of(asked, seat);
        this.last = new LastPane(seat);
        this.more = new ToggleButton(seat.texts().of("visit.more"), Icon.DOWN.of(11));
        root.getStyleClass().add("question");
        var number = new Label(asked.number());
        number.getStyleClass().add("question-number");
        var body = isWide(asked) ? above() : beside();
        HBox.setHgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(number, body, last.root());
        root.focusWithinProperty()
                .addListener((_, _, now) -> root.pseudoClassStateChanged(Looks.NOW, now));
        show(asked, lastTime);
    }

    /// Whether the field needs the whole width, below its label.
    private static boolean isWide(Asked asked) {
        if (Field.isFixed(asked)) {
            return false;
        }
        double ems =
                asked.question().choices().stream()
                        .mapToDouble(c -> c.label().length() + TILE_EDGE_EMS)
                        .sum();
        return switch (asked.question().kind()) {
            case ONE, MANY -> asked.choices().size() <= Field.MOST_TILES && ems > MOST_SIDE_EMS;
            case TEXT -> asked.question().appearance().contains("multiline");
            case RANK, IMAGE -> true;
            case INTEGER, DECIMAL, DATE, TIME, DATE_TIME, ACKNOWLEDGE, NONE -> false;
        };
    }

    private Node above() {
        var body = new VBox(words(), field.node(), wrong);
        body.getStyleClass().addAll("question-body", "above");
        return body;
    }

    private Node beside() {
        var answer = new VBox(field.node(), wrong);
        answer.getStyleClass().add("question-answer");
        HBox.setHgrow(answer, Priority.ALWAYS);
        var words = words();
        words.getStyleClass().add("beside");
        var body = new HBox(words, answer);
        body.getStyleClass().add("question-body");
        return body;
    }

    private VBox words() {
        label.getStyleClass().add("question-label");
        label.setWrapText(true);
        hint.getStyleClass().add("question-hint");
        hint.setWrapText(true);
        wrong.getStyleClass().add("question-wrong");
        wrong.setWrapText(true);
        guidance.getStyleClass().add("question-guidance");
        guidance.setWrapText(true);
        more.getStyleClass().addAll("flat", "question-more");
        more.setFocusTraversable(false);
        more.selectedProperty().addListener((_, _, now) -> shown(guidance, now));
        shown(guidance, false);
        var words = new VBox(label, hint, more, guidance);
        words.getStyleClass().add("question-words");
        return words;
    }

    Node root() {
        return root;
    }

    /// Opens or closes the guidance, if there is any.
    void explain() {
        if (more.isVisible()) {
            more.setSelected(!more.isSelected());
        }
    }

    Field field() {
        return field;
    }

    void show(Asked asked, Optional<LastTime> lastTime) {
        if (!asked.label().equals(labelled)) {
            labelled = asked.label();
            boolean unit = Words.unit(asked.question(), labelled).isPresent();
            label.setText(unit ? Words.withoutUnit(labelled) : labelled);
        }
        root.pseudoClassStateChanged(Looks.REQUIRED, asked.required());
        hint.setText(asked.hint());
        shown(hint, !asked.hint().isEmpty());
        guidance.setText(asked.guidance());
        more.setVisible(!asked.guidance().isEmpty());
        more.setManaged(!asked.guidance().isEmpty());
        field.show(asked);
        last.show(asked, lastTime);
        var message = Cell.wrong(asked, seat);
        wrong.setText(message.orElse(""));
        shown(wrong, message.isPresent());
        root.pseudoClassStateChanged(Looks.WRONG, message.isPresent());
    }

    private static void shown(Label label, boolean now) {
        label.setVisible(now);
        label.setManaged(now);
    }
}
