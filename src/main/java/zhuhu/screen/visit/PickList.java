package zhuhu.screen.visit;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Plain;
import zhuhu.base.Texts;
import zhuhu.form.Choice;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.PlainField;

/// The opened list of a [PickField]: with a search line where it is long. Enter picks; with several
/// answers space picks and Enter closes.
final class PickList {

    private static final int MOST_ROWS = 9;

    private final VBox root = new VBox();
    private final PlainField search = new PlainField();
    private final ListView<Choice> list = new ListView<>();
    private final Consumer<Value> answer;
    private final Runnable close;
    private final boolean searchable;
    private Asked asked;

    PickList(Asked asked, Texts texts, Consumer<Value> answer, Runnable close) {
        this.asked = asked;
        this.answer = answer;
        this.close = close;
        this.searchable = asked.choices().size() > Field.MOST_TILES;
        root.getStyleClass().add("pick-list");
        search.setPromptText(texts.of("visit.pickSearch"));
        search.settled().addListener((_, _, find) -> filter(find));
        list.setCellFactory(_ -> new ChoiceCell());
        list.setFixedCellSize(36);
        if (searchable) {
            root.getChildren().add(search);
        }
        root.getChildren().add(list);
        // Reason: a filter at the root sees the keys whether the search line or the list has them.
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(_ -> pick(isMany()));
        filter("");
    }

    Region root() {
        return root;
    }

    /// Takes the focus, with what was typed to open the list.
    void begin(String find) {
        if (searchable) {
            search.requestFocus();
            search.setText(find);
            search.end();
        } else {
            list.requestFocus();
        }
    }

    /// Choices whose label or code begins with what is looked for, then those that contain it.
    static List<Choice> matching(List<Choice> choices, String find) {
        String wanted = Plain.folded(find);
        var begin = choices.stream().filter(c -> begins(c, wanted)).toList();
        var contain =
                choices.stream()
                        .filter(c -> !begins(c, wanted))
                        .filter(c -> Plain.folded(c.label()).contains(wanted))
                        .toList();
        return java.util.stream.Stream.concat(begin.stream(), contain.stream()).toList();
    }

    private static boolean begins(Choice choice, String wanted) {
        return Plain.folded(choice.label()).startsWith(wanted) || choice.name().startsWith(wanted);
    }

    private boolean isMany() {
        return Picks.isMany(asked);
    }

    private void filter(String find) {
        var found = find.isEmpty() ? asked.choices() : matching(asked.choices(), find);
        list.getItems().setAll(found);
        list.setPrefHeight(Math.clamp(found.size(), 1, MOST_ROWS) * 36.0 + 4);
        var chosen = found.stream().filter(c -> Picks.isChosen(asked, c)).findFirst();
        list.getSelectionModel().select(chosen.filter(_ -> find.isEmpty()).orElse(firstOf(found)));
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
    }

    private static Choice firstOf(List<Choice> found) {
        return found.isEmpty() ? new Choice("", "") : found.getFirst();
    }

    private void pressed(KeyEvent event) {
        if (search.composing().get()) {
            return;
        }
        var digit = searchable ? java.util.OptionalInt.empty() : Picks.digit(event);
        if (digit.isPresent() && digit.getAsInt() < list.getItems().size()) {
            list.getSelectionModel().select(digit.getAsInt());
            pick(isMany());
            event.consume();
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER) {
            enter();
            event.consume();
        } else if (code == KeyCode.SPACE && isMany()) {
            pick(true);
            event.consume();
        } else if (code == KeyCode.ESCAPE || code == KeyCode.TAB) {
            close.run();
            event.consume();
        } else if (searchable && (code == KeyCode.DOWN || code == KeyCode.UP)) {
            move(code == KeyCode.DOWN ? 1 : -1);
            event.consume();
        }
    }

    private void enter() {
        if (isMany()) {
            close.run();
        } else {
            pick(false);
        }
    }

    private void move(int by) {
        int to = list.getSelectionModel().getSelectedIndex() + by;
        if (to >= 0 && to < list.getItems().size()) {
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - MOST_ROWS + 2));
        }
    }

    private void pick(boolean staysOpen) {
        Choice choice = list.getSelectionModel().getSelectedItem();
        if (choice == null || choice.name().isEmpty()) {
            return;
        }
        boolean again = !isMany() && Picks.isChosen(asked, choice);
        Value value = again ? asked.value() : Picks.picked(asked, choice);
        answer.accept(value);
        asked = Picks.with(asked, value);
        list.refresh();
        if (!staysOpen) {
            close.run();
        }
    }

    /// Number, label, and a tick where chosen.
    private final class ChoiceCell extends ListCell<Choice> {

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty ? "" : choice.label());
            setGraphic(empty ? null : mark(choice));
        }

        private Node mark(Choice choice) {
            if (Picks.isChosen(asked, choice)) {
                return Icon.CHECK.of(14);
            }
            var key = new Label(searchable ? "" : String.valueOf(getIndex() + 1));
            key.getStyleClass().add("tile-key");
            key.setMinWidth(14);
            return key;
        }
    }
}
