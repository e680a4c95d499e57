package zhuhu.screen.visit;

import java.util.List;
import javafx.scene.Node;
import zhuhu.form.AnswerKind;
import zhuhu.form.FormNode.Question;
import zhuhu.form.ScreenView.Item.Asked;

/// The control that answers one question. The window's thread only.
interface Field {

    /// Up to so many choices stand side by side; more open in a list.
    int MOST_TILES = 9;

    Node node();

    /// What takes the focus.
    Node focus();

    /// Shows the question as it stands now. What is being typed is left alone.
    void show(Asked asked);

    /// Saves what was typed and not saved yet.
    default void leave() {}

    /// The control for a question by type and appearance.
    static Field of(Asked asked, Seat seat) {
        Question question = asked.question();
        if (isFixed(asked)) {
            return new FixedField(asked, seat);
        }
        boolean list = seat.cell() || question.choices().size() > MOST_TILES;
        return switch (question.kind()) {
            case TEXT ->
                    isLong(question) ? new LinesField(asked, seat) : new LineField(asked, seat);
            case INTEGER, DECIMAL ->
                    question.type().equals("range")
                            ? new RangeField(asked, seat)
                            : new LineField(asked, seat);
            case TIME, DATE_TIME -> new LineField(asked, seat);
            case RANK -> new RankField(asked, seat);
            case IMAGE -> new PictureField(asked, seat);
            case DATE -> new DateField(asked, seat);
            case ONE, MANY -> list ? new PickField(asked, seat) : new TilesField(asked, seat);
            case ACKNOWLEDGE -> new TickField(asked, seat);
            case NONE -> new FixedField(asked, seat);
        };
    }

    /// Whether the question is only read: calculated, or not the visit's to change.
    static boolean isFixed(Asked asked) {
        return asked.readOnly()
                || asked.question().calculated()
                || asked.question().kind() == AnswerKind.NONE;
    }

    private static boolean isLong(Question question) {
        return List.of(question.appearance().split(" ", -1)).contains("multiline");
    }
}
