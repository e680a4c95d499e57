package zhuhu.screen.visit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import zhuhu.form.AnswerKind;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.screen.part.PlainField;

/// One line of text, a number with its unit, or the text of a date.
class LineField implements Field {

    private final Seat seat;
    private final PlainField field = new PlainField();
    private final Label cover = new Label();
    private final HBox box = new HBox();
    private Asked asked;
    private String shown = "";

    LineField(Asked asked, Seat seat) {
        this.seat = seat;
        this.asked = asked;
        AnswerKind kind = asked.question().kind();
        field.getStyleClass().add("answer-" + styleOf(kind));
        box.getStyleClass().add("line-answer");
        box.setAlignment(Pos.CENTER_LEFT);
        cover.getStyleClass().add("cover");
        cover.setMouseTransparent(true);
        var covered = new StackPane(field, cover);
        covered.setAlignment(Pos.CENTER_LEFT);
        boolean wide = seat.cell() || kind == AnswerKind.TEXT;
        HBox.setHgrow(covered, wide ? Priority.ALWAYS : Priority.NEVER);
        box.getChildren().add(covered);
        Words.unit(asked.question(), asked.label())
                .filter(_ -> !seat.cell())
                .ifPresent(unit -> box.getChildren().add(unitLabel(unit)));
        field.onLeave(_ -> leave());
        field.focusedProperty().addListener(_ -> cover());
        seat.masked().addListener(_ -> cover());
        show(asked);
    }

    private static String styleOf(AnswerKind kind) {
        return switch (kind) {
            case INTEGER, DECIMAL -> "number";
            case DATE, TIME -> "date";
            case DATE_TIME -> "date-time";
            case TEXT, ONE, MANY, RANK, IMAGE, ACKNOWLEDGE, NONE -> "text";
        };
    }

    private static Label unitLabel(String unit) {
        var label = new Label(unit);
        label.getStyleClass().add("unit");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node focus() {
        return field;
    }

    final PlainField field() {
        return field;
    }

    final Asked asked() {
        return asked;
    }

    final Seat seat() {
        return seat;
    }

    final HBox box() {
        return box;
    }

    @Override
    public void show(Asked now) {
        asked = now;
        String text =
                seat.model()
                        .faults()
                        .wrong(now.ref())
                        .map(Faults.WrongText::text)
                        .orElseGet(() -> plain(now));
        boolean untouched = field.getText().equals(shown) || !field.isFocused();
        if (untouched && !field.composing().get()) {
            if (!field.getText().equals(text)) {
                int caret = field.getCaretPosition();
                field.setText(text);
                field.positionCaret(Math.min(caret, text.length()));
            }
            shown = text;
        }
        cover();
    }

    /// As it is typed again: a day and a time have a space between.
    private static String plain(Asked asked) {
        String plain = asked.value().plain();
        return asked.question().kind() == AnswerKind.DATE_TIME ? plain.replace('T', ' ') : plain;
    }

    @Override
    public void leave() {
        String text = field.settled().get();
        if (!text.equals(shown)) {
            shown = text;
            seat.model().typed(asked, text);
        }
        cover();
    }

    private void cover() {
        boolean covered =
                seat.masked().get()
                        && Words.isPrivate(asked.question())
                        && !field.isFocused()
                        && !field.getText().isEmpty();
        cover.setText(covered ? Words.masked(field.getText()) : "");
        cover.setVisible(covered);
        field.pseudoClassStateChanged(Looks.COVERED, covered);
    }
}
