package zhuhu.screen.visit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import zhuhu.base.PinyinQuery;
import zhuhu.base.Plain;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.visit.Snapshot.Spot;

/// Jumps to a question by its number, any word of it, or how that is read (Ctrl+J).
final class JumpPane {

    private static final int MOST_FOUND = 60;
    private static final Pattern LETTERS = Pattern.compile("[A-Za-zü]+");

    private final Seat seat;
    private final Runnable close;
    private final PlainField search = new PlainField();
    private final ListView<Spot> list = new ListView<>();
    private final StackPane root;
    private List<Spot> spots = List.of();

    JumpPane(Seat seat, Runnable close) {
        this.seat = seat;
        this.close = close;
        search.setPromptText(seat.texts().of("visit.jumpPrompt"));
        search.settled().addListener((_, _, find) -> filter(find));
        search.onEnter(this::go);
        list.setCellFactory(_ -> new SpotCell());
        list.setPlaceholder(new Label(seat.texts().of("visit.jumpNone")));
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ -> go());
        var title = new Label(seat.texts().of("visit.jump"));
        title.getStyleClass().add("heading");
        var box = new VBox(title, search, list);
        box.getStyleClass().addAll("dialog", "jump-box");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root = new StackPane(box);
        root.getStyleClass().addAll("veil", "jump-veil");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.setOnMouseClicked(event -> {
            if (event.getTarget() == root) {
                close.run();
            }
        });
        root.setVisible(false);
    }

    Region root() {
        return root;
    }

    boolean isOpen() {
        return root.isVisible();
    }

    void open(List<Spot> all) {
        spots = all;
        search.clear();
        filter("");
        root.setVisible(true);
        search.requestFocus();
    }

    void hide() {
        root.setVisible(false);
    }

    /// Questions whose number begins with what is looked for, then those that contain it, then
    /// those that read so in pinyin, in full or by first letters.
    static List<Spot> matching(List<Spot> spots, String find) {
        String wanted = Plain.folded(find);
        var found =
                new LinkedHashSet<Spot>(
                        spots.stream().filter(s -> s.number().startsWith(wanted)).toList());
        spots.stream()
                .filter(s -> Plain.folded(s.label() + s.screenLabel()).contains(wanted))
                .forEach(found::add);
        if (LETTERS.matcher(wanted).matches()) {
            var letters = new PinyinQuery(wanted);
            spots.stream().filter(s -> letters.reads(s.label())).forEach(found::add);
            spots.stream().filter(s -> letters.reads(s.screenLabel())).forEach(found::add);
        }
        return found.stream().limit(MOST_FOUND).toList();
    }

    private void filter(String find) {
        list.getItems().setAll(matching(spots, find));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void pressed(KeyEvent event) {
        if (search.composing().get()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            event.consume();
            close.run();
        } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
            event.consume();
            move(code == KeyCode.DOWN ? 1 : -1);
        } else if (code == KeyCode.ENTER && event.getTarget() != search) {
            event.consume();
            go();
        }
    }

    private void move(int by) {
        int to = list.getSelectionModel().getSelectedIndex() + by;
        if (to >= 0 && to < list.getItems().size()) {
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 5));
        }
    }

    private void go() {
        Spot spot = list.getSelectionModel().getSelectedItem();
        if (spot != null) {
            hide();
            seat.model().goTo(spot.screen(), java.util.Optional.of(spot.ref()));
        }
    }

    private static final class SpotCell extends ListCell<Spot> {

        @Override
        protected void updateItem(Spot spot, boolean empty) {
            super.updateItem(spot, empty);
            setText("");
            setGraphic(empty ? null : row(spot));
        }

        private static Region row(Spot spot) {
            var number = new Label(spot.number());
            number.getStyleClass().add("question-number");
            var label = new Label(spot.label());
            HBox.setHgrow(label, Priority.ALWAYS);
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinWidth(0);
            var screen = new Label(spot.screenLabel());
            screen.getStyleClass().add("missing-where");
            screen.setMinWidth(Region.USE_PREF_SIZE);
            var row = new HBox(number, label, screen);
            row.getStyleClass().add("spot");
            return row;
        }
    }
}
